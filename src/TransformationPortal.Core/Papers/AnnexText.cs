using System.Globalization;
using System.Runtime.CompilerServices;
using TransformationPortal.Core.Periods;
using TransformationPortal.Core.Views;

namespace TransformationPortal.Core.Papers;

/// <summary>A stretch of text of one kind.</summary>
/// <param name="Figure">Where the text prints a figure, that figure: a number in a sentence is never typed, it is one of these.</param>
/// <param name="Address">For a figure whose words were fixed when the quarter was published: the address of what it is made of, below the quarter.</param>
/// <param name="Note">A footnote that belongs to what stands before it: where a figure that is not the portal's comes from. The run has no text then.</param>
public sealed record AnnexRun(string Text, bool IsStrong = false, Figure? Figure = null, string? Address = null, string? Note = null)
{
    /// <summary>The words of a run, those of a footnote in brackets: where there is no place for footnotes.</summary>
    public string Plain => Note is null ? Text : $" (source: {Note})";

    /// <summary>Where a reader finds what the figure is made of, below the quarter; nothing where the text prints none.</summary>
    public string? FigureAddress => Address ?? (Figure is { } figure ? Views.FigureAddress.Of(figure.Source).Text(isFixed: true) : null);
}

/// <summary>
/// A paragraph's text. Written as an interpolated string whose holes keep what they print:
/// <c>AnnexText.Of($"{target} is to be saved by {day}.")</c>.
/// </summary>
public sealed record AnnexText(IReadOnlyList<AnnexRun> Runs)
{
    /// <summary>The text without its marks.</summary>
    public string Plain => string.Concat(Runs.Select(r => r.Plain));

    /// <summary>The figures it prints, in order.</summary>
    public IEnumerable<(Figure Figure, string Text)> Figures => Runs.Where(r => r.Figure is not null).Select(r => (r.Figure!, r.Text));

    public static AnnexText Words(string text) => new([new AnnexRun(text)]);

    public static AnnexText Of(AnnexTextBuilder text) => text.Build();

    /// <summary>One text after another, with a space between them; missing ones are left out.</summary>
    public static AnnexText Join(params IEnumerable<AnnexText?> texts)
    {
        var runs = new List<AnnexRun>();
        foreach (var text in texts.OfType<AnnexText>().Where(t => t.Runs.Count > 0))
        {
            if (runs.Count > 0)
            {
                runs.Add(new AnnexRun(" "));
            }

            runs.AddRange(text.Runs);
        }

        return new(runs);
    }

    /// <summary>A list as a sentence holds it: <c>a, b and c</c>.</summary>
    public static AnnexText List(IReadOnlyList<AnnexText> items)
    {
        var runs = new List<AnnexRun>();
        for (var i = 0; i < items.Count; i++)
        {
            if (i > 0)
            {
                runs.Add(new AnnexRun(i == items.Count - 1 ? " and " : ", "));
            }

            runs.AddRange(items[i].Runs);
        }

        return new(runs);
    }
}

/// <summary>What the compiler makes of an interpolated <see cref="AnnexText"/>.</summary>
[InterpolatedStringHandler]
public readonly struct AnnexTextBuilder(int literalLength, int formattedCount)
{
    /// <summary>The format of a figure that a sentence must give to the last thousand: <c>{target:exact}</c>.</summary>
    public const string Exact = "exact";

    private readonly List<AnnexRun> runs = new((formattedCount * 2) + Math.Min(literalLength, 1));

    public void AppendLiteral(string text) => runs.Add(new AnnexRun(text));

    public void AppendFormatted(string? text) => runs.Add(new AnnexRun(text ?? ""));

    public void AppendFormatted(AnnexText text) => runs.AddRange(text.Runs);

    public void AppendFormatted(Figure figure) => runs.Add(new AnnexRun(figure.Amount is null ? "nothing recorded" : figure.Text, false, figure));

    /// <summary>A figure in the unit that suits the amounts beside it in the sentence.</summary>
    public void AppendFormatted((Figure Figure, MoneyUnit Unit) figure) =>
        runs.Add(new AnnexRun(figure.Figure.Amount is null ? "nothing recorded" : figure.Figure.In(figure.Unit), false, figure.Figure));

    public void AppendFormatted((Money Amount, MoneyUnit Unit) money) => AppendFormatted(money.Unit.Text(money.Amount));

    /// <exception cref="FormatException">The format is not <see cref="Exact"/>, or the figure is no money.</exception>
    public void AppendFormatted(Figure figure, string format)
    {
        if (format != Exact || figure.Unit != FigureUnit.Pounds)
        {
            throw new FormatException($"“{format}” is not a format of a figure in {figure.Unit}.");
        }

        AppendFormatted((figure, MoneyUnit.Exact));
    }

    public void AppendFormatted(Money amount) => AppendFormatted(MoneyFormat.Format(amount, MoneyStyle.Millions));

    public void AppendFormatted(DateOnly day) => AppendFormatted(DateFormat.Long(day));

    public void AppendFormatted(FinancialYear year) => AppendFormatted(year.ToString());

    public void AppendFormatted(Quarter quarter) => AppendFormatted(quarter.ToString());

    public void AppendFormatted(int number) => AppendFormatted(number.ToString("#,0", CultureInfo.InvariantCulture));

    internal AnnexText Build() => new(runs);
}
