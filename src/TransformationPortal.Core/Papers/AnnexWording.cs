using TransformationPortal.Core.Editions;
using TransformationPortal.Core.Ledgers;
using TransformationPortal.Core.Narrative;
using TransformationPortal.Core.Periods;
using TransformationPortal.Core.Views;

namespace TransformationPortal.Core.Papers;

/// <summary>
/// The numbered paragraphs of the financial annex. By default they are the sentences that the statements compose; written in
/// the language of figures, the same sentences are where the programme office starts from when it words a section itself.
/// Once a quarter is published, they are what its edition holds.
/// </summary>
public static class AnnexWording
{
    public const string About = "about";
    public const string Target = "target";
    public const string ThisYear = "this-year";
    public const string LaterYears = "later-years";
    public const string Unsure = "unsure";
    public const string Decisions = "decisions";
    public const string Costs = "costs";
    public const string Reporting = "reporting";

    // Editions of schema version 3 and before were published without these, and stay so.
    private static readonly string[] SinceVersion4 = [Unsure, Reporting];

    /// <summary>The sections that hold numbered paragraphs, in order.</summary>
    public static IReadOnlyList<(string Key, string Title)> Sections(FinancialYear year) =>
    [
        (About, "About this annex"), (Target, "The savings target"), (ThisYear, $"Savings of {year}"), (LaterYears, "Savings of later years"),
        (Unsure, "Savings that are not sure"), (Decisions, PendingStatements.Title), (Costs, "Implementation costs and funding"),
        (Reporting, "Reporting and escalation"),
    ];

    /// <summary>The paragraphs of a section: those that the edition was published with, else those composed from its entries.</summary>
    public static IReadOnlyList<AnnexText> Of(Edition edition, DecisionBasis basis, string section) =>
        edition.FinancialAnnex?.FirstOrDefault(s => s.Section == section) is { } stored
            ? [.. stored.On(basis).Select(Read)]
            : Has(edition, section) ? Default(edition, basis, section) : [];

    /// <summary>Whether the annex of an edition has a section.</summary>
    public static bool Has(Edition edition, string section) => edition.SchemaVersion > 3 || !SinceVersion4.Contains(section);

    /// <summary>The paragraphs of a section as they are composed from the edition’s entries.</summary>
    public static IReadOnlyList<AnnexText> Default(Edition edition, DecisionBasis basis, string section)
    {
        var savings = new SavingsStatements(edition, basis);
        return section switch
        {
            About => [AnnexText.Of($"This annex sets out the financial position of the {edition.Programme.Name} as at {edition.AsAt}, the end of {edition.Quarter} ({edition.Quarter.Months}).")],
            Target => [.. savings.Target(), .. savings.Core()],
            ThisYear => [.. savings.ThisYear()],
            LaterYears => [.. savings.LaterYears(), savings.AtTheEnd()],
            Unsure => [.. new UnsureSavings(edition, basis).Statements()],
            Decisions => new PendingStatements(edition, basis).Statements,
            Costs => [.. new CostStatements(edition, basis).All],
            Reporting => [.. new ReportingStatements(edition).All],
            _ => throw new ArgumentOutOfRangeException(nameof(section), section, "Unknown section of the financial annex."),
        };
    }

    /// <summary>The default paragraphs of a section in the language of figures, as somebody would write them.</summary>
    public static IReadOnlyList<string> Template(Edition edition, string section)
    {
        var writer = new FigureWriter(edition);
        var isKept = Kept(Default(edition, DecisionBasis.AsItStands, section), Default(edition, DecisionBasis.IfAgreed, section));
        return [.. Default(edition, DecisionBasis.AsItStands, section).Select(text => string.Concat(text.Runs.Select(run => run.Figure is { Amount: not null } figure
            ? writer.Write(figure, FormatOf(figure, run.Text), isKept(figure.Source))
            : run.Text)))];
    }

    private static FigureFormat FormatOf(Figure figure, string printed) =>
        printed == figure.Text ? FigureFormat.Short : printed == figure.ExactText ? FigureFormat.Exact : FigureFormat.Full;

    /// <summary>The annex's paragraphs as an edition keeps them: those that the programme office wrote, and the defaults of the other sections.</summary>
    internal static IReadOnlyList<AnnexSectionWording> Fix(Edition edition, FigureReader figures, IEnumerable<AnnexEdit> edits) =>
    [
        .. Sections(edition.Quarter.Year).Select(section =>
        {
            if (edits.FirstOrDefault(e => e.Section == section.Key) is { } edit)
            {
                return Fix(figures, edit);
            }

            var (stands, agreed) = (Default(edition, DecisionBasis.AsItStands, section.Key), Default(edition, DecisionBasis.IfAgreed, section.Key));
            var kept = Kept(stands, agreed);
            return Fixed(section.Key, basis => [.. (basis == DecisionBasis.IfAgreed ? agreed : stands).Select(t => Runs(t, kept))]);
        }),
    ];

    /// <summary>A section that the programme office wrote, its figures as they read.</summary>
    internal static AnnexSectionWording Fix(FigureReader figures, AnnexEdit edit) =>
        Fixed(edit.Section, basis => [.. edit.Paragraphs.Select(p => Runs(StoryText.Read(FixedProse.Fix(figures, p), basis), _ => null))]);

    /// <summary>A kept paragraph as a text.</summary>
    internal static AnnexText Read(AnnexParagraph paragraph) => new([.. paragraph.Runs.Select(r => new AnnexRun(r.Text, r.IsStrong, Address: r.Figure, Note: r.Note))]);

    private static AnnexSectionWording Fixed(string section, Func<DecisionBasis, IReadOnlyList<AnnexParagraph>> on)
    {
        var (stands, agreed) = (on(DecisionBasis.AsItStands), on(DecisionBasis.IfAgreed));
        return new(section, stands, stands.Select(p => p.Plain).SequenceEqual(agreed.Select(p => p.Plain), StringComparer.Ordinal) ? null : agreed);
    }

    // Words that follow words are one stretch.
    private static AnnexParagraph Runs(AnnexText text, Func<Derivation, DecisionBasis?> kept)
    {
        var runs = new List<ParagraphRun>();
        foreach (var run in text.Runs.Where(r => r.Text.Length > 0 || r.Note is not null))
        {
            var address = run.Address ?? (run.Figure is { Amount: not null } figure ? FigureAddress.Of(figure.Source).Text(kept(figure.Source) is not null) : null);
            if (run.Note is not null)
            {
                runs.Add(new("", Note: run.Note));
            }
            else if (address is null && runs is [.., { Figure: null, Note: null } last] && last.IsStrong == run.IsStrong)
            {
                runs[^1] = last with { Text = last.Text + run.Text };
            }
            else
            {
                runs.Add(new(run.Text, run.IsStrong, address));
            }
        }

        return new(runs);
    }

    // A sentence that compares both bases names a figure of each, whichever the reader has chosen: its figures are on a basis
    // other than the text's own in one of the two texts.
    private static Func<Derivation, DecisionBasis?> Kept(IReadOnlyList<AnnexText> stands, IReadOnlyList<AnnexText> agreed)
    {
        var kept = Named(stands, DecisionBasis.AsItStands).Concat(Named(agreed, DecisionBasis.IfAgreed)).ToHashSet();
        return source => kept.Contains(source) ? FigureAddress.Of(source).Basis : null;
    }

    private static IEnumerable<Derivation> Named(IReadOnlyList<AnnexText> texts, DecisionBasis basis) =>
        texts.SelectMany(t => t.Figures).Select(f => f.Figure.Source).Where(s => FigureAddress.Of(s).Basis is { } own && own != basis);
}
