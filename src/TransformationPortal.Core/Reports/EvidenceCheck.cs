using TransformationPortal.Core.Programmes;

namespace TransformationPortal.Core.Reports;

/// <summary>
/// Evidence says what it shows and is an address or a document. Where the programme demands evidence, a report without it cannot
/// be submitted.
/// </summary>
internal static class EvidenceCheck
{
    public static void Check(ReportContent content, ReportContext context, ReportFindings findings)
    {
        findings.Rows(nameof(ReportContent.Evidence), content.Evidence.Count, ReportLimits.Evidence, "pieces of evidence");
        var subjects = Evidence.Subjects(content).Select(s => s.Field).ToHashSet(StringComparer.Ordinal);
        foreach (var entry in content.Evidence)
        {
            Check(entry, subjects, findings);
        }

        Demanded(content, context, findings);
    }

    private static void Check(EvidenceEntry entry, HashSet<string> subjects, ReportFindings findings)
    {
        string Field(string part) => ReportFields.Evidence(entry.Key, part);
        if (entry.About is null)
        {
            findings.Missing(Field(nameof(entry.About)), "Choose what the evidence shows.");
        }
        else if (!subjects.Contains(entry.About))
        {
            findings.Wrong(Field(nameof(entry.About)), "What this evidence shows is no longer in the report: choose something else, or remove the evidence.");
        }

        findings.Text(Field(nameof(entry.Title)), entry.Title, ReportLimits.Title, "the title of the evidence");
        findings.Text(Field(nameof(entry.Address)), entry.Address, ReportLimits.Address, "the address of the evidence");
        if (entry is { Address: null, Document: null })
        {
            findings.Missing(Field(nameof(entry.Address)), "Give the address at which the evidence is read, or add a document.");
        }
        else if (entry.Address is { } address && !Evidence.IsAddress(address))
        {
            findings.Wrong(Field(nameof(entry.Address)), $"{ReportWords.Capital(ReportWords.Named(address, "this"))} is not a web address: enter one that begins with https://, such as https://intranet.example.org/minutes.");
        }
    }

    private static void Demanded(ReportContent content, ReportContext context, ReportFindings findings)
    {
        const string list = nameof(ReportContent.Evidence);
        if (context.EvidenceFor is EvidenceRule.DeliveredSavings or EvidenceRule.DeliveredSavingsAndBetterRatings)
        {
            foreach (var delivered in Evidence.NewlyDelivered(content, context).Where(d => !Evidence.IsShown(content, context, d.Field)))
            {
                findings.Missing(list, $"The programme asks for evidence of what is delivered: add it for {delivered.Line} in {delivered.Year} ({ReportWords.Pounds(delivered.Amount)} since {context.Previous[0].Month.Name}).");
            }
        }

        if (context.EvidenceFor is EvidenceRule.BetterRatings or EvidenceRule.DeliveredSavingsAndBetterRatings)
        {
            foreach (var aspect in Evidence.Better(content, context).Where(a => !Evidence.IsShown(content, context, ReportFields.Shown(a))))
            {
                findings.Missing(list, $"The programme asks for evidence where a rating got better: add it for the {ReportWords.Rating(aspect)}.");
            }
        }
    }
}
