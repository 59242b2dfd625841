namespace TransformationPortal.Spreadsheets;

/// <summary>A cell to be written.</summary>
/// <param name="Number">Its value where it is written as a number or a day, in invariant digits; none where it is a text.</param>
public readonly record struct SheetCell(string Text, string? Number, uint Style);

/// <summary>A note that opens at a cell.</summary>
public sealed record SheetNote(int Column, int Row, string Text);

/// <summary>What a rule lets people type into a cell.</summary>
public enum SheetRuleKind
{
    /// <summary>One of a list.</summary>
    List,
    Day,
    Whole,
    Number,
}

/// <summary>A rule for what may be typed into cells of a column, with its drop-down list where it has one.</summary>
/// <param name="Title">What an error is headed with.</param>
/// <param name="Expected">What cells hold, as an error says it.</param>
/// <param name="IsStrict">Whether nothing else can be typed; else it is only warned of.</param>
/// <param name="ListFormula">The range of the values offered; none where there is no list.</param>
public sealed record SheetRule(
    int Column, int FirstRow, int LastRow, SheetRuleKind Kind, string Title, string Expected, bool IsStrict, string? ListFormula);

/// <summary>A sheet to be written.</summary>
/// <param name="Widths">Of its columns, in characters, each with the style that cells take on that nobody has written yet.</param>
/// <param name="IsLocked">Whether cells that are not open may be changed.</param>
public sealed record WorkbookSheet(string Name, IReadOnlyList<(int Width, uint Style)> Widths, IEnumerable<IReadOnlyList<SheetCell>> Rows)
{
    public IReadOnlyList<SheetNote> Notes { get; init; } = [];

    public IReadOnlyList<SheetRule> Rules { get; init; } = [];

    /// <summary>Cells that lead to a cell of another sheet: the cell, and where it leads.</summary>
    public IReadOnlyList<(string Cell, string Sheet, string Target)> Links { get; init; } = [];

    public bool IsLocked { get; init; } = true;

    public bool IsHidden { get; init; }

    public bool HasHeader { get; init; } = true;
}
