using System.Globalization;
using TransformationPortal.Core.Papers;
using TransformationPortal.Core.Ledgers;

namespace TransformationPortal.Annexes;

/// <summary>
/// The name a file is saved under, which says what its cover says:
/// <c>annex-2-2019-20-q1-edition-1-as-at-2019-06-30-as-it-stands-1686a2a5.docx</c>. The last part is how the edition's seal begins.
/// </summary>
public static class AnnexFileName
{
    private const int SealLength = 8;

    public static string Of(AnnexKind kind, EditionStamp stamp, DecisionBasis basis, AnnexPrint print)
    {
        var facts = kind.Facts();
        var number = stamp.Edition.Number.ToString(CultureInfo.InvariantCulture);
        List<string> parts = [facts.BaseName, stamp.Edition.Quarter.FileName, (stamp.Status == EditionStatus.Draft ? "draft-" : "edition-") + number];
        if (stamp.Status == EditionStatus.Superseded)
        {
            parts.Add(string.Create(CultureInfo.InvariantCulture, $"superseded-by-{stamp.LatestNumber}"));
        }

        parts.Add(stamp.Edition.AsAt.ToString("'as-at-'yyyy-MM-dd", CultureInfo.InvariantCulture));
        parts.Add(basis == DecisionBasis.IfAgreed ? "if-agreed" : "as-it-stands");

        if (print == AnnexPrint.Large && facts.HasLargePrint)
        {
            parts.Add("large-print");
        }

        if (stamp.Seal is { Length: > SealLength } seal)
        {
            parts.Add(seal[..SealLength]);
        }

        return string.Join('-', parts) + facts.Extension;
    }
}
