namespace TransformationPortal.Web.Areas.Pmo.Models.Parts;

public enum PartFieldKind
{
    /// <summary>One line of plain text.</summary>
    Line,

    /// <summary>Markdown of the simple kind, with figures in braces.</summary>
    Prose,

    /// <summary>Several lines of plain text.</summary>
    Words,

    /// <summary>A number, or pounds.</summary>
    Number,

    /// <summary>One of a list, or nothing.</summary>
    Choice,
}

/// <summary>A field of a row of a part.</summary>
/// <param name="Name">The name it is posted under, once a row.</param>
/// <param name="Most">The most characters it may have.</param>
public sealed record PartField(string Name, string Label, PartFieldKind Kind, int Most, bool IsRequired = false)
{
    public string? Hint { get; init; }

    /// <summary>For a choice: value and text.</summary>
    public IReadOnlyList<(string Value, string Text)> Options { get; init; } = [];
}

/// <summary>What was typed in a row, by field; what is not there is empty.</summary>
public sealed class PartRow(IReadOnlyDictionary<string, string> values)
{
    public static PartRow Empty { get; } = new(new Dictionary<string, string>());

    public string this[string field] => values.GetValueOrDefault(field, "");

    public bool IsEmpty => values.All(v => string.IsNullOrWhiteSpace(v.Value));

    public string? Find(string field) => string.IsNullOrWhiteSpace(this[field]) ? null : this[field];

    public static PartRow Of(params (string Field, string? Value)[] values) => new(values.ToDictionary(v => v.Field, v => v.Value ?? ""));
}

/// <summary>Something wrong in a part.</summary>
/// <param name="Field">The field's name and the number of its row: <c>Text-2</c>.</param>
public sealed record PartProblem(string Field, string Sentence);
