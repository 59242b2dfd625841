namespace TransformationPortal.Core.Views;

/// <summary>How the numbers of a table are shown.</summary>
public enum TableFormat
{
    /// <summary>£ million, three places, a saving as a negative.</summary>
    AnnexSavings,

    /// <summary>£ million, one place, a cost as a positive; nothing recorded as a dash, as the business case prints it.</summary>
    AnnexCosts,

    /// <summary>£ million, three places, a saving as a positive.</summary>
    ChartMillions,

    /// <summary>Whole numbers.</summary>
    Counts,
}

public static class TableFormatFacts
{
    /// <summary>The line above a table that says what its numbers are.</summary>
    public static string Units(this TableFormat format) => format switch
    {
        TableFormat.AnnexSavings => "£ million. Savings are shown as negatives.",
        TableFormat.AnnexCosts => "£ million.",
        TableFormat.ChartMillions => "£ million.",
        TableFormat.Counts => "Number of projects.",
        _ => throw new ArgumentOutOfRangeException(nameof(format), format, "Unknown table format."),
    };

    /// <summary>What a blank and a zero mean in such a table: for who must tell nothing recorded from nothing there.</summary>
    public static string Legend(this TableFormat format) => format switch
    {
        TableFormat.AnnexSavings or TableFormat.ChartMillions =>
            "A blank means that nothing is recorded. 0.000 means that of what is recorded for the row nothing is there, that it adds up to nothing, or that it is under £500.",
        TableFormat.AnnexCosts =>
            "A dash means that nothing is recorded. 0.0 means that of what is recorded for the row nothing is there, that it adds up to nothing, or that it is under £50,000.",
        TableFormat.Counts => "A zero means that there is no such project.",
        _ => throw new ArgumentOutOfRangeException(nameof(format), format, "Unknown table format."),
    };

    /// <summary>The number as printed; what stands for nothing recorded when there is none.</summary>
    public static string Text(this TableFormat format, decimal? amount) => format switch
    {
        TableFormat.AnnexSavings => MoneyFormat.Format(AsMoney(amount), MoneyStyle.AnnexSavings),
        TableFormat.AnnexCosts => amount is null ? "-" : MoneyFormat.Format(AsMoney(amount), MoneyStyle.AnnexCosts),
        TableFormat.ChartMillions => MoneyFormat.Format(AsMoney(amount), MoneyStyle.ChartMillions),
        TableFormat.Counts => MoneyFormat.Count(amount),
        _ => throw new ArgumentOutOfRangeException(nameof(format), format, "Unknown table format."),
    };

    private static Money? AsMoney(decimal? pounds) => pounds is { } value ? new Money(value) : null;
}

/// <summary>
/// A table of figures as every page and file shows it. Nothing is computed after it: a writer only prints
/// <see cref="TableFormatFacts.Text"/> of each cell.
/// </summary>
/// <param name="Key">Its name in an address and in a file: <c>table-2</c>.</param>
/// <param name="Title">What it is called above it.</param>
/// <param name="RowHeading">What the first column lists.</param>
/// <param name="Notes">Sentences that belong under it.</param>
public sealed record FigureTable(
    string Key,
    string Title,
    TableFormat Format,
    string RowHeading,
    IReadOnlyList<FigureColumn> Columns,
    IReadOnlyList<FigureRow> Rows,
    IReadOnlyList<string> Notes)
{
    /// <summary>The numbers as printed, by row and column.</summary>
    public string Text(FigureCell cell) => Format.Text(cell.Figure?.Amount);
}

/// <param name="Group">The heading that it shares with its neighbours, for instance a year; none where it stands alone.</param>
/// <param name="Series">For a table that a chart draws: which style the column is drawn in. A column without one is not drawn.</param>
public sealed record FigureColumn(string? Group, string Label, string? Series = null)
{
    /// <summary>Both headings in one line, for a file with one header row.</summary>
    public string FullLabel => Group is null ? Label : $"{Group} {Label}";
}

public enum FigureRowKind
{
    /// <summary>An ordinary row.</summary>
    Item,

    /// <summary>Adds up rows above or below it.</summary>
    Total,

    /// <summary>Adds up the whole table.</summary>
    GrandTotal,

    /// <summary>What a decision would change.</summary>
    Memo,
}

/// <param name="Indent">0 for an ordinary row, 1 for one that is part of a total.</param>
public sealed record FigureRow(string Label, FigureRowKind Kind, int Indent, IReadOnlyList<FigureCell> Cells);

/// <summary>A cell: a figure, or nothing where nothing is recorded.</summary>
public sealed record FigureCell(Figure? Figure)
{
    public static FigureCell Blank { get; } = new((Figure?)null);

    /// <summary>What is recorded, or a blank.</summary>
    public static FigureCell Recorded(Money? amount, Derivation source) => amount is null ? Blank : new(Figure.OfMoney(amount, source));

    /// <summary>
    /// A part of what is recorded for a row, such as its amount at one band: zero where the row has amounts and none of them
    /// is of this part, a blank where nothing is recorded for the row at all.
    /// </summary>
    /// <param name="amount">What is recorded of this part.</param>
    /// <param name="whole">What is recorded that this is a part of.</param>
    public static FigureCell PartOf(Money? whole, Money? amount, Derivation source) => whole is null && amount is null ? Blank : new(Figure.OfMoney(amount.OrZero(), source));

    public static FigureCell Counted(int count, Derivation source) => new(Figure.OfCount(count, source));
}
