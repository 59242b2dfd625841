using TransformationPortal.Core.Ratings;

namespace TransformationPortal.Core.Papers;

/// <summary>Lays a list of records out as a register: one column at a time, each with where its cells come from.</summary>
internal sealed class RegisterBuilder<T>(string key, string title, IEnumerable<T> items, string whenEmpty)
{
    private readonly List<(RegisterColumn Column, Func<T, RegisterCell?> Cell)> columns = [];
    private readonly List<string> notes = [];

    public RegisterBuilder<T> Words(string name, string label, int weight, Func<T, string?> value) =>
        Add(new(name, label, RegisterColumnKind.Text, weight), item => RegisterCell.Words(value(item)));

    public RegisterBuilder<T> Day(string name, string label, Func<T, DateOnly?> value) =>
        Add(new(name, label, RegisterColumnKind.Date, 22), item => RegisterCell.Day(value(item)));

    public RegisterBuilder<T> Pounds(string name, string label, int weight, Func<T, Money?> value) =>
        Add(new(name, label, RegisterColumnKind.Pounds, weight), item => RegisterCell.Pounds(value(item)));

    /// <summary>Amounts that papers print in whole pounds, as the pages do, so that they add up to the sums beside them.</summary>
    public RegisterBuilder<T> WholePounds(string name, string label, int weight, Func<T, Money> value) =>
        Add(new(name, label, RegisterColumnKind.Pounds, weight), item => new RegisterCell.OfPounds(value(item)) { Style = MoneyStyle.Pounds });

    public RegisterBuilder<T> Number(string name, string label, int weight, Func<T, decimal?> value) =>
        Add(new(name, label, RegisterColumnKind.Number, weight), item => RegisterCell.Number(value(item)));

    public RegisterBuilder<T> Rated(string name, string label, Func<T, Rag?> value) =>
        Add(new(name, label, RegisterColumnKind.Rating, 18), item => RegisterCell.Rated(value(item)));

    public RegisterBuilder<T> Add(RegisterColumn column, Func<T, RegisterCell?> cell)
    {
        columns.Add((column, cell));
        return this;
    }

    /// <summary>The last column goes into data files only.</summary>
    public RegisterBuilder<T> DataOnly()
    {
        columns[^1] = columns[^1] with { Column = columns[^1].Column with { IsDataOnly = true } };
        return this;
    }

    public RegisterBuilder<T> Note(params IEnumerable<string> sentences)
    {
        notes.AddRange(sentences);
        return this;
    }

    /// <summary>
    /// Where each record comes from. On paper one basis for all is a note under the table, different ones are a column, and
    /// none at all is nothing.
    /// </summary>
    public RegisterBuilder<T> Basis(Func<T, string?> value)
    {
        List<string?> bases = [.. items.Select(value).Distinct(StringComparer.Ordinal)];
        Words("basis", "Basis", bases.Count <= 1 ? 100 : 26, value);
        if (bases.Count <= 1)
        {
            DataOnly();
            notes.AddRange(bases.OfType<string>().Where(b => b.Length > 0).Select(b => $"Basis: {b}."));
        }

        return this;
    }

    public PaperTable Build() => new(
        key, title, [.. columns.Select(c => c.Column)],
        items.Select(item => (IReadOnlyList<RegisterCell?>)[.. columns.Select(c => c.Cell(item))]), notes, whenEmpty);
}
