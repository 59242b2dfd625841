using TransformationPortal.Core.Ledgers;
using TransformationPortal.Core.Views;

namespace TransformationPortal.Core.Comparisons;

/// <summary>A figure in two editions.</summary>
/// <param name="Parts">What its change is made of: they add up to it. None for a share, which its two figures explain.</param>
public sealed record ComparedFigure(string Title, Figure Before, Figure After, IReadOnlyList<ChangePart> Parts)
{
    /// <summary>After less before; nothing when neither records anything, or for a share that one of them does not have.</summary>
    public decimal? Change => After.Unit == FigureUnit.Share
        ? After.Amount - Before.Amount
        : Before.Amount is null && After.Amount is null ? null : (After.Amount ?? 0) - (Before.Amount ?? 0);

    /// <summary>The change with its sign, in full: <c>+£755,000</c>, <c>+1 percentage point</c>, <c>No change</c>.</summary>
    public string ChangeText => ChangeWords.Of(Change, After.Unit);

    public bool Changed => Change is not (null or 0);
}

/// <summary>A row of a slice that is cut: its value in both editions. What neither records has no row.</summary>
public sealed record ComparedRow(string Value, string Label, Money? Before, Money? After)
{
    /// <summary>Pounds, after less before.</summary>
    public decimal Change => After.OrZero().Pounds - Before.OrZero().Pounds;

    internal static IReadOnlyList<ComparedRow> Of(
        IReadOnlyList<(string Value, Money Amount)> before, IReadOnlyList<(string Value, Money Amount)> after, Func<string, string> label)
    {
        var (was, now) = (before.ToDictionary(p => p.Value, p => p.Amount, StringComparer.Ordinal), after.ToDictionary(p => p.Value, p => p.Amount, StringComparer.Ordinal));
        return
        [
            .. after.Concat(before).Select(p => p.Value).Distinct(StringComparer.Ordinal)
                .Select(v => new ComparedRow(v, label(v), was.TryGetValue(v, out var w) ? w : null, now.TryGetValue(v, out var n) ? n : null)),
        ];
    }
}

/// <summary>A slice in one line, in the reader's words.</summary>
internal static class SliceTitle
{
    public static string Of<TDimension>(Slice<TDimension> slice, Func<TDimension, string, string> label)
        where TDimension : struct, Enum => string.Join(", ", slice.Filters.Select(f => string.Join(" or ", f.Value.Select(v => label(f.Key, v)))));
}
