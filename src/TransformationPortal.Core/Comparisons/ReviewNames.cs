using System.Text.Json.Nodes;
using TransformationPortal.Core.Editions;

namespace TransformationPortal.Core.Comparisons;

/// <summary>
/// What a notice may call the things by that a correction changes. Who says one thing has not said another: money is named by
/// its own line or decision, since a project's code names its milestones and risks too; and what is a common word, a heading or
/// the name of something else as well, names nothing.
/// </summary>
internal sealed class ReviewNames
{
    private readonly Edition published;
    private readonly Edition draft;
    private readonly string others;
    private readonly Dictionary<string, int> titles;

    public ReviewNames(Edition published, Edition draft)
    {
        (this.published, this.draft) = (published, draft);
        Edition[] both = [published, draft];
        others = string.Join('\n', both.SelectMany(e => e.Projects.Select(p => p.Name).Concat(e.Milestones.Select(m => m.Title)).Concat(e.Workstreams.Select(w => w.Name))
            .Concat(e.Directorates.Select(d => d.Name)).Concat(e.Boards.Select(b => b.Name)).Concat(e.Sources.Select(s => s.Name)).Concat(e.Activities.Select(a => a.Name))
            .Concat(e.CostAreas.Select(a => a.Name)).Concat(e.Risks.Select(r => r.Impact)).Append(e.Programme.Name)).Distinct());
        titles = both.SelectMany(e => e.SavingsLines.Select(l => (Line: l.Ref, l.Title)).Concat(e.CostLines.Select(l => (Line: Cost(l.Code), Title: l.Name))))
            .Distinct().GroupBy(l => l.Title, StringComparer.OrdinalIgnoreCase).ToDictionary(g => g.Key, g => g.Count(), StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>Of a savings or cost line whose money changes: its reference, its title, the decision that moves it.</summary>
    public IReadOnlyList<string> OfMoney(string line, string title, string? decision) =>
        [.. Codes(line), .. OwnTitle(title), .. decision is null ? Array.Empty<string>() : [decision]];

    /// <summary>Of a project: its code and its name.</summary>
    public IReadOnlyList<string> OfProject(string code) => [code, .. OwnWords((draft.FindProject(code) ?? published.FindProject(code))?.Name ?? "")];

    /// <summary>A title that is more than a word, and not the programme's.</summary>
    public IEnumerable<string> OwnWords(string title) =>
        title.Trim().Contains(' ') && !title.Equals(draft.Programme.Name, StringComparison.OrdinalIgnoreCase) ? [title] : [];

    /// <summary>Of any other row.</summary>
    /// <param name="sentence">What the whole difference is called by.</param>
    public IReadOnlyList<IReadOnlyList<string>> Of(RowDifference row, string sentence)
    {
        string Value(string name) => row.Row[name]?.ToString() ?? "";
        return row.Member switch
        {
            "savingsLines" => [OfMoney(Value("ref"), Value("title"), null)],
            "costLines" => [OfMoney(Value("code"), Value("name"), null)],
            "risks" or "decisions" => [[Value("ref")]],
            "reprofiles" => [[Value("decision")]],
            "projects" => [OfProject(Value("code"))],
            "milestones" => [[.. OfProject(Value("project")), .. OwnWords(Value("title"))]],
            "dependencies" or "benefits" => [OfProject(Value("project"))],
            "story.spotlights" when !row.CameOrWent && !row.Fields.Any(f => f.Field is "expectedLow" or "expectedHigh") => [OfProject(Value("project"))],
            "story.items" or "financialAnnex" or "documents" => [[sentence]],
            _ => [],
        };
    }

    private static string Cost(string code) => "cost " + code;

    // A code of figures alone is an amount in most sentences: £2.1 million.
    private static string[] Codes(string code) => code.Any(char.IsAsciiLetter) ? [code] : [$"line {code}"];

    private IEnumerable<string> OwnTitle(string title) =>
        titles.GetValueOrDefault(title) <= 1 && !others.Contains(title, StringComparison.OrdinalIgnoreCase) ? OwnWords(title) : [];
}
