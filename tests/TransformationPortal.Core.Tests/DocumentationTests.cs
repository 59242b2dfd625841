using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace TransformationPortal.Core.Tests;

/// <summary>What the documentation leads to is there, and decisions have numbers, a status and a date.</summary>
public sealed partial class DocumentationTests
{
    private static readonly string Root = Folder();

    /// <summary>Every page of the documentation, by its path below the repository.</summary>
    public static TheoryData<string> Pages =>
    [
        .. Directory.EnumerateFiles(Root, "*.md"),
        .. Directory.EnumerateFiles(Path.Combine(Root, "docs"), "*.md", SearchOption.AllDirectories),
    ];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Link_OfAPage_LeadsToAFile(string page)
    {
        var missing = Link().Matches(File.ReadAllText(page)).Select(m => m.Groups["to"].Value)
            .Where(to => !File.Exists(In(page, to)) && !Directory.Exists(In(page, to)));

        Assert.Empty(missing);
    }

    [Fact]
    public void Decisions_EveryOne_HasTheNextNumberAStatusADateAndALineInTheIndex()
    {
        var folder = Path.Combine(Root, "docs", "decisions");
        var index = File.ReadAllText(Path.Combine(folder, "README.md"));

        var decisions = Directory.EnumerateFiles(folder, "0*.md").Order(StringComparer.Ordinal).ToList();

        Assert.NotEmpty(decisions);
        Assert.All(decisions, (file, i) =>
        {
            Assert.StartsWith($"{i + 1:0000}-", Path.GetFileName(file), StringComparison.Ordinal);
            var head = Head().Match(File.ReadAllText(file));
            Assert.True(head.Success, $"{Path.GetFileName(file)} begins with its number, status and date.");
            Assert.Equal($"{i + 1}", head.Groups["number"].Value);
            Assert.Contains(
                $"| {i + 1} | [{head.Groups["title"].Value}]({Path.GetFileName(file)}) | {head.Groups["status"].Value}",
                index, StringComparison.Ordinal);
            Assert.Contains(head.Groups["date"].Value, index, StringComparison.Ordinal);
        });
    }

    private static string In(string page, string link) =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(page)!, Uri.UnescapeDataString(link)));

    private static string Folder([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../.."));

    // A link to a file: not to another site, nor into the portal or into the page itself.
    [GeneratedRegex(@"\]\((?![a-z]+:|[#/])(?<to>[^)#\s]+)(#[^)\s]*)?\)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Link();

    [GeneratedRegex(
        @"\A# (?<number>\d+)\. (?<title>.+)\n\n\*\*Status:\*\* (?<status>accepted|superseded).* · \*\*Date:\*\* (?<date>\d+ [A-Z]\w+ \d{4})\n",
        RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Head();
}
