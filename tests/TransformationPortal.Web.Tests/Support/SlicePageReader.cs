using System.Globalization;
using AngleSharp.Dom;

namespace TransformationPortal.Web.Tests.Support;

/// <summary>Reads the numbers of a slice page as a reader would.</summary>
internal static class SlicePageReader
{
    /// <summary>The figure on top; nothing when it is blank.</summary>
    public static decimal? Total(IParentNode page) => Number(page.QuerySelector("[data-total]")!.Words());

    /// <summary>The listed entries, added up.</summary>
    public static decimal SumOfEntries(IParentNode page) =>
        page.QuerySelectorAll("table[data-entries] tbody tr").Sum(r => Number(r.Children[^1].Words()) ?? throw new InvalidOperationException("An entry has no amount."));

    /// <summary>The rows of the cut, added up.</summary>
    public static decimal SumOfCut(IParentNode page) =>
        page.QuerySelectorAll("table[data-cut] tbody tr:not(.figure-table__row--grandtotal)").Sum(r => Number(r.Children[^1].Words()) ?? 0m);

    public static decimal? Number(string text) => text.Length == 0
        ? null
        : decimal.Parse(text.Replace("£", "", StringComparison.Ordinal), NumberStyles.AllowLeadingSign | NumberStyles.AllowThousands | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);
}
