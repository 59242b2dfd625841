using TransformationPortal.Core.Editions;
using TransformationPortal.Core.Ledgers;

namespace TransformationPortal.Core.Papers;

/// <summary>The quarterly report: a covering report, both annexes, and the programme's registers, or those apart as a paper of their own.</summary>
public static class QuarterlyReport
{
    public const string Title = "Quarterly report";

    /// <summary>The title of the file that leaves the registers out; the paper itself is the quarterly report.</summary>
    public const string TitleWithoutAnnex3 = "Quarterly report without Annex 3";

    public static AnnexDocument Compose(Edition edition, DecisionBasis basis, bool annex3IsApart = false) =>
        new(annex3IsApart ? "quarterly-report-without-annex-3" : "quarterly-report", Title, AnnexWords.Subject(edition),
        [
            new AnnexPart(CoveringReport.Title, CoveringReport.Compose(edition, basis, annex3IsApart)),
            new AnnexPart(Annex1.Title, Annex1.Sections(edition, basis)),
            new AnnexPart(Annex2.Title, Annex2.Sections(edition, basis)),
            .. annex3IsApart ? [] : (AnnexPart[])[new AnnexPart(Annex3.Title, Annex3.Sections(edition))],
        ])
        {
            NumbersRunOn = CoveringReport.NumbersRunOn(edition),
        };
}
