using TransformationPortal.Core.Periods;
using TransformationPortal.Core.Ratings;
using TransformationPortal.Core.Views;

namespace TransformationPortal.Core.Papers;

/// <summary>What every cell of a register's column is.</summary>
public enum RegisterColumnKind
{
    Text,

    /// <summary>A day.</summary>
    Date,

    /// <summary>Pounds.</summary>
    Pounds,

    /// <summary>A plain number; what it counts, the column's label says.</summary>
    Number,

    /// <summary>Green, amber or red.</summary>
    Rating,

    /// <summary>A figure whose unit another column of the row says: pounds, a count or a share of one.</summary>
    Figure,
}

/// <summary>A column of a register.</summary>
/// <param name="Name">Its name in a file for machines: <c>planned_end</c>.</param>
/// <param name="Label">Its heading.</param>
/// <param name="Weight">How much room it needs on paper, in millimetres at the usual size.</param>
/// <param name="IsDataOnly">Left out on paper, where there is no room for it; a data file holds it.</param>
public sealed record RegisterColumn(string Name, string Label, RegisterColumnKind Kind, int Weight, bool IsDataOnly = false);

/// <summary>One cell of a register; where nothing is recorded there is none.</summary>
public abstract record RegisterCell
{
    private RegisterCell()
    {
    }

    /// <summary>As it is printed.</summary>
    public abstract string Text { get; }

    public static RegisterCell? Words(string? text) => string.IsNullOrWhiteSpace(text) ? null : new OfText(text);

    public static RegisterCell? Day(DateOnly? day) => day is { } value ? new OfDay(value) : null;

    public static RegisterCell? Pounds(Money? amount) => amount is { } value ? new OfPounds(value) : null;

    public static RegisterCell? Number(decimal? number) => number is { } value ? new OfNumber(value) : null;

    public static RegisterCell? Rated(Rag? rating) => rating is { } value ? new OfRating(value) : null;

    public static RegisterCell? Of(Figure figure) => figure.Amount is null ? null : new OfFigure(figure);

    public sealed record OfText(string Value) : RegisterCell
    {
        public override string Text => Value;
    }

    public sealed record OfDay(DateOnly Value) : RegisterCell
    {
        public override string Text => DateFormat.Short(Value);
    }

    public sealed record OfPounds(Money Value) : RegisterCell
    {
        /// <summary>How papers print it; data files hold the whole amount.</summary>
        public MoneyStyle Style { get; init; } = MoneyStyle.Millions;

        public override string Text => MoneyFormat.Format(Value, Style);
    }

    public sealed record OfNumber(decimal Value) : RegisterCell
    {
        public override string Text => MoneyFormat.Count(Value);
    }

    public sealed record OfRating(Rag Value) : RegisterCell
    {
        public override string Text => Value.ToString();
    }

    public sealed record OfFigure(Figure Value) : RegisterCell
    {
        public override string Text => Value.Text;
    }
}

/// <summary>A list of records, such as the risks: one row a record, one kind of thing a column.</summary>
/// <param name="Key">Its name in a file: <c>risks</c>.</param>
/// <param name="Rows">One cell for each column; nothing where nothing is recorded. May be read one by one.</param>
/// <param name="Notes">Sentences that belong under it.</param>
/// <param name="WhenEmpty">The sentence that stands for a table without rows.</param>
public sealed record PaperTable(
    string Key,
    string Title,
    IReadOnlyList<RegisterColumn> Columns,
    IEnumerable<IReadOnlyList<RegisterCell?>> Rows,
    IReadOnlyList<string> Notes,
    string WhenEmpty)
{
    /// <summary>The register as paper shows it: without the columns that only a data file holds.</summary>
    public PaperTable OnPaper()
    {
        List<int> kept = [.. Enumerable.Range(0, Columns.Count).Where(i => !Columns[i].IsDataOnly)];
        return this with { Columns = [.. kept.Select(i => Columns[i])], Rows = Rows.Select(row => (IReadOnlyList<RegisterCell?>)[.. kept.Select(i => row[i])]) };
    }
}
