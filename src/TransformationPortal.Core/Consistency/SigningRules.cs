using TransformationPortal.Core.Editions;

namespace TransformationPortal.Core.Consistency;

/// <summary>
/// Who may let a finding stand, and with what words. A quarter is published on more than one person's word: whoever publishes
/// is not the only one who has signed, and finance stands beside the PMO where much money is apart.
/// </summary>
public static class SigningRules
{
    /// <summary>A note that is shorter says nothing.</summary>
    public const int FewestCharacters = 20;

    private const int FewestWords = 4;

    /// <summary>What is wrong with the words of a note; nothing where they say something of this finding.</summary>
    /// <param name="words">As they were typed.</param>
    /// <param name="finding">The key of the finding that they are for.</param>
    /// <param name="signed">The notes of the quarter.</param>
    public static string? Problem(string words, string finding, IEnumerable<(string Finding, string Words)> signed)
    {
        var said = Plain(words);
        if (said.Length == 0)
        {
            return "Say in words that readers will see why it stands.";
        }

        return said.Length < FewestCharacters || said.Split(' ').Distinct(StringComparer.Ordinal).Count() < FewestWords
            ? $"Say more: a note of fewer than {MoneyFormat.Count(FewestCharacters)} characters, or of fewer than {MoneyFormat.Count(FewestWords)} different words, tells readers nothing."
            : signed.Any(n => n.Finding != finding && Plain(n.Words) == said)
                ? "Another finding of this quarter is signed for in the same words. Say why this one stands." : null;
    }

    /// <summary>Whether finance has to sign for a finding beside the PMO.</summary>
    /// <param name="limit">What the council has set: pounds above which finance signs; nothing where it has set none.</param>
    public static bool NeedsFinance(Finding finding, Money? limit) =>
        limit is { } most && finding.Apart is { } apart && Math.Abs(apart.Pounds) > most.Pounds;

    /// <summary>Whether whoever publishes is the only person who has signed for anything, so that nobody else has looked at what stands.</summary>
    /// <param name="signers">The user names of all who have signed.</param>
    public static bool IsAlone(string publisher, IReadOnlyCollection<string> signers) =>
        signers.Count > 0 && signers.All(s => string.Equals(s, publisher, StringComparison.OrdinalIgnoreCase));

    // The same words in another case or with other stops are the same words.
    private static string Plain(string words) =>
        string.Join(' ', string.Concat(words.Select(c => char.IsLetterOrDigit(c) || c is '£' or '%' ? char.ToLowerInvariant(c) : ' ')).Split(' ', StringSplitOptions.RemoveEmptyEntries));
}
