using System.Globalization;
using TransformationPortal.Core.Editions;
using TransformationPortal.Core.Periods;

namespace TransformationPortal.Web.Editions;

/// <summary>An edition as an address names it among others: <c>2019-20/q1</c> is the quarter's latest, <c>2019-20/q1/2</c> its second.</summary>
/// <param name="Number">From 1; none for the latest.</param>
public readonly record struct EditionName(Quarter Quarter, int? Number)
{
    /// <summary>The name of an edition in the list of what was published: by its number only where it is not the latest.</summary>
    public static EditionName Of(EditionEntry entry, IReadOnlyList<EditionEntry> all) =>
        new(entry.Quarter, all.Any(e => e.Quarter == entry.Quarter && e.Number > entry.Number) ? entry.Number : null);

    public static bool TryParse(string? text, out EditionName name)
    {
        name = default;
        var parts = (text ?? "").Split('/');
        var number = 0;
        if (parts.Length is not (2 or 3) || !Quarter.TryParse($"{parts[0]}/{parts[1]}", out var quarter)
            || (parts.Length == 3 && (!int.TryParse(parts[2], NumberStyles.None, CultureInfo.InvariantCulture, out number) || number < 1)))
        {
            return false;
        }

        name = new(quarter, parts.Length == 3 ? number : null);
        return true;
    }

    /// <summary>As it stands in an address.</summary>
    public override string ToString() => Number is { } number ? string.Create(CultureInfo.InvariantCulture, $"{Quarter.Slug}/{number}") : Quarter.Slug;
}
