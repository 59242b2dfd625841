using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;
using TransformationPortal.Core.Periods;
using TransformationPortal.Core.Programmes;
using TransformationPortal.Core.Reading;
using TransformationPortal.Core.Searching;
using TransformationPortal.Web.Branding;
using TransformationPortal.Web.Caching;
using TransformationPortal.Web.Editions;
using TransformationPortal.Web.Files;
using TransformationPortal.Web.Pages;
using TransformationPortal.Web.Text;

namespace TransformationPortal.Web.Areas.Members.Models;

/// <summary>What somebody searches for, as the address says it. A limit that is none is left out, and said.</summary>
/// <param name="Page">Which page of hits, from 1.</param>
/// <param name="Problems">A sentence for each limit that could not be read.</param>
public sealed record SearchForm(string Text, SearchKind? Kind, Quarter? Quarter, int Page, IReadOnlyList<string> Problems)
{
    public const int PageSize = 20;

    // Longer than anything that is searched for, and short enough for an address.
    private const int Longest = 200;

    public SearchRequest Request => new(Text, Kind, Quarter, (Page - 1) * PageSize, PageSize);

    public static SearchForm Read(string? q, string? kind, string? quarter, string? page)
    {
        var problems = new List<string>();
        var text = TypedText.Line(q);
        if (text.Length > Longest)
        {
            text = text[..Longest];
            problems.Add($"Only the first {Longest} characters were searched for.");
        }

        SearchKind? ofKind = null;
        if (TypedText.Line(kind) is { Length: > 0 } named)
        {
            ofKind = Enum.GetValues<SearchKind>().Cast<SearchKind?>()
                .FirstOrDefault(k => string.Equals(k!.Value.Slug(), named, StringComparison.OrdinalIgnoreCase));
            if (ofKind is null)
            {
                problems.Add($"There is no kind called “{Short(named)}”, so all kinds are shown.");
            }
        }

        Quarter? ofQuarter = null;
        if (TypedText.Line(quarter) is { Length: > 0 } typed)
        {
            ofQuarter = QuarterReader.Read(typed).Value;
            if (ofQuarter is null)
            {
                problems.Add($"“{Short(typed)}” is no quarter, such as 2019/20 Q1, so all quarters are shown.");
            }
        }

        var number = int.TryParse(page, NumberStyles.None, CultureInfo.InvariantCulture, out var at) ? Math.Clamp(at, 1, 100_000) : 1;
        return new(text, ofKind, ofQuarter, number, problems);
    }

    /// <summary>The query of the same search with other limits.</summary>
    public string Query(SearchKind? kind, Quarter? quarter, int page = 1) => QueryHelpers.AddQueryString("", new Dictionary<string, string?>
    {
        ["q"] = Text,
        ["kind"] = kind?.Slug(),
        ["quarter"] = quarter?.Slug,
        ["page"] = page == 1 ? null : page.ToString(CultureInfo.InvariantCulture),
    }.Where(p => p.Value is not null));

    private static string Short(string text) => text.Length <= 60 ? text : text[..60] + "…";
}

/// <summary>A word of the glossary that a search names.</summary>
/// <param name="Anchor">Its place on the glossary's page.</param>
/// <param name="Meaning">In plain words; none where the glossary's page says it.</param>
public sealed record GlossaryHit(string Word, string Anchor, string? Meaning)
{
    private const int Most = 3;

    /// <summary>The words that a search names or begins to name, the council's own first.</summary>
    public static IReadOnlyList<GlossaryHit> Of(string search, Glossary glossary, IEnumerable<CouncilWord> words)
    {
        var sought = MatchingKey.Of(search);
        if (sought.Length < 2)
        {
            return [];
        }

        var hits = words.Where(w => Names(w.Word))
            .Select(w => new GlossaryHit(w.Word, GlossaryWords.Anchor(w.Word), w.NowCalled is { } now ? $"A former name: it is now called {now}." : w.Meaning));
        return [.. hits.Concat(glossary.Terms.Where(Names).Select(t => new GlossaryHit(t, Glossary.Anchor(t), null))).Take(Most)];

        bool Names(string word) => MatchingKey.Of(word) is var key
            && (key == sought || key.Length > 2 && $" {sought} ".Contains($" {key} ", StringComparison.Ordinal)
                || sought.Length > 3 && key.StartsWith(sought, StringComparison.Ordinal));
    }
}

/// <summary>The page of what a search found.</summary>
/// <param name="Quarters">Those that can be searched, the newest first.</param>
public sealed record SearchPage(SearchForm Form, SearchHits Found, IReadOnlyList<Quarter> Quarters, IReadOnlyList<GlossaryHit> Words)
{
    public int Pages => (Found.Total + SearchForm.PageSize - 1) / SearchForm.PageSize;

    /// <summary>Where a hit leads: to its place in the quarter.</summary>
    public static string Address(SearchItem item, Quarter quarter) => $"/{quarter.Slug}{(item.Address.Length == 0 ? "" : "/" + item.Address)}";
}
