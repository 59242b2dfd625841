using System.Text.RegularExpressions;
using TransformationPortal.Core.Editions;
using TransformationPortal.Core.Ledgers;

namespace TransformationPortal.Core.Narrative;

/// <summary>Something wrong in prose, for who wrote it.</summary>
/// <param name="Where">The part that is wrong, as it was typed.</param>
/// <param name="Nearest">What was most likely meant, the nearest first; may be empty.</param>
public sealed record ProseProblem(string Where, string Sentence, IReadOnlyList<string> Nearest)
{
    /// <summary>What is wrong and what was most likely meant.</summary>
    public string Message => Nearest.Count == 0 ? Sentence : $"{Sentence} Did you mean {string.Join(" or ", Nearest)}?";
}

/// <summary>Checks what the programme office writes: every figure exists and gives something, and links lead where links may.</summary>
public static partial class ProseCheck
{
    private static readonly string[] Own = ["project:", "spotlight:", "document:"];

    public static IReadOnlyList<ProseProblem> Problems(FigureReader figures, string text) => [.. Figures(figures, text), .. SourceNotes.Problems(text), .. Links(text)];

    /// <summary>Figures that do not exist, or give nothing as things stand.</summary>
    public static IEnumerable<ProseProblem> Figures(FigureReader figures, string text)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var part in Prose.Parse(text))
        {
            if (part.IsFigure && seen.Add(part.Text) && figures.Read(part.Text, DecisionBasis.AsItStands) is { Problem: { } problem } reading)
            {
                yield return new("{" + part.Text + "}", problem, reading.Nearest);
            }
            else if (!part.IsFigure && Unclosed().Match(part.Text) is { Success: true } open)
            {
                yield return new(open.Value, $"“{open.Value.Trim()}…” opens a brace and does not close it. A figure ends with }}.", []);
            }
        }
    }

    private static IEnumerable<ProseProblem> Links(string text)
    {
        foreach (Match link in Link().Matches(text))
        {
            var address = link.Groups["address"].Value;
            if (link.Groups["image"].Success)
            {
                yield return new(link.Value, "Pictures cannot be shown in text. Leave out the exclamation mark to make it a link.", []);
            }
            else if (!IsAllowed(address))
            {
                yield return new(link.Value, $"A link may lead to an https address, to a page of the portal such as /2019-20/q1/projects, or to project:code, spotlight:code or document:key; “{address}” is none of these.", []);
            }
        }
    }

    /// <summary>Whether a link in prose may lead there: over https, to a page of the portal, or to something of the edition.</summary>
    public static bool IsAllowed(string address) =>
        (Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme == "https" && uri.Host.Length > 0)
        || (address.StartsWith('/') && !address.StartsWith("//", StringComparison.Ordinal) && !address.StartsWith("/\\", StringComparison.Ordinal))
        || Array.Exists(Own, scheme => address.StartsWith(scheme, StringComparison.Ordinal) && address.Length > scheme.Length);

    [GeneratedRegex(@"\{\p{L}[^\s}]{0,30}", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Unclosed();

    // Markdown's own links, reference definitions and angle brackets: each can name an address. What stands between the
    // brackets does not matter and may hold brackets itself, so that only where they end is looked for.
    [GeneratedRegex(
        @"(?<image>!\[[^\]\n]*)?\]\(\s*<?(?<address>[^)\s>]*)|^[\s>*+\-0-9.)]*\[.+\]:\s*<?(?<address>[^\s>]+)|<(?<address>[A-Za-z][A-Za-z0-9+.-]*:[^>\s]*)>",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.Multiline,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Link();
}
