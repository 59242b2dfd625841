using TransformationPortal.Core.Costs;
using TransformationPortal.Core.Editions;
using TransformationPortal.Core.Ledgers;
using TransformationPortal.Core.Periods;
using TransformationPortal.Core.Savings;

namespace TransformationPortal.Core.Views;

/// <summary>The dimensions of the ledgers and their values in the reader's words.</summary>
public static class LedgerLabels
{
    public static string Name(this SavingsDimension dimension) => dimension switch
    {
        SavingsDimension.Kind => "Measure",
        SavingsDimension.Year => "Financial year",
        SavingsDimension.Confidence => "Confidence of delivery",
        SavingsDimension.Board => "Workstream board",
        SavingsDimension.Activity => "Core activity",
        SavingsDimension.Line => "Savings line",
        SavingsDimension.Carried => "Carried forward",
        _ => dimension.ToString(),
    };

    public static string Name(this CostDimension dimension) => dimension switch
    {
        CostDimension.Kind => "Measure",
        CostDimension.Year => "Financial year",
        CostDimension.Line => "Cost line",
        _ => dimension.ToString(),
    };

    public static string Label(this Edition edition, SavingsDimension dimension, string value) => dimension switch
    {
        SavingsDimension.Kind => Kind(value),
        SavingsDimension.Year when value == LedgerKeys.None => "No year yet (not yet re-homed)",
        SavingsDimension.Confidence when Enum.TryParse<Confidence>(value, out var band) => edition.Programme.Label(band),
        SavingsDimension.Confidence => "Target, not rated",
        SavingsDimension.Activity when value == LedgerKeys.None => "Outside the core programme",
        SavingsDimension.Decision when value == LedgerKeys.None => "Moved by no decision",
        SavingsDimension.Carried => value == SavingsKeys.Carried(true) ? "Carried to a later year" : "As the year closed",
        SavingsDimension.Project => edition.FindProject(value) is { } project ? $"{project.Code} {project.Name}" : value,
        SavingsDimension.Line => edition.FindSavingsLine(value) is { } line ? $"{line.Ref} {line.Title}" : value,
        _ => value,
    };

    public static string Label(this Edition edition, CostDimension dimension, string value) => dimension switch
    {
        CostDimension.Kind => Kind(value),
        CostDimension.Area => edition.CostAreas.FirstOrDefault(a => a.Code == value) is { } area ? $"{area.Code}. {area.Name}" : value,
        CostDimension.Line => edition.CostLines.FirstOrDefault(l => l.Code == value) is { } line ? $"{line.Code} {line.Name}" : value,
        CostDimension.Month when ReportingMonth.TryParse(value, out var month) => month.Name,
        CostDimension.Month => "Whole year",
        _ => value,
    };

    private static string Kind(string value) => value switch
    {
        "original" => "Original target",
        "revised" => "Revised target",
        "position" => "Savings by confidence of delivery",
        "budget" => "Planned spend",
        "actual" => "Spent",
        "committed" => "Committed",
        _ => throw new ArgumentOutOfRangeException(nameof(value), value, "Unknown kind of amount."),
    };
}
