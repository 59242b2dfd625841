using TransformationPortal.Core.Periods;

namespace TransformationPortal.Core.Searching;

/// <summary>What a search is limited to, and which of its hits are wanted.</summary>
/// <param name="Text">As typed.</param>
/// <param name="Kind">Of one kind; none for all.</param>
/// <param name="Quarter">As told in that quarter; none for all quarters.</param>
/// <param name="Skip">How many hits to leave out from the first.</param>
/// <param name="Take">How many hits to show at most.</param>
public sealed record SearchRequest(string? Text, SearchKind? Kind = null, Quarter? Quarter = null, int Skip = 0, int Take = 20);

/// <summary>What a search found.</summary>
/// <param name="Hits">Those that are shown, the newest quarter first.</param>
/// <param name="Total">How many there are, whether they are shown or not.</param>
/// <param name="Kinds">How many there are of each kind, whichever kind the search is limited to.</param>
/// <param name="ReadAs">Words that nothing holds, and the nearest that was looked for in their place.</param>
/// <param name="Unknown">Words that nothing holds and nothing is near to.</param>
public sealed record SearchHits(
    IReadOnlyList<SearchHit> Hits,
    int Total,
    IReadOnlyList<(SearchKind Kind, int Count)> Kinds,
    IReadOnlyList<(string Typed, string Read)> ReadAs,
    IReadOnlyList<string> Unknown);

/// <summary>Something that a search found.</summary>
/// <param name="Item">As the newest quarter has it that holds what was searched for.</param>
/// <param name="Quarter">That quarter.</param>
/// <param name="Also">The other quarters in which it holds that, the newest first.</param>
/// <param name="Title">Its title, with what was found in it marked.</param>
/// <param name="Excerpt">The sentence around what was found; empty where only its title or an amount holds it.</param>
/// <param name="Amount">The amount in pounds that was searched for, where it holds one.</param>
public sealed record SearchHit(
    SearchItem Item,
    Quarter Quarter,
    IReadOnlyList<Quarter> Also,
    IReadOnlyList<MarkedText> Title,
    IReadOnlyList<MarkedText> Excerpt,
    decimal? Amount);

/// <summary>A stretch of a text.</summary>
/// <param name="IsFound">Whether it is what was searched for.</param>
public sealed record MarkedText(string Text, bool IsFound);
