namespace TransformationPortal.Core.Reading;

/// <summary>
/// What a typed text was read as: a value, perhaps with a word on how it was read or with a question; or what is wrong
/// with it, and the nearest right spelling where one is plausible.
/// </summary>
public sealed record Reading<T>
    where T : struct
{
    /// <summary>The text as typed, without what cannot be seen.</summary>
    public required string Typed { get; init; }

    /// <summary>What it was read as; nothing where it could not be read.</summary>
    public T? Value { get; init; }

    /// <summary>How it was read, a sentence, where a person may have meant it otherwise.</summary>
    public string? Note { get; init; }

    /// <summary>A sentence that asks whether a value that is possible but unlikely is meant.</summary>
    public string? Question { get; init; }

    /// <summary>What is wrong, the end of “… cannot be read: ”; nothing where it was read.</summary>
    public string? Problem { get; init; }

    /// <summary>The nearest text that would be read, where one is plausible.</summary>
    public string? Suggestion { get; init; }

    /// <summary>What is said where it could not be read: <c>“31/6/2019” cannot be read: June has 30 days. …</c></summary>
    public string? Refusal => Problem is null
        ? null
        : $"“{Short(Typed)}” cannot be read: {Problem}.{(Suggestion is null ? "" : $" Did you mean {Suggestion}?")}";

    internal static Reading<T> Of(string typed, T value, string? note = null, string? question = null) =>
        new() { Typed = typed, Value = value, Note = note, Question = question };

    internal static Reading<T> Wrong(string typed, string problem, string? suggestion = null) =>
        new() { Typed = typed, Problem = problem, Suggestion = suggestion };

    private static string Short(string text) => text.Length <= 80 ? text : text[..80] + "…";
}
