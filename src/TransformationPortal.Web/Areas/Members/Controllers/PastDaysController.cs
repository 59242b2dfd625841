using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using TransformationPortal.Core.Editions;
using TransformationPortal.Core.Periods;
using TransformationPortal.Core.Reading;
using TransformationPortal.Data;
using TransformationPortal.Web.Editions;
using TransformationPortal.Web.Pages;
using TransformationPortal.Web.Security;

namespace TransformationPortal.Web.Areas.Members.Controllers;

/// <summary>What we told you: a past day leads to the edition that was in force on it.</summary>
[Area("Members")]
[Authorize(Policy = ReadPublished.Policy)]
public sealed class PastDaysController(EditionLibrary library, CouncilClock clock) : Controller
{
    /// <summary>The day as a form sends it.</summary>
    [Read("/on")]
    public IActionResult Choose(string? day) => DayReader.Read(day) switch
    {
        { Typed: "" } => new MissingResult("Choose a day, for instance 25/7/2019."),
        { Value: { } date } => Redirect(Url.Content("~/on/" + DateFormat.Iso(date))),
        var reading => new MissingResult(reading.Refusal!),
    };

    [Read("/on/{day}")]
    public async Task<IActionResult> On(string day, CancellationToken cancellationToken)
    {
        var reading = DayReader.Read(day);
        if (reading.Value is not { } date)
        {
            return new MissingResult(reading.Refusal!);
        }

        if (DateFormat.Iso(date) != day)
        {
            // One address for a day.
            return Redirect(Url.Content("~/on/" + DateFormat.Iso(date)));
        }

        var editions = await library.ListAsync(cancellationToken);
        if (date > clock.Today)
        {
            return new MissingResult($"{DateFormat.Long(date)} is still to come: nobody can say yet what will be in force on it.");
        }

        if (editions.InForceOn(date) is not { } edition)
        {
            return new MissingResult(editions.FirstDay() is { } first
                ? $"On {DateFormat.Long(date)} nothing had been published yet. The first edition was published on {DateFormat.Long(first)}:"
                : "No quarter has been published yet.",
                [.. editions.Where(e => CouncilTime.DayOf(e.PublishedAt) == editions.FirstDay()).Select(e => new MissingPageLink($"{e.Quarter}, edition {e.Number.ToString(CultureInfo.InvariantCulture)}", Address(e)))]);
        }

        return Redirect(Address(edition));
    }

    private string Address(EditionEntry edition) => Url.Content($"~/{edition.Quarter.Slug}?edition={edition.Number.ToString(CultureInfo.InvariantCulture)}");
}
