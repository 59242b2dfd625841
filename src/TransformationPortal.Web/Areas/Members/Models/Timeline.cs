using TransformationPortal.Core;
using TransformationPortal.Core.Editions;
using TransformationPortal.Core.Periods;
using TransformationPortal.Core.Programmes;

namespace TransformationPortal.Web.Areas.Members.Models;

/// <summary>A bar of a timeline, in the picture's own units.</summary>
/// <param name="Style">Which style it is drawn in.</param>
public sealed record TimelineBar(string Label, string Detail, double X, double Width, string Style, string? ProjectCode);

/// <summary>A year of a timeline.</summary>
public sealed record TimelineYear(string Label, double X, double Width);

/// <summary>Bars over financial years, with a line at the day that the figures stand for. Lengths are in units of the picture's width.</summary>
public sealed record Timeline(
    string Title, string Summary, IReadOnlyList<TimelineYear> Years, IReadOnlyList<TimelineBar> Bars, double? TodayX, string Today)
{
    /// <summary>Width of the column of labels.</summary>
    public const double LabelWidth = 330;

    /// <summary>Width of the whole picture.</summary>
    public const double FullWidth = 1100;

    /// <summary>Height of a row.</summary>
    public const double RowHeight = 26;

    /// <summary>The stages of the programme, those of one part together.</summary>
    public static Timeline OfProgramme(Edition edition) => Of(
        edition, "Programme plan",
        [.. edition.Plan.GroupBy(p => p.Name, StringComparer.Ordinal).SelectMany(part => part).Select(p => (p.Name, p.Stage, p.Start, p.End, Style: "stage", Code: (string?)null))]);

    /// <summary>The projects that have both a start and an end.</summary>
    public static Timeline OfProjects(Edition edition) => Of(
        edition, "Projects over time",
        [
            .. edition.Projects.Where(p => p is { Start: not null, PlannedEnd: not null })
                .Select(p => ($"{p.Code} {p.Name}", p.Phase.Name(), p.Start!.Value, p.PlannedEnd!.Value,
                    p.Phase.ToString().ToLowerInvariant(), (string?)p.Code)),
        ]);

    private static Timeline Of(Edition edition, string title, IReadOnlyList<(string Label, string Detail, DateOnly Start, DateOnly End, string Style, string? Code)> rows)
    {
        var years = FinancialYear.Range(edition.Programme.FirstYear, edition.Programme.LastYear);
        var (first, last) = (years[0].FirstDay, years[^1].LastDay);
        double X(DateOnly day) => LabelWidth + ((FullWidth - LabelWidth) * (day.DayNumber - first.DayNumber) / (last.DayNumber - first.DayNumber + 1));
        DateOnly Within(DateOnly day) => day < first ? first : day > last ? last : day;
        var summary = rows.Count == 0
            ? "Nothing is planned."
            : $"{MoneyFormat.Count(rows.Count(r => r.Start <= edition.AsAt && r.End >= edition.AsAt))} of {MoneyFormat.Count(rows.Count)} run on {DateFormat.Long(edition.AsAt)}.";
        return new(
            title,
            summary,
            [.. years.Select(y => new TimelineYear(y.ToString(), X(y.FirstDay), X(y.LastDay.AddDays(1)) - X(y.FirstDay)))],
            [
                .. rows.Select(r => new TimelineBar(
                    r.Label, $"{r.Detail}: {DateFormat.Short(r.Start)} to {DateFormat.Short(r.End)}",
                    X(Within(r.Start)), Math.Max(3, X(Within(r.End).AddDays(1)) - X(Within(r.Start))), r.Style, r.Code)),
            ],
            edition.AsAt >= first && edition.AsAt <= last ? X(edition.AsAt) : null,
            DateFormat.Short(edition.AsAt));
    }
}
