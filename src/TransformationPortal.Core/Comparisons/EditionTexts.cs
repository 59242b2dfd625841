using TransformationPortal.Core.Editions;
using TransformationPortal.Core.Periods;
using TransformationPortal.Core.Programmes;

namespace TransformationPortal.Core.Comparisons;

/// <summary>A text of an edition.</summary>
/// <param name="Key">What makes it the same text in another edition, within its section.</param>
public sealed record EditionText(string Section, string Key, string Label, string Text);

/// <summary>Every text of an edition that a reader reads, in the order of the dashboard. Figures, ratings and milestones are not among them.</summary>
public static class EditionTexts
{
    /// <summary>The section of the notes that were signed for findings.</summary>
    public const string Notes = "Reconciliation notes";

    public static IEnumerable<EditionText> Of(Edition edition) =>
        Story(edition).Concat(Annex(edition)).Concat(Spotlights(edition)).Concat(Projects(edition)).Concat(Decisions(edition)).Concat(Risks(edition)).Concat(Registers(edition));

    private static IEnumerable<EditionText> Story(Edition edition) =>
    [
        .. edition.Story.Items.Select(i => new EditionText("The quarter’s story", FormattableString.Invariant($"{i.Kind} {i.Order}"),
            FormattableString.Invariant($"{i.Kind} {i.Order}"), i.Text)),
        .. edition.Story.Measures.Select(m => new EditionText("The quarter’s story", "measure " + m.Label, m.Label,
            string.Join(". ", new[] { MoneyFormat.Count(m.Value), m.Caption, m.Source }.OfType<string>()))),
    ];

    // A paragraph whose place is taken by another is a changed paragraph.
    private static IEnumerable<EditionText> Annex(Edition edition) =>
    [
        .. (edition.FinancialAnnex ?? []).SelectMany(section => section.AsItStands.Select((paragraph, i) => new EditionText(
            "Financial annex", FormattableString.Invariant($"{section.Section} {i}"), FormattableString.Invariant($"{section.Section}, paragraph {i + 1}"), paragraph.Plain))),
        .. (edition.CoveringReport ?? []).SelectMany(section => section.AsItStands.Select((paragraph, i) => new EditionText(
            "Covering report", FormattableString.Invariant($"{section.Section} {i}"), FormattableString.Invariant($"{section.Section[Papers.CoveringReport.Prefix.Length..]}, paragraph {i + 1}"), paragraph.Plain))),
        .. (edition.ReconciliationNotes ?? []).Select(n => new EditionText(Notes, n.Finding, n.Disagreement, n.Words)),
    ];

    private static IEnumerable<EditionText> Spotlights(Edition edition) => edition.Story.Spotlights.SelectMany(s =>
        Texts("Spotlights", s.Project, Name(edition, s.Project), ("aim", s.Aim), ("done so far", s.DoneSoFar), ("next", s.Next)));

    private static IEnumerable<EditionText> Projects(Edition edition) => edition.Projects.SelectMany(p =>
        Texts("Projects", p.Code, p.Code, ("name", p.Name), ("summary", p.Summary), ("accountable officer", p.AccountableOfficer), ("board", p.Board),
            ("workstream", p.Workstream), ("directorate", p.Directorate), ("planned end", Day(p.PlannedEnd))));

    private static IEnumerable<EditionText> Decisions(Edition edition) =>
    [
        .. edition.Decisions.SelectMany(d => Texts("Decisions", d.Ref, d.Ref, ("title", d.Title), ("taken by", d.Body), ("due", Day(d.Due)),
            ("outcome", d.Outcome.ToString()), ("note", d.Note))),
        .. edition.Reprofiles.SelectMany(r => Texts("Decisions", $"{r.Decision} {r.Line} {r.FromYear}", $"{r.Decision}, {r.Label}",
            ("to year", r.ToYear?.ToString()), ("note", r.Note))),
    ];

    private static IEnumerable<EditionText> Risks(Edition edition) => edition.Risks.SelectMany(r =>
        Texts("Risks", r.Ref, r.Ref, ("impact", r.Impact), ("initial rating", r.InitialRating.ToString()), ("controls", r.Controls),
            ("residual rating", r.ResidualRating.ToString()), ("further action", r.FurtherAction)));

    private static IEnumerable<EditionText> Registers(Edition edition) =>
    [
        .. edition.Dependencies.SelectMany(d => Texts("Dependencies", $"{d.Project} {d.Needs} {d.What}", $"{d.Project} needs {d.Needs}: {d.What}",
            ("needed by", Day(d.NeededBy)), ("rating", $"{d.Rating.Rating}: {d.Rating.Reason}"))),
        .. edition.Benefits.Select(b => new EditionText("Benefits", $"{b.Project} {b.Text}", Name(edition, b.Project), b.Text)),
        .. edition.Documents.SelectMany(d => Texts("Documents", d.Key, d.Title, ("title", d.Title), ("note", d.Note))),
        .. edition.Boards.SelectMany(b => Texts("Governance", b.Name, b.Name, ("role", b.Role), ("reports to", b.ReportsTo))),
        .. Texts("Programme", "", edition.Programme.Name, ("objective", edition.Programme.Objective), ("where the figures come from", edition.Programme.Provenance)),
    ];

    private static IEnumerable<EditionText> Texts(string section, string key, string label, params (string Name, string? Text)[] texts) =>
        texts.Where(t => !string.IsNullOrEmpty(t.Text)).Select(t => new EditionText(section, $"{key} {t.Name}", $"{label}, {t.Name}", t.Text!));

    private static string Name(Edition edition, string project) => edition.FindProject(project) is { } found ? $"{found.Code} {found.Name}" : project;

    private static string? Day(DateOnly? day) => day is { } value ? DateFormat.Long(value) : null;
}
