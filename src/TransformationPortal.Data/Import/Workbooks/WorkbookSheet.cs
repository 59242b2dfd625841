namespace TransformationPortal.Data.Import.Workbooks;

/// <summary>A cell to be written: its text, which is written as a number or a day where its column holds one.</summary>
internal readonly record struct SheetCell(string Text, Column? Column, uint Style);

/// <summary>A note that opens at a cell.</summary>
internal sealed record SheetNote(int Column, int Row, string Text);

/// <summary>A rule for what may be typed into cells, with its drop-down list where it has one.</summary>
/// <param name="Expected">What cells hold, as an error says it.</param>
/// <param name="ListFormula">The range of the values offered; none where there is no list.</param>
internal sealed record SheetChoice(int Column, int FirstRow, int LastRow, Column Of, string Expected, string? ListFormula);

/// <summary>A sheet to be written.</summary>
/// <param name="Widths">Of its columns, in characters, each with the style that cells take on that nobody has written yet.</param>
/// <param name="IsLocked">Whether cells that are not open may be changed.</param>
internal sealed record WorkbookSheet(string Name, IReadOnlyList<(int Width, uint Style)> Widths, IEnumerable<IReadOnlyList<SheetCell>> Rows)
{
    public IReadOnlyList<SheetNote> Notes { get; init; } = [];

    public IReadOnlyList<SheetChoice> Choices { get; init; } = [];

    /// <summary>Cells that lead to a cell of another sheet: the cell, and where it leads.</summary>
    public IReadOnlyList<(string Cell, string Sheet, string Target)> Links { get; init; } = [];

    public bool IsLocked { get; init; } = true;

    public bool IsHidden { get; init; }

    public bool HasHeader { get; init; } = true;
}
