using TransformationPortal.Core.Editions;
using TransformationPortal.Core.Ledgers;
using TransformationPortal.Core.Narrative;
using TransformationPortal.Core.Periods;
using TransformationPortal.Core.Programmes;
using TransformationPortal.Core.Views;

namespace TransformationPortal.Core.Papers;

/// <summary>A section of the covering report that the programme office can write.</summary>
/// <param name="Key">What it is kept under: <c>cover-legal</c>.</param>
/// <param name="Hint">What belongs there.</param>
/// <param name="HasDefault">Whether the portal writes it from the data where nobody did; else it is left out.</param>
public sealed record CoverSection(string Key, string Title, string Hint, bool HasDefault = false)
{
    /// <summary>Its address below the workbench: <c>legal</c>.</summary>
    public string Slug => Key[CoveringReport.Prefix.Length..];
}

/// <summary>
/// What stands before the annexes when they go to a committee. The programme office fills what the data cannot know; what it
/// wrote for a quarter stands for the next ones until it writes something else. Once a quarter is published, its edition holds it.
/// </summary>
public static class CoveringReport
{
    public const string Title = "Covering report";

    /// <summary>What the keys of its sections begin with, among those of the annex.</summary>
    public const string Prefix = "cover-";

    /// <summary>The lines at its head, each a name, a colon and a text.</summary>
    public const string Details = Prefix + "details";

    /// <summary>How paragraphs are numbered.</summary>
    public const string Numbering = Prefix + "numbering";

    /// <summary>The one paragraph of <see cref="Numbering"/> that lets numbers run through all parts.</summary>
    public const string RunsOn = "through";

    public const string Recommendations = Prefix + "recommendations";
    public const string Summary = Prefix + "summary";
    public const string Financial = Prefix + "financial";
    public const string Risk = Prefix + "risk";
    public const string Background = Prefix + "background";

    private const string Separator = ": ";

    /// <summary>The sections in their order.</summary>
    public static IReadOnlyList<CoverSection> Sections { get; } =
    [
        new(Recommendations, "Recommendations", "What the committee is asked to do, one recommendation a row. They stand in a box.", HasDefault: true),
        new(Summary, "Executive summary", "What a member should know who reads nothing else.", HasDefault: true),
        new(Financial, "Financial implications", "What the report means for the council’s money.", HasDefault: true),
        new(Prefix + "legal", "Legal implications", "Powers, duties and risks in law. Write “None” where there are none."),
        new(Prefix + "staffing", "Staffing implications", "What it means for the council’s staff."),
        new(Prefix + "equality", "Equality and inclusion implications", "What it means for people with protected characteristics."),
        new(Prefix + "climate", "Sustainability and climate implications", "What it means for emissions and the climate."),
        new(Risk, "Risk management", "The risks of what is recommended.", HasDefault: true),
        new(Prefix + "consultation", "Consultation", "Who was asked, and what they said."),
        new(Background, "Background papers", "What the report rests on.", HasDefault: true),
    ];

    /// <summary>The names of the lines at its head that such reports have.</summary>
    public static IReadOnlyList<string> DetailNames { get; } =
        ["Committee", "Date of meeting", "Agenda item", "Division(s)", "Report of", "Contact officer", "Exempt", "Date published"];

    /// <summary>A line of the head as it is kept.</summary>
    public static string Detail(string name, string text) => name + Separator + text;

    /// <summary>The name and the text of a kept line.</summary>
    public static (string Name, string Text) Detail(string kept) =>
        kept.IndexOf(Separator, StringComparison.Ordinal) is var at and > 0 ? (kept[..at], kept[(at + Separator.Length)..]) : ("", kept);

    /// <summary>What stands for a quarter: of each section what was written for it, else for the last quarter before it.</summary>
    public static IReadOnlyList<AnnexEdit> Written(IEnumerable<AnnexEdit> edits, Quarter quarter) =>
    [
        .. edits.Where(e => e.Section.StartsWith(Prefix, StringComparison.Ordinal) && e.Quarter <= quarter)
            .GroupBy(e => e.Section, StringComparer.Ordinal).Select(g => g.MaxBy(e => e.Quarter)!).OrderBy(e => e.Section, StringComparer.Ordinal),
    ];

    /// <summary>As an edition keeps it; nothing where nobody wrote anything.</summary>
    internal static IReadOnlyList<AnnexSectionWording>? Fix(FigureReader figures, IEnumerable<AnnexEdit> edits, Quarter quarter) =>
        Written(edits, quarter) is { Count: > 0 } written ? [.. written.Select(e => AnnexWording.Fix(figures, e))] : null;

    /// <summary>Whether numbers of paragraphs run through the report and its annexes.</summary>
    internal static bool NumbersRunOn(Edition edition) => Paragraphs(edition, DecisionBasis.AsItStands, Numbering) is [{ Plain: RunsOn }];

    internal static IReadOnlyList<AnnexSection> Compose(Edition edition, DecisionBasis basis, bool annex3IsApart = false)
    {
        var dashboard = new Dashboard(edition, basis);
        return
        [
            .. Head(edition, basis),
            new("Recommendations", [new AnnexBlock.Box([.. Text(edition, basis, Recommendations)])]),
            new("Purpose", Numbered(
            [
                AnnexText.Of($"This report shows how the {edition.Programme.Name} stood on {edition.AsAt}, at the end of {edition.Quarter} ({edition.Quarter.Months})."),
                AnnexText.Words($"What the programme is for: {edition.Programme.Objective.TrimEnd('.')}."),
            ])),
            .. Section(edition, basis, Summary),
            new("Projects that need attention", [.. CoverStatements.Attention(edition)]),
            new(PendingStatements.Title, Numbered(new PendingStatements(edition, basis).All)),
            .. Sections.SkipWhile(s => s.Key != Financial).TakeWhile(s => s.Key != Background).SelectMany(s => Section(edition, basis, s.Key)),
            new("Meetings to come",
            [
                new AnnexBlock.Register(ProgrammeRegisters.Meetings("meetings-to-come", "Meetings to come", dashboard.NextMeetings) with { WhenEmpty = "No meeting with an agenda is arranged." }),
            ]),
            .. Section(edition, basis, Background),
            new("What is attached", [new AnnexBlock.Bullets(
            [
                AnnexText.Words($"{Annex1.Title}, with the quarter’s charts and story"),
                AnnexText.Words($"{Annex2.Title}, with the tables of savings and costs"),
                AnnexText.Words($"{Annex3.Title}, with projects, risks, milestones, dependencies, benefits, decisions and meetings{(annex3IsApart ? ", which is a paper of its own" : "")}"),
            ])]),
            AnnexWords.Notes(edition),
        ];
    }

    private static IEnumerable<AnnexSection> Head(Edition edition, DecisionBasis basis) => Paragraphs(edition, basis, Details) is { Count: > 0 } lines
        ? [new("About this report", [new AnnexBlock.Details([.. lines.Select(l => Detail(l.Plain))])])]
        : [];

    private static IEnumerable<AnnexSection> Section(Edition edition, DecisionBasis basis, string key)
    {
        List<AnnexText> texts = [.. Text(edition, basis, key)];
        return texts.Count == 0 ? [] : [new(Sections.First(s => s.Key == key).Title, Numbered(texts))];
    }

    private static IEnumerable<AnnexText> Text(Edition edition, DecisionBasis basis, string key) =>
        Paragraphs(edition, basis, key) is { Count: > 0 } written ? written : CoverStatements.Default(edition, basis, key);

    private static IReadOnlyList<AnnexText> Paragraphs(Edition edition, DecisionBasis basis, string key) =>
        edition.CoveringReport?.FirstOrDefault(s => s.Section == key) is { } stored ? [.. stored.On(basis).Select(AnnexWording.Read)] : [];

    private static List<AnnexBlock> Numbered(IEnumerable<AnnexText> texts) => [.. texts.Select(t => new AnnexBlock.Numbered(t))];
}
