using System.Globalization;
using TransformationPortal.Core.Editions;
using TransformationPortal.Core.Periods;
using TransformationPortal.Core.Views;

namespace TransformationPortal.Core.Papers;

/// <summary>Wordings that the papers share.</summary>
internal static class AnnexWords
{
    private static readonly string[] Small = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];

    public static string Subject(Edition edition) => $"{edition.Programme.Name}: {edition.Quarter}, {edition.Quarter.Months}";

    /// <summary>A number in a sentence: in letters up to nine.</summary>
    public static string Number(int number) => number < Small.Length ? Small[number] : number.ToString(CultureInfo.InvariantCulture);

    /// <summary>A number with what it counts: <c>two projects</c>.</summary>
    /// <param name="many">Nothing where the word takes an s.</param>
    public static string Counted(int count, string one, string? many = null) => $"{Number(count)} {(count == 1 ? one : many ?? one + "s")}";

    /// <summary>Words as they begin a sentence.</summary>
    public static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];

    /// <summary>One year, or the first and the last of several.</summary>
    public static string Span(IReadOnlyList<FinancialYear> years) => years is [var only] ? only.ToString() : $"{years[0]} to {years[^1]}";

    /// <summary>A name with its figure behind it: <c>People (£3.0m)</c>.</summary>
    public static AnnexText Named(string name, Figure figure) => AnnexText.Of($"{name} ({figure})");

    /// <summary>What is owed to a reader who adds up rounded parts and does not come to the rounded whole; nothing where the parts do.</summary>
    public static AnnexText? RoundingRemark(Figure whole, IEnumerable<Figure> parts) =>
        whole.Money is { } money && parts.Sum(p => MoneyUnits.Printed(MoneyUnit.Short, p.Money.OrZero())) != MoneyUnits.Printed(MoneyUnit.Short, money)
            ? AnnexText.Words("Each amount is rounded by itself, so the parts may not add up to the whole.")
            : null;

    /// <summary>What readers must know of where the figures come from and how they are printed.</summary>
    public static AnnexSection Notes(Edition edition)
    {
        List<AnnexText> notes =
        [
            AnnexText.Words($"In a table of savings a blank means that nothing is recorded. {ZeroOf(TableFormat.AnnexSavings)}"),
            AnnexText.Words($"In a table of budgets a dash means that nothing is recorded. {ZeroOf(TableFormat.AnnexCosts)}"),
            AnnexText.Words("Amounts in sentences are positive. Tables of savings print a saving as a negative, because it reduces a budget."),
        ];
        if (edition.Programme.Provenance is { Length: > 0 } provenance)
        {
            notes.Add(AnnexText.Words(provenance));
        }

        return new("Notes", [new AnnexBlock.Bullets(notes)]);
    }

    private static string ZeroOf(TableFormat format) => format.Legend()[(format.Legend().IndexOf('.', StringComparison.Ordinal) + 2)..];
}
