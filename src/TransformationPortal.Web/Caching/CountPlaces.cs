using System.Globalization;
using System.Text;

namespace TransformationPortal.Web.Caching;

/// <summary>Where a count of the reader's own belongs in the bytes of a page.</summary>
internal readonly record struct CountPlace(int At, HeaderCount Count);

/// <summary>
/// The places that a page which is kept for many readers leaves for the counts of each. No text of anybody's can make one: it
/// would be encoded.
/// </summary>
internal static class CountPlaces
{
    private const string Start = "<!--counts-of-the-reader:";
    private const string End = "-->";

    // All are of one digit, and so of one length.
    private static readonly byte[] StartBytes = Encoding.ASCII.GetBytes(Start);
    private static readonly int Length = Start.Length + 1 + End.Length;

    public static string Of(HeaderCount count) => string.Create(CultureInfo.InvariantCulture, $"{Start}{(int)count}{End}");

    /// <summary>In the order of the page.</summary>
    public static IReadOnlyList<CountPlace> Find(ReadOnlySpan<byte> page)
    {
        var places = new List<CountPlace>();
        var from = 0;
        while (page[from..].IndexOf(StartBytes) is >= 0 and var next)
        {
            places.Add(new(from + next, (HeaderCount)(page[from + next + StartBytes.Length] - '0')));
            from += next + Length;
        }

        return places;
    }

    /// <summary>The page as a reader is to see it.</summary>
    public static byte[] Fill(byte[] page, IReadOnlyList<CountPlace> places, ReaderCounts own)
    {
        var counts = places.Select(p => Encoding.UTF8.GetBytes(HeaderCounts.Html(p.Count, own))).ToArray();
        var whole = new byte[page.Length - (places.Count * Length) + counts.Sum(c => c.Length)];
        var (from, to) = (0, 0);
        for (var i = 0; i < counts.Length; i++)
        {
            page.AsSpan(from..places[i].At).CopyTo(whole.AsSpan(to));
            to += places[i].At - from;
            counts[i].CopyTo(whole.AsSpan(to));
            (from, to) = (places[i].At + Length, to + counts[i].Length);
        }

        page.AsSpan(from).CopyTo(whole.AsSpan(to));
        return whole;
    }
}
