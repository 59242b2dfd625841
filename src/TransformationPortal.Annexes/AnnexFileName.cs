using System.Globalization;
using TransformationPortal.Core.Annexes;
using TransformationPortal.Core.Ledgers;

namespace TransformationPortal.Annexes;

/// <summary>The name a file is saved under, which says what its cover says: <c>annex-2-2019-20-q1-edition-1-if-agreed.docx</c>.</summary>
public static class AnnexFileName
{
    public static string Of(AnnexKind kind, EditionStamp stamp, DecisionBasis basis, AnnexPrint print)
    {
        var facts = kind.Facts();
        var number = stamp.Edition.Number.ToString(CultureInfo.InvariantCulture);
        List<string> parts = [facts.BaseName, stamp.Edition.Quarter.FileName, (stamp.Status == EditionStatus.Draft ? "draft-" : "edition-") + number];
        if (basis == DecisionBasis.IfAgreed)
        {
            parts.Add("if-agreed");
        }

        if (print == AnnexPrint.Large && facts.HasLargePrint)
        {
            parts.Add("large-print");
        }

        return string.Join('-', parts) + facts.Extension;
    }
}
