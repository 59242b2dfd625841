using TransformationPortal.Core.Costs;
using TransformationPortal.Core.Editions;
using TransformationPortal.Core.Savings;
using TransformationPortal.Core.Views;

namespace TransformationPortal.Core.Papers;

/// <summary>
/// All entries of the two ledgers as tables, in pounds, savings positive: what every figure of an edition adds up from. The
/// columns that a slice filters by hold the slice's own values, so that a filter in a spreadsheet is the slice.
/// </summary>
public static class EntryTables
{
    public static PaperTable Savings(Edition edition) =>
        new RegisterBuilder<SavingsEntry>("savings-entries", "Savings ledger: all entries", edition.Savings.Entries, "No saving is recorded.")
            .Words(NameOf(SavingsDimension.Line), "Line", 18, e => e.Line.Ref)
            .Words("title", "Title", 60, e => e.Line.Title)
            .Words(NameOf(SavingsDimension.Project), "Project", 18, e => e.Line.Project)
            .Words(NameOf(SavingsDimension.Workstream), "Workstream", 40, e => e.Line.Workstream)
            .Words(NameOf(SavingsDimension.Board), "Board", 40, e => e.Line.Board)
            .Words(NameOf(SavingsDimension.Directorate), "Directorate", 40, e => e.Line.Directorate)
            .Words(NameOf(SavingsDimension.Source), "Source", 40, e => e.Line.Source)
            .Words(NameOf(SavingsDimension.Activity), "Activity", 40, e => e.Line.Activity)
            .Words(NameOf(SavingsDimension.Kind), "Kind", 18, e => SavingsKeys.Kind(e.Item.Kind))
            .Words("financial_year", "Financial year", 20, e => e.Item.Year?.ToString())
            .Words(NameOf(SavingsDimension.Confidence), "Confidence", 20, e => e.Item.Confidence is { } band ? SavingsKeys.Confidence(band) : null)
            .Words("confidence_label", "Confidence as the council calls it", 30, e => e.Item.Confidence is { } band ? edition.Programme.Label(band) : null)
            .Pounds("amount_pounds", "Amount (£)", 24, e => e.Item.Amount)
            .Words("as_at", "As at", 18, e => e.Item.AsAt?.ToString())
            .Words("origin", "Origin", 40, e => e.Item.Origin)
            .Words(NameOf(SavingsDimension.Decision), "Decision", 18, e => e.Item.Decision)
            .Words(PendingColumn, "Decision pending", 20, e => e.Item.Decision is null ? null : YesNo(e.Item.Pending))
            .Words(NameOf(SavingsDimension.Carried), "Carried forward", 20, e => YesNo(e.Item.Carried))
            .Note(
                "Original target, revised target and position are three views of the same money: never add them together.",
                "An entry whose decision is pending counts in figures “if agreed” only.",
                "An entry that is carried forward takes out of a closed year what a later year now has to save. Without it the year has the target that it closed with.")
            .Build();

    public static PaperTable Costs(Edition edition) =>
        new RegisterBuilder<CostEntry>("cost-entries", "Cost ledger: all entries", edition.Costs.Entries, "No cost is recorded.")
            .Words(NameOf(CostDimension.Line), "Line", 14, e => e.Line.Code)
            .Words("name", "Name", 60, e => e.Line.Name)
            .Words(NameOf(CostDimension.Area), "Area", 14, e => e.Line.Area)
            .Words("area_name", "Area name", 46, e => edition.CostAreas.FirstOrDefault(a => a.Code == e.Line.Area)?.Name)
            .Words(NameOf(CostDimension.Kind), "Kind", 18, e => CostKeys.Kind(e.Item.Kind))
            .Words("financial_year", "Financial year", 20, e => e.Item.Year.ToString())
            .Words(NameOf(CostDimension.Month), "Month", 18, e => e.Item.Month?.ToString())
            .Pounds("amount_pounds", "Amount (£)", 24, e => e.Item.Amount)
            .Words("note", "Note", 40, e => e.Item.Note)
            .Note("A budget is for a year. Spending is by month. A commitment is a balance: what is ordered but not yet spent at the end of its month.")
            .Build();

    /// <summary>The column that says whether an entry's decision has yet to be taken: <c>yes</c> or <c>no</c>.</summary>
    public const string PendingColumn = "decision_pending";

    /// <summary>The column that holds a dimension's values in an entry table.</summary>
    public static string ColumnOf(SavingsDimension dimension) => dimension == SavingsDimension.Year ? "financial_year" : NameOf(dimension);

    /// <inheritdoc cref="ColumnOf(SavingsDimension)"/>
    public static string ColumnOf(CostDimension dimension) => dimension == CostDimension.Year ? "financial_year" : NameOf(dimension);

    /// <summary>As it stands in <see cref="PendingColumn"/>.</summary>
    public static string YesNo(bool value) => value ? "yes" : "no";

    private static string NameOf<TDimension>(TDimension dimension)
        where TDimension : struct, Enum => Ledgers.SliceQuery.NameOf(dimension);
}
