using TransformationPortal.Core.Reading;
using TransformationPortal.Data.Entities;
using TransformationPortal.Registers;
using TransformationPortal.Registers.Present;
using TransformationPortal.Registers.Definitions;
using TransformationPortal.Registers.Update;

namespace TransformationPortal.Web.Areas.Registers.Models;

/// <summary>A register's rows.</summary>
/// <param name="Query">The words that rows are limited to.</param>
public sealed record RegisterRowsPage(RegisterView View, string? Query, string? Done)
{
    /// <summary>Rows shown at once.</summary>
    public const int Most = 500;

    private const int ColumnsShown = 6;

    /// <summary>The first columns, and all that tell rows apart; a row's own page has every one.</summary>
    public IReadOnlyList<int> Columns =>
        [.. Enumerable.Range(0, View.Register.Columns.Count).Where(i => i < ColumnsShown || View.Register.Key.Contains(View.Register.Columns[i]))];

    public IReadOnlyList<RegisterRowView> Found { get; } =
    [
        .. View.Rows.Where(r => string.IsNullOrEmpty(Query)
            || MatchingKey.Of(Query).Split(' ', StringSplitOptions.RemoveEmptyEntries).All(w => r.Cells.Where((c, i) => Holds(c, w) || Holds(CellText.Of(View.Register.Columns[i], View.Words.Said(View.Register.Columns[i], c)), w)).Any())),
    ];

    // As it is kept, and as it is shown.
    private static bool Holds(string text, string word) => MatchingKey.Holds(text, word);
}

/// <summary>A row to be added or changed.</summary>
/// <param name="Row">None where it is new.</param>
/// <param name="Typed">What its fields hold, in the order of the columns.</param>
public sealed record RegisterRowPage(RegisterView View, RegisterRowView? Row, IReadOnlyList<string> Typed, IReadOnlyList<RegisterHistoryEntity> History)
{
    // A list longer than this is typed and not picked.
    private const int MostOffered = 300;

    private const int LongestName = 60;

    public RegisterDefinition Register => View.Register;

    /// <summary>From when the change holds, as it was typed.</summary>
    public HoldsFromInput Holds { get; init; } = new();

    /// <summary>The key of the questions that are asked of what was typed; nothing where none is.</summary>
    public string? Sure { get; init; }

    /// <summary>The fingerprint of the row that was seen first.</summary>
    public string? Seen { get => field ?? Row?.Seen; init; }

    /// <summary>The cells that were seen first; with them, what somebody else changes meanwhile is told from what is changed here.</summary>
    public IReadOnlyList<string>? Was { get => field ?? Row?.Cells; init; }

    /// <summary>Fields that somebody else changed too: it has to be chosen whose text stands.</summary>
    public IReadOnlyList<Column> Contested { get; init; } = [];

    /// <summary>What a field may hold; nothing where it is typed.</summary>
    public IReadOnlyList<string>? Offered(Column column) =>
        column.Choices.Count > 0 ? View.Words.Choices(column) : View.Offers.TryGetValue(column.Name, out var offers) && offers.Count <= MostOffered ? offers : null;

    /// <summary>What is typed to take a row out.</summary>
    public static string ToConfirm(RegisterRowView row) => row.Name.Length <= LongestName ? row.Name : "remove";

    public static bool IsLong(Column column) => column.Holds == typeof(string) && column.Reference is null && (column.Expected.Contains("2000", StringComparison.Ordinal) || column.Expected.Contains("400 ", StringComparison.Ordinal));
}

/// <summary>What happened in a register.</summary>
public sealed record RegisterHistoryPage(RegisterDefinition Register, RegisterEntries Entries);

/// <summary>Entries of history, the latest first, as the pages say them.</summary>
/// <param name="Names">What the codes of rows stand for.</param>
public sealed record RegisterEntries(IReadOnlyList<RegisterHistoryEntity> Entries, ConfidenceWords Words, RowNames Names)
{
    public string Row(RegisterHistoryEntity entry) =>
        AllRegisters.FindKept(entry.Register) is { } register ? Names.Row(register, string.Join(", ", Words.Named(register, entry.Row).Split(", ").Select(Month))) : entry.Row;

    /// <summary>What happened, as <c>Changed: Revised target from £1,271,000 to £1,234,000</c>.</summary>
    public string What(RegisterHistoryEntity entry) => entry.Column is not { } name ? entry.Action.ToString()
        : $"{entry.Action}: {Column(entry)?.Heading ?? name.Replace('_', ' ')} from {Said(entry, entry.From)} to {Said(entry, entry.To)}";

    private string Said(RegisterHistoryEntity entry, string? text) => string.IsNullOrEmpty(text) ? "nothing"
        : Column(entry) is { } column ? Names.Cell(column, CellText.Of(column, Words.Said(column, text))) : text;

    private static Column? Column(RegisterHistoryEntity entry) => AllRegisters.FindKept(entry.Register)?.Columns.FirstOrDefault(c => c.Name == entry.Column);

    // A month that is part of a row's name.
    private static string Month(string part) => part.Length == 7 && Core.Periods.ReportingMonth.TryParse(part, out var month) ? month.Name : part;
}
