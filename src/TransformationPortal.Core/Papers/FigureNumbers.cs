using TransformationPortal.Core.Views;

namespace TransformationPortal.Core.Papers;

/// <summary>The cells of a table of figures as numbers, for files whose reader computes with them.</summary>
public static class FigureNumbers
{
    /// <summary>
    /// The number that <see cref="TableFormatFacts.Text"/> prints, not rounded: pounds in £ million, a saving as a negative
    /// where the table prints it so; nothing where nothing is recorded.
    /// </summary>
    public static decimal? Number(this TableFormat format, decimal? amount) => format switch
    {
        // Zero minus nothing is a plain zero: a negative zero would be printed with its sign.
        TableFormat.AnnexSavings => amount is { } saving ? 0m - new Money(saving).Millions : null,
        TableFormat.AnnexCosts or TableFormat.ChartMillions => amount is { } pounds ? new Money(pounds).Millions : null,
        TableFormat.Counts => amount,
        _ => throw new ArgumentOutOfRangeException(nameof(format), format, "Unknown table format."),
    };

    /// <summary>How many decimals the table prints.</summary>
    public static int Decimals(this TableFormat format) => format switch
    {
        TableFormat.AnnexSavings or TableFormat.ChartMillions => 3,
        TableFormat.AnnexCosts => 1,
        TableFormat.Counts => 0,
        _ => throw new ArgumentOutOfRangeException(nameof(format), format, "Unknown table format."),
    };

    /// <summary>What one of the number stands for.</summary>
    public static string Unit(this TableFormat format) => format == TableFormat.Counts ? "projects" : "£ million";
}
