using System.Globalization;
using TransformationPortal.Core.Periods;
using TransformationPortal.Core.Reading;
using TransformationPortal.Data.History;

namespace TransformationPortal.Web.Areas.Registers.Models;

/// <summary>From when a change of a register holds, as a form says it.</summary>
public sealed class HoldsFromInput
{
    public const string Always = "always";

    public const string Other = "day";

    /// <summary><see cref="Always"/>, <see cref="Other"/> or a day as 2019-06-30; nothing where it is not said.</summary>
    public string? HoldsFrom { get; set; }

    /// <summary>The other day, as typed.</summary>
    public string? HoldsFromDay { get; set; }

    /// <summary>Whether somebody chose it: today stands there before anything is chosen.</summary>
    public bool IsChosen(DateOnly today) => !string.IsNullOrWhiteSpace(HoldsFrom) && HoldsFrom.Trim() != DateFormat.Iso(today);

    /// <summary>What it says, where it says something; or what is wrong with it.</summary>
    public (HoldsFrom? From, string? Problem) Read(DateOnly today) => HoldsFrom?.Trim() switch
    {
        null or "" => (null, null),
        Always => (Data.History.HoldsFrom.Always, null),
        Other => Typed(HoldsFromDay, today),
        var day => Typed(day, today),
    };

    private static (HoldsFrom? From, string? Problem) Typed(string? typed, DateOnly today)
    {
        var reading = DayReader.Read(typed);
        return string.IsNullOrWhiteSpace(typed) ? (null, $"Enter the day from which it holds, for example {today.ToString("d/M/yyyy", CultureInfo.InvariantCulture)}")
            : reading.Value is not { } day ? (null, reading.Refusal)
            : day > today ? (null, $"Enter {DateFormat.Long(today)}, which is today, or a day before it")
            : (Data.History.HoldsFrom.On(day), null);
    }
}

/// <summary>The question from when a change holds, with what was answered.</summary>
/// <param name="Prefix">What its ids begin with: a page may ask twice.</param>
public sealed record HoldsFromField(HoldsFromDates Dates, HoldsFromInput Input, string Prefix)
{
    public string Chosen => string.IsNullOrWhiteSpace(Input.HoldsFrom) ? Iso(Dates.Today) : Input.HoldsFrom.Trim();

    /// <summary>The days that are offered, with a word on each.</summary>
    public IEnumerable<(string Value, string Label, string? Hint)> Choices =>
    [
        (Iso(Dates.Today), $"From today, {DateFormat.Long(Dates.Today)}", null),
        .. Dates.Ended.Select(e => (Iso(e.Quarter.LastDay), $"From {DateFormat.Long(e.Quarter.LastDay)}, the last day of {e.Quarter}",
            (string?)(e.IsPublished ? $"{e.Quarter} is published: it changes only if you publish a correction." : $"{e.Quarter} is not published yet and will have it."))),
        (HoldsFromInput.Always, "It was always so", "What is recorded was a mistake, in every quarter that is not published yet."),
    ];

    public bool IsOther => Chosen == HoldsFromInput.Other || Choices.All(c => c.Value != Chosen);

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
