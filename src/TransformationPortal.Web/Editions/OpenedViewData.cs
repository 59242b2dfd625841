using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace TransformationPortal.Web.Editions;

/// <summary>Hands the opened edition to the layout and to every view of a page.</summary>
public static class OpenedViewData
{
    private const string Key = "OpenedEdition";

    public static void SetOpened(this ViewDataDictionary viewData, OpenedEdition opened) => viewData[Key] = opened;

    /// <summary>The edition that the page shows; nothing on a page of no edition.</summary>
    public static OpenedEdition? FindOpened(this ViewDataDictionary viewData) => viewData[Key] as OpenedEdition;

    /// <summary>The edition that the page shows.</summary>
    /// <exception cref="InvalidOperationException">The page shows none.</exception>
    public static OpenedEdition Opened(this ViewDataDictionary viewData) =>
        viewData.FindOpened() ?? throw new InvalidOperationException("This view belongs on a page of an edition.");
}
