using System.Text.RegularExpressions;

namespace TransformationPortal.Data.Tests;

/// <summary>
/// Rows of a register and what reports said in a month lie in one table. Whoever reads it must say which are meant, since one taken
/// for the other would be a wrong figure that looks right.
/// </summary>
public sealed partial class MonthlyRowsTests
{
    [Fact]
    public void Sources_ThatReadMilestonesRisksOrDependencies_SayWhichRowsTheyMean()
    {
        var files = Directory.GetFiles(SourceFolder(), "*.cs", SearchOption.AllDirectories).Where(f => !IsMade(f)).ToList();
        var readings = files.SelectMany(f => Reading().Matches(File.ReadAllText(f)).Select(m => (File: f, m.Value))).ToList();

        // A pattern that no longer finds what there is would hold nothing.
        Assert.InRange(readings.Count, 12, 100);
        Assert.All(readings, r => Assert.Matches(@"\.(InRegister|InReports|InRegisterOrReportsTo)$", r.Value));
    }

    [Theory]
    [InlineData("context.Risks.Where(", false)]
    [InlineData("rows.Of<RiskEntity>().OrderBy(", false)]
    [InlineData("context.Risks.InRegister()", true)]
    public void Reading_OfOneOfThem_IsFound(string source, bool saysWhich) =>
        Assert.Equal(saysWhich, Reading().Match(source).Value.EndsWith(".InRegister", StringComparison.Ordinal));

    [GeneratedRegex(@"(\b(context|c)\.(Risks|Milestones|Dependencies)|(Of|Set)<(Risk|Milestone|Dependency)Entity>\(\)(?!;))(\.\w+)?", RegexOptions.None, 1000)]
    private static partial Regex Reading();

    private static bool IsMade(string file) =>
        file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal) || file.Contains("Migrations", StringComparison.Ordinal);

    private static string SourceFolder()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "TransformationPortal.sln")))
        {
            folder = folder.Parent;
        }

        return Path.Combine(folder.FullName, "src");
    }
}
