using System.Collections.Frozen;

namespace TransformationPortal.Web.Security;

/// <summary>The passwords among the hundred thousand most common that are long enough to be chosen; the build picks them from a published list.</summary>
internal static class GuessedPasswords
{
    private static readonly Lazy<FrozenSet<string>> All = new(Read);

    /// <summary>How many there are.</summary>
    public static int Count => All.Value.Count;

    /// <summary>Whether it is one of them, in whatever case.</summary>
    public static bool Contains(string password) => All.Value.Contains(password.Trim().ToLowerInvariant());

    private static FrozenSet<string> Read()
    {
        using var stream = typeof(GuessedPasswords).Assembly.GetManifestResourceStream("common-passwords.txt")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);
    }
}
