using Microsoft.AspNetCore.Mvc;
using TransformationPortal.Core.Views;
using TransformationPortal.Web.Reading;

namespace TransformationPortal.Web.Areas.Members.Controllers;

/// <summary>The tables of the committee papers.</summary>
[Area("Members")]
public sealed class TablesController : EditionController
{
    private IReadOnlyList<FigureTable> Tables =>
        [.. new FinancialPosition(Opened.Content, Opened.Basis).Tables, new ImplementationCosts(Opened.Content, Opened.Basis).Budget()];

    [Read("tables")]
    public IActionResult Index() => View(Tables);

    [Read("tables/{key}")]
    public IActionResult Table(string key) => Tables.FirstOrDefault(t => t.Key.Equals(key, StringComparison.OrdinalIgnoreCase)) is { } table
        ? View(table)
        : Missing($"There is no table “{key}”. There are:", [.. Tables.Select(t => new MissingPageLink(t.Title, Opened.Links.Table(t.Key)))]);
}
