using TransformationPortal.Core.Editions;
using TransformationPortal.Core.Narrative;
using TransformationPortal.Core.Papers;
using TransformationPortal.Core.Periods;
using TransformationPortal.Core.Programmes;
using TransformationPortal.Core.Reports;

namespace TransformationPortal.Core.Consistency;

/// <summary>Where a live project's reporting stands at the end of a quarter.</summary>
/// <param name="State">Of the report for the quarter's last month.</param>
/// <param name="LastApproved">The last month by then with an approved report; none where there never was one.</param>
public sealed record ReportStanding(string Project, ReportState State, ReportingMonth? LastApproved);

/// <summary>
/// The last look before a quarter is published: does it contradict itself? A pure function of the edition that would be
/// published, of where the reports stand, and of the texts as they were written. A clean programme yields nothing.
/// </summary>
public static class Gate
{
    /// <param name="draft">The edition that would be published.</param>
    /// <param name="reports">The live projects.</param>
    /// <param name="prose">The quarter's texts as they were written, with figures in braces.</param>
    public static IReadOnlyList<Finding> Check(Edition draft, IEnumerable<ReportStanding> reports, IReadOnlyList<ProseText> prose)
    {
        var figures = new FigureReader(draft);
        return
        [
            .. FigureFindings.In(figures, prose),
            .. BandFindings.In(draft),
            .. EndedYearFindings.In(draft),
            .. TableFindings.In(draft),
            .. PartFindings.In(draft),
            .. DecisionFindings.In(draft, figures, prose),
            .. AmountFindings.In(draft, figures, prose),
            .. MeasureFindings.In(draft),
            .. DateFindings.In(draft, prose),
            .. LabelFindings.In(draft, prose),
            .. CountFindings.In(draft, prose),
            .. NameFindings.In(draft, prose),
            .. MarkFindings.In(prose),
            .. ToldApartFindings.In(draft, prose),
            .. ToldOtherwiseFindings.In(draft, prose),
            .. OnlyExpectedFindings.In(draft, prose),
            .. ReportsBehindFindings.In(draft.Quarter, reports),
        ];
    }
}

/// <summary>Where a text of a quarter stands, which says what days and amounts fit it.</summary>
public enum ProsePlace
{
    Achievement,
    Focus,
    MeasureLabel,
    MeasureCaption,
    Spotlight,
    Annex,
}

/// <summary>A text of a quarter as it was written.</summary>
/// <param name="Where">The address of the page on which it is written, from the root.</param>
/// <param name="Name">What the text is called.</param>
/// <param name="Project">For a spotlight, the project's code.</param>
public sealed record ProseText(ProsePlace Place, string Where, string Name, string Text, string? Project = null)
{
    /// <summary>The address of a quarter's workbench, from the root.</summary>
    public static string Workbench(Quarter quarter) => "pmo/quarters/" + quarter.Slug;

    /// <summary>Every text of a quarter.</summary>
    public static IReadOnlyList<ProseText> Of(ProgrammeState state, Quarter quarter)
    {
        var home = Workbench(quarter);
        var stories = state.Stories.Where(s => s.Quarter == quarter).ToList();
        return
        [
            .. stories.SelectMany(s => s.Items).Select(i => i.Kind == StoryKind.Achievement
                ? new ProseText(ProsePlace.Achievement, home + "/achievements", $"Achievement {MoneyFormat.Count(i.Order)}", i.Text)
                : new ProseText(ProsePlace.Focus, home + "/focus", $"Focus {MoneyFormat.Count(i.Order)}", i.Text)),
            .. stories.SelectMany(s => s.Measures).SelectMany(m => new[] { (ProsePlace.MeasureLabel, m.Label), (ProsePlace.MeasureCaption, m.Caption) }
                .Where(p => !string.IsNullOrEmpty(p.Item2)).Select(p => new ProseText(p.Item1, home + "/measures", $"Measure “{m.Label}”", p.Item2!))),
            .. stories.SelectMany(s => s.Spotlights).SelectMany(s => new[] { ("aim", s.Aim), ("what has been done", s.DoneSoFar), ("what comes next", s.Next) }
                .Select(p => new ProseText(ProsePlace.Spotlight, $"{home}/spotlights/{s.Project}", $"Spotlight on {s.Project}, {p.Item1}", p.Item2, s.Project))),
            .. CoveringReport.Written(state.AnnexEdits, quarter).Where(e => e.Section != CoveringReport.Numbering).SelectMany(e => e.Paragraphs.Select((p, i) => new ProseText(
                ProsePlace.Annex, $"{home}/cover/{e.Section[CoveringReport.Prefix.Length..]}",
                $"Covering report, “{CoveringReport.Sections.FirstOrDefault(s => s.Key == e.Section)?.Title ?? "head"}”, paragraph {MoneyFormat.Count(i + 1)}", p))),
            .. state.AnnexEdits.Where(e => e.Quarter == quarter && !e.Section.StartsWith(CoveringReport.Prefix, StringComparison.Ordinal)).SelectMany(e => e.Paragraphs.Select((p, i) => new ProseText(
                ProsePlace.Annex, $"{home}/annex/{e.Section}", $"Financial annex, “{Section(quarter, e.Section)}”, paragraph {MoneyFormat.Count(i + 1)}", p))),
        ];
    }

    private static string Section(Quarter quarter, string key) => AnnexWording.Sections(quarter.Year).FirstOrDefault(s => s.Key == key).Title ?? key;
}
