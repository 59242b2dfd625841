namespace TransformationPortal.Web.Models;

/// <summary>A one-line field of a form, with its label, hint and error in the GOV.UK pattern.</summary>
/// <param name="Name">The name it is posted under.</param>
/// <param name="Value">What was typed; a password is never given back.</param>
public sealed record TextField(string Name, string Label, string? Value)
{
    public string Type { get; init; } = "text";

    public string? Hint { get; init; }

    public string? Autocomplete { get; init; }

    /// <summary>Which keyboard a phone shows, where it is not that of the type.</summary>
    public string? InputMode { get; init; }
}
