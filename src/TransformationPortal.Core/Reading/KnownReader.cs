namespace TransformationPortal.Core.Reading;

/// <summary>
/// Reads codes and names of what is there already: <c>tp 07</c> is TP-07, <c>Childrens’ services</c> is near to Children's
/// services. What is read is always spelt as it is kept.
/// </summary>
public static class KnownReader
{
    /// <summary>The one that is meant, or nothing and the nearest one.</summary>
    /// <param name="text">As typed.</param>
    /// <param name="known">As they are kept.</param>
    public static KnownReading Code(string? text, IReadOnlyCollection<string> known)
    {
        var typed = TypedText.Line(text);
        var (figures, loose) = (MatchingKey.Letters(typed), Loose(typed));
        var code = Only(known.Where(k => MatchingKey.AreSame(k, typed))) 
            ?? Only(known.Where(k => figures.Length > 0 && MatchingKey.Letters(k) == figures));
        return new(typed, code, code is not null ? null
            : Only(known.Where(k => loose.Length > 0 && Loose(k) == loose)) ?? Nearest.To(typed, known));
    }

    /// <inheritdoc cref="Code"/>
    public static KnownReading Name(string? text, IReadOnlyCollection<string> known)
    {
        var typed = TypedText.Line(text);
        var name = Only(known.Where(k => string.Equals(k, typed, StringComparison.Ordinal)))
            ?? Only(known.Where(k => MatchingKey.AreSame(k, typed)));
        return new(typed, name, name is null ? Nearest.To(typed, known) : null);
    }

    /// <summary>The one of known texts that is the financial year which a text means: 2024/25 for <c>24/25</c>.</summary>
    /// <param name="known">As they are kept; those that are no years are never meant.</param>
    public static string? Year(string? text, IReadOnlyCollection<string> known) =>
        FinancialYearReader.Read(text).Value is { } year && year.ToString() is var name && known.Contains(name) ? name : null;

    private static string? Only(IEnumerable<string> found) => found.Take(2).ToList() is [var only] ? only : null;

    // TP-7 for TP-07: near enough to ask, not to take.
    private static string Loose(string text) => MatchingKey.Letters(text).Replace("0", "", StringComparison.Ordinal);
}

/// <summary>Which of those that are there a text means.</summary>
/// <param name="Typed">The text as typed, without what cannot be seen.</param>
/// <param name="Value">As it is kept; nothing where none, or more than one, is meant.</param>
/// <param name="Suggestion">The nearest one, where none is meant.</param>
public sealed record KnownReading(string Typed, string? Value, string? Suggestion);
