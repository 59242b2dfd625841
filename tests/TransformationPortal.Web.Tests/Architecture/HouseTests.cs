using System.Reflection;
using Microsoft.AspNetCore.Mvc;
using NetArchTest.Rules;

namespace TransformationPortal.Web.Tests.Architecture;

/// <summary>What keeps the house one in which everything is found where one looks for it.</summary>
public sealed class HouseTests
{
    private const string Areas = "TransformationPortal.Web.Areas.";

    // What serves every audience alike.
    private static readonly string[] WithoutArea = ["LookFilesController", "ProblemController"];

    // The only areas that use another one’s parts, each with the one whose parts it uses.
    private static readonly (string Area, string Uses)[] Known = [("Pmo", "Registers"), ("Pmo", "Reports")];

    // Words that say nothing, and words of our own where the field has one.
    private static readonly string[] Banned =
        ["Helper", "Manager", "Utils", "Utility", "Utilities", "Common", "Shelf", "Kept", "Given", "Made", "Standing", "Face"];

    private static readonly Assembly Web = typeof(Program).Assembly;

    private static string Sources => Path.Combine(Root(AppContext.BaseDirectory), "src");

    private static string[] AllAreas =>
        [.. Web.GetTypes().Select(AreaOf).OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    public static TheoryData<string> AreaNames => [.. AllAreas];

    [Theory]
    [InlineData("Core", "Data", "Annexes", "Web")]
    [InlineData("Data", "Annexes", "Web")]
    [InlineData("Annexes", "Data", "Web")]
    public void Project_KnowsNoneThatComesAfterIt(string project, params string[] later)
    {
        var assembly = Assembly.Load("TransformationPortal." + project);

        var result = Types.InAssembly(assembly).ShouldNot()
            .HaveDependencyOnAny([.. later.Select(l => "TransformationPortal." + l)]).GetResult();

        Assert.True(result.IsSuccessful, string.Join(", ", result.FailingTypeNames ?? []));
    }

    [Fact]
    public void Controller_LivesInTheAreaThatItNames()
    {
        var controllers = Web.GetTypes().Where(t => t.IsAssignableTo(typeof(ControllerBase)) && !t.IsAbstract).ToList();

        Assert.NotEmpty(controllers);
        Assert.All(controllers, controller =>
        {
            var area = controller.GetCustomAttribute<AreaAttribute>()?.RouteValue;
            if (area is null)
            {
                Assert.Contains(controller.Name, WithoutArea);
            }
            else
            {
                Assert.Equal($"{Areas}{area}.Controllers", controller.Namespace);
            }
        });
    }

    [Theory]
    [MemberData(nameof(AreaNames))]
    public void Area_UsesNoOther_ButWhereThatIsNamed(string area)
    {
        var others = AllAreas.Where(o => o != area && !Known.Contains((area, o))).Select(o => Areas + o + ".").ToArray();

        var result = Types.InAssembly(Web).That().ResideInNamespaceStartingWith(Areas + area + ".").ShouldNot().HaveDependencyOnAny(others).GetResult();

        Assert.True(result.IsSuccessful, $"{area}: {string.Join(", ", result.FailingTypeNames ?? [])}");
    }

    [Fact]
    public void Service_KnowsNoArea()
    {
        var rooms = Types.InAssembly(Web).That().ResideInNamespaceMatching(@"^TransformationPortal\.Web\.(Branding|Caching|Commands|Editions|Files|Operations|Pages|Security|Text)");

        var result = rooms.ShouldNot().HaveDependencyOn(Areas[..^1]).GetResult();

        Assert.NotEmpty(rooms.GetTypes());
        Assert.True(result.IsSuccessful, string.Join(", ", result.FailingTypeNames ?? []));
    }

    [Fact]
    public void Name_SaysWhatAThingIs()
    {
        // A tag helper is the framework’s own word.
        var names = Web.GetTypes()
            .Where(t => !t.IsNested && t.Name[0] != '<' && t.Namespace?.StartsWith("TransformationPortal.", StringComparison.Ordinal) == true)
            .Select(t => t.Name.Replace("TagHelper", "", StringComparison.Ordinal));

        Assert.DoesNotContain(names, n => Words(n).Intersect(Banned, StringComparer.Ordinal).Any());
    }

    [Fact]
    public void View_IsFoundByConvention_NeverByItsPath()
    {
        var wrong = SourceFiles("*.cs").Concat(SourceFiles("*.cshtml"))
            .Where(f => File.ReadAllText(f) is var text && (text.Contains("\"~/Views/", StringComparison.Ordinal) || text.Contains("\"~/Areas/", StringComparison.Ordinal)));

        Assert.Empty(wrong);
    }

    [Fact]
    public void FileName_OccursOnce()
    {
        var web = SourceFiles("*.cs").Where(f => f.Contains("TransformationPortal.Web", StringComparison.Ordinal)).Select(Path.GetFileName).ToHashSet();

        var twice = SourceFiles("*.cs").GroupBy(Path.GetFileName).Where(g => g.Count() > 1 && web.Contains(g.Key)).Select(g => g.Key);

        Assert.Empty(twice);
    }

    private static IEnumerable<string> SourceFiles(string pattern)
    {
        char[] separators = [Path.DirectorySeparatorChar];
        var files = Directory.EnumerateFiles(Sources, pattern, SearchOption.AllDirectories)
            .Where(f => !f.Split(separators).Intersect(["bin", "obj", "node_modules"], StringComparer.Ordinal).Any()).ToList();
        Assert.NotEmpty(files);
        return files;
    }

    private static string? AreaOf(Type type) =>
        type.Namespace?.StartsWith(Areas, StringComparison.Ordinal) == true ? type.Namespace[Areas.Length..].Split('.')[0] : null;

    private static IEnumerable<string> Words(string name) =>
        System.Text.RegularExpressions.Regex.Matches(name, "[A-Z][a-z]+", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1)).Select(m => m.Value);

    private static string Root(string from) =>
        File.Exists(Path.Combine(from, "TransformationPortal.sln")) ? from : Root(Path.GetDirectoryName(from) ?? throw new InvalidOperationException("The tests run outside the repository."));
}
