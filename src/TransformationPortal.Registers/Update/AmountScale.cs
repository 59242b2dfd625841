using System.Globalization;
using System.Text.RegularExpressions;
using TransformationPortal.Core;
using TransformationPortal.Registers.Workbooks;

namespace TransformationPortal.Registers.Update;

/// <summary>An amount of a file that may be in thousands or millions of pounds.</summary>
/// <param name="Row">Its row in the file; the register's field where a row is a field.</param>
/// <param name="Cell">As a spreadsheet names it.</param>
/// <param name="Factor">What it would be multiplied by: 1,000 or 1,000,000.</param>
public sealed record ScaledAmount(string Register, string Source, int Row, Column Column, string? Cell, Money Amount, int Factor);

/// <summary>The question whether amounts are in thousands, or millions, of pounds.</summary>
public sealed record ScaleQuestion(IReadOnlyList<ScaledAmount> Amounts)
{
    /// <summary>The end of the question: <c>thousands of pounds</c>.</summary>
    public string Unit => Amounts.Select(a => a.Factor).Distinct().ToList() is [var only] ? only == AmountScale.Thousand ? "thousands of pounds" : "millions of pounds" : "the units that their headings say";

    /// <summary>The file with these amounts multiplied, and a note of it.</summary>
    public RegisterFile Multiplied(RegisterFile file) => AmountScale.Multiplied(file, this);
}

/// <summary>
/// Finds amounts that a council's own table gives in thousands or millions of pounds: their heading says so, each is about a
/// thousandth of what is recorded, or all of them are far too small. Pure.
/// </summary>
internal static partial class AmountScale
{
    public const int Thousand = 1000;

    private const int Million = 1_000_000;

    // Savings of a programme and their parts: what is below is seldom recorded, and never everywhere.
    private const decimal Small = 10_000;
    private const decimal Largest = 100_000;
    private const int Few = 3;

    /// <param name="changes">What the file would change.</param>
    /// <param name="tables">The file.</param>
    /// <param name="present">The registers as they are.</param>
    public static ScaleQuestion? In(ProgrammeChanges changes, IReadOnlyList<RegisterTable> tables, IReadOnlyList<RegisterTable> present)
    {
        var brought = changes.Registers.Select(change => (change.Register, Amounts: Brought(change, tables.FirstOrDefault(t => t.Name == change.Register.Name)).ToList())).ToList();
        var found = brought.SelectMany(r => r.Amounts.Where(a => a.Factor > 1 || IsAThousandth(a))).ToList();
        var isSmall = brought.Where(r => AreSmall(r.Amounts, Recorded(r.Register, present))).SelectMany(r => r.Amounts).ToList();
        if (isSmall.Count > 0)
        {
            // Where a table is in thousands, so are the few amounts of the others.
            found.AddRange(isSmall.Concat(brought.SelectMany(r => r.Amounts.Count < Few ? r.Amounts.Where(a => a.Was is null && Math.Abs(a.Amount.Pounds) < Largest) : [])));
        }

        List<ScaledAmount> amounts = [.. found.Select(a => a.Scaled).Distinct()];
        return amounts.Count == 0 ? null : new(amounts);
    }

    /// <summary>The file with these amounts multiplied, and a note of it.</summary>
    public static RegisterFile Multiplied(RegisterFile file, ScaleQuestion question)
    {
        var notes = new List<ReadingNote>(file.Notes);
        List<RegisterTable> tables = [.. file.Tables.Select(table =>
        {
            var amounts = question.Amounts.Where(a => a.Register == table.Name).ToList();
            if (amounts.Count == 0)
            {
                return table;
            }

            var first = amounts[0];
            var isMany = amounts.Count > 1;
            notes.Add(new(table.Source, first.Cell, string.Create(
                CultureInfo.InvariantCulture,
                $"{(isMany ? $"{amounts.Count:N0} amounts were" : "the amount was")} read in {(first.Factor == Thousand ? "thousands" : "millions")} of pounds, as you said: {Pounds(first.Amount)} as {Pounds(Times(first))}{(isMany ? ", and so on" : "")}.")));
            return table with { Rows = [.. table.Rows.Select(row => Multiplied(table, row, amounts))] };
        })];
        return file with { Tables = tables, Notes = notes, IsScaleAnswered = true };
    }

    private static RegisterTableRow Multiplied(RegisterTable table, RegisterTableRow row, List<ScaledAmount> amounts)
    {
        var isField = table.Header.SequenceEqual(["field", "value"], StringComparer.Ordinal);
        var here = amounts.Where(a => a.Row == row.Number).ToList();
        return here.Count == 0 ? row : row with
        {
            Cells = [.. row.Cells.Select((text, i) => here.Find(a => isField ? i == 1 : table.Header[i] == a.Column.Name) is { } amount ? amount.Column.Write(Times(amount)) : text)],
        };
    }

    private static Money Times(ScaledAmount amount) => new(amount.Amount.Pounds * amount.Factor);

    private static IEnumerable<BroughtAmount> Brought(RegisterChange change, RegisterTable? table)
    {
        if (table is null)
        {
            yield break;
        }

        var isField = change.Register.Layout == RegisterLayout.Fields;
        foreach (var row in change.Rows.Where(r => r.Row is not null))
        {
            foreach (var cell in row.Cells.Where(c => c.Column.Holds == typeof(Money)))
            {
                var number = isField ? table.Rows.FirstOrDefault(r => r.Cells[0] == cell.Column.Name)?.Number : row.Row;
                if (number is { } at && cell.To.Length > 0 && cell.Column.Read(cell.To) is Money { Pounds: not 0 } amount)
                {
                    var factor = isField ? 1 : FactorOf(table.Headings?.ElementAtOrDefault(table.Header.ToList().IndexOf(cell.Column.Name)));
                    yield return new(
                        cell.From.Length > 0 ? (Money?)cell.Column.Read(cell.From) : null, factor,
                        new(change.Register.Name, table.Source, at, cell.Column, table.CellName(at, cell.Column.Name), amount, factor > 1 ? factor : Thousand));
                }
            }
        }
    }

    private static bool IsAThousandth(BroughtAmount amount) => amount.Was is { } was && Math.Abs(was.Pounds) >= Largest
        && was.Pounds / amount.Amount.Pounds is var ratio and > Thousand / 2 and < Thousand * 2 && ratio > 0;

    private static bool AreSmall(List<BroughtAmount> amounts, List<decimal> recorded)
    {
        var fresh = amounts.Where(a => a.Was is null).Select(a => Math.Abs(a.Amount.Pounds)).Order().ToList();
        return fresh.Count >= Few && fresh.Count == amounts.Count && fresh[^1] < Largest && Middle(fresh) < Small && (recorded.Count == 0 || Middle(recorded) > Middle(fresh) * 20);
    }

    private static List<decimal> Recorded(RegisterDefinition register, IReadOnlyList<RegisterTable> present)
    {
        var money = register.Columns.Select((c, i) => (c, i)).Where(c => c.c.Holds == typeof(Money)).ToList();
        return register.Layout == RegisterLayout.Fields ? [] :
            [.. present.First(t => t.Name == register.Name).Rows.SelectMany(r => money.Select(m => r.Cells[m.i].Length > 0 && m.c.Read(r.Cells[m.i]) is Money a ? Math.Abs(a.Pounds) : 0)).Where(a => a > 0).Order()];
    }

    private static decimal Middle(List<decimal> sorted) => sorted[sorted.Count / 2];

    private static int FactorOf(string? heading) => heading is null ? 1 : Thousands().IsMatch(heading) ? Thousand : Millions().IsMatch(heading) ? Million : 1;

    private static string Pounds(Money amount) => decimal.IsInteger(amount.Pounds) ? MoneyFormat.Format(amount, MoneyStyle.Pounds) : MoneyFormat.WithPence(amount);

    [GeneratedRegex(@"(£|\(|\b|')(k|000s?|thousands?)\b", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Thousands();

    [GeneratedRegex(@"(£ ?|\()(m|mn|millions?)\b|\bin millions?\b", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Millions();

    /// <param name="Was">What is recorded; nothing where nothing is.</param>
    /// <param name="Factor">What the heading says; 1 where it says nothing.</param>
    private sealed record BroughtAmount(Money? Was, int Factor, ScaledAmount Scaled)
    {
        public Money Amount => Scaled.Amount;
    }
}
