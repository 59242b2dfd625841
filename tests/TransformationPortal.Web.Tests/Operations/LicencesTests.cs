using System.Text.Json;

namespace TransformationPortal.Web.Tests.Operations;

/// <summary>The page of licences, beside what the program is locked to.</summary>
public sealed class LicencesTests
{
    // They are used while the portal is built, and not shipped.
    private static readonly string[] BuiltWith = ["Meziantou.Analyzer", "Microsoft.CodeAnalysis.BannedApiAnalyzers", "Microsoft.Web.LibraryManager.Build"];

    [Fact]
    public async Task Page_NamesEveryPackageThatIsShippedAndNoOther()
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "Operations");
        using var locked = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(folder, "packages.lock.json")));
        var shipped = locked.RootElement.GetProperty("dependencies").EnumerateObject().SelectMany(f => f.Value.EnumerateObject())
            .Where(p => p.Value.GetProperty("type").GetString() != "Project")
            .Select(p => p.Name)
            .Except(BuiltWith, StringComparer.Ordinal);
        var page = await File.ReadAllLinesAsync(Path.Combine(folder, "licences.md"));

        var named = page.Where(l => l.StartsWith("| ", StringComparison.Ordinal)).Skip(1).SelectMany(l => l.Split('|')[2].Split(',', StringSplitOptions.TrimEntries));

        Assert.Equal(shipped.Order(StringComparer.Ordinal), named.Order(StringComparer.Ordinal));
    }
}
