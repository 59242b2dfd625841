using TransformationPortal.Core.Savings;

namespace TransformationPortal.Core.Programmes;

/// <summary>
/// A council's own names in a sentence. The portal's own words for confidence read as words (at medium or low confidence); any
/// other name of a band is quoted as the council writes it (rated “At risk”), since nobody can know how it would read as a
/// part of a sentence.
/// </summary>
/// <param name="programme">The council's frame.</param>
public sealed class CouncilWords(Programme programme)
{
    /// <summary>What says of an amount that it stands at a band, or at one of several: <c>at medium or low confidence</c>, <c>rated “At risk”</c>.</summary>
    public string At(params IReadOnlyList<Confidence> bands)
    {
        if (bands.All(b => b != Confidence.Delivered && IsOwn(b)))
        {
            return $"at {string.Join(" or ", bands.Select(b => b.ToString().ToLowerInvariant()))} confidence";
        }

        return bands is [Confidence.Delivered] && IsOwn(Confidence.Delivered) ? "delivered" : $"rated {string.Join(" or ", bands.Select(Quoted))}";
    }

    /// <summary>What says of an amount that it is made: <c>delivered</c>, or the council's name of that band in quotation marks.</summary>
    public string Delivered => IsOwn(Confidence.Delivered) ? "delivered" : Quoted(Confidence.Delivered);

    /// <summary>Whether the council calls the band of what is made as the portal does.</summary>
    public bool CallsItDelivered => IsOwn(Confidence.Delivered);

    /// <summary>What the total of all savings is called: the papers of a transformation programme call it the total transformation.</summary>
    public string Total => programme.Name.Contains("Transformation", StringComparison.OrdinalIgnoreCase) ? "Total Transformation" : "Total";

    /// <summary>
    /// The sources that are the core programme, as a sentence names them: <c>the core transformation programme</c> where their
    /// name is made of common words, else the name in quotation marks.
    /// </summary>
    /// <param name="names">Their names, in order.</param>
    public static string Core(IReadOnlyList<string> names) =>
        string.Join(" and ", names.Select(n => IsCommon(n) ? "the " + char.ToLowerInvariant(n[0]) + n[1..] : $"“{n}”"));

    /// <summary>The same within a label: <c>Total core transformation programme</c>.</summary>
    public static string CoreInLabel(IReadOnlyList<string> names) =>
        string.Join(" and ", names.Select(n => IsCommon(n) ? char.ToLowerInvariant(n[0]) + n[1..] : n));

    private bool IsOwn(Confidence band)
    {
        var label = programme.Label(band).Trim();
        return string.Equals(label, band.ToString(), StringComparison.OrdinalIgnoreCase)
            || (band != Confidence.Delivered && string.Equals(label, $"{band} confidence", StringComparison.OrdinalIgnoreCase));
    }

    private string Quoted(Confidence band) => $"“{programme.Label(band).Trim()}”";

    // Several words of which only the first begins with a capital, and that only because it is the first.
    private static bool IsCommon(string name)
    {
        var words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length > 1 && words.Skip(1).All(w => char.IsLower(w[0])) && words[0].Skip(1).All(char.IsLower);
    }
}
