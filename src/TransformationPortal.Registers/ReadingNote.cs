using System.Globalization;

namespace TransformationPortal.Registers;

/// <summary>Something that was not as the register wants it and was understood all the same; the reader is shown how.</summary>
/// <param name="Source">The file or sheet.</param>
/// <param name="Cell">The first cell it was found in; none where the whole is meant.</param>
/// <param name="Sentence">What was found and how it was read.</param>
/// <param name="Cells">In how many cells of the column.</param>
public sealed record ReadingNote(string Source, string? Cell, string Sentence, int Cells = 1)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Source}{(Cell is null ? "" : $", {Cell}")}: {Sentence}{(Cells > 1 ? $" So in {Cells} cells of the column." : "")}");
}

/// <summary>Gathers notes: the first of a kind in a column, and how many more there are.</summary>
internal sealed class ReadingNotes
{
    private readonly Dictionary<(string Source, string Column, string Kind), ReadingNote> notes = [];

    public IReadOnlyList<ReadingNote> All => [.. notes.Values];

    /// <param name="kind">What notes of a column are counted together by.</param>
    public void Add(string source, string column, string kind, string? cell, string sentence)
    {
        var key = (source, column, kind);
        notes[key] = notes.TryGetValue(key, out var note) ? note with { Cells = note.Cells + 1 } : new(source, cell, sentence);
    }
}
