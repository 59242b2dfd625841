using System.ComponentModel.DataAnnotations;
using System.Globalization;
using TransformationPortal.Core.Notices;
using TransformationPortal.Core.Reading;

namespace TransformationPortal.Web.Areas.Pmo.Models;

/// <summary>When people are reminded, as it is typed.</summary>
public sealed class RemindersForm : IValidatableObject
{
    private const int MostDays = 20;
    private const int MostOwnDays = 100;
    private static readonly char[] Between = [',', ';', ' ', '\r', '\n'];

    public string? DaysBefore { get; set; }

    public string? DaysAfter { get; set; }

    public string? Hour { get; set; }

    public bool OnWeekends { get; set; }

    public bool OnBankHolidays { get; set; }

    /// <summary>A day a line.</summary>
    public string? OwnDays { get; set; }

    public string? FinanceDays { get; set; }

    public string? OfficerDays { get; set; }

    public string? DirectorDays { get; set; }

    public string? BoardDays { get; set; }

    /// <summary>The rule that was typed, where the form is valid.</summary>
    public ReminderRule ToRule() => new()
    {
        DaysBefore = [.. Numbers(DaysBefore)!.OrderDescending()],
        DaysAfter = [.. Numbers(DaysAfter)!.Order()],
        Hour = Number(Hour)!.Value,
        OnWeekends = OnWeekends,
        OnBankHolidays = OnBankHolidays,
        OwnDays = [.. Lines.Select(l => DayReader.Read(l).Value!.Value).Distinct().Order()],
        FinanceDays = Number(FinanceDays)!.Value,
        OfficerDays = Number(OfficerDays)!.Value,
        DirectorDays = Number(DirectorDays)!.Value,
        BoardDays = Number(BoardDays)!.Value,
    };

    private string[] Lines => (OwnDays ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    public static RemindersForm Of(ReminderRule rule) => new()
    {
        DaysBefore = string.Join(", ", rule.DaysBefore),
        DaysAfter = string.Join(", ", rule.DaysAfter),
        Hour = Text(rule.Hour),
        OnWeekends = rule.OnWeekends,
        OnBankHolidays = rule.OnBankHolidays,
        OwnDays = string.Join('\n', rule.OwnDays.Select(Core.Periods.DateFormat.Long)),
        FinanceDays = Text(rule.FinanceDays),
        OfficerDays = Text(rule.OfficerDays),
        DirectorDays = Text(rule.DirectorDays),
        BoardDays = Text(rule.BoardDays),
    };

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        foreach (var (name, typed, when) in new[] { (nameof(DaysBefore), DaysBefore, "before"), (nameof(DaysAfter), DaysAfter, "after") })
        {
            if (Numbers(typed) is not { Count: <= MostDays } days || days.Exists(d => d is < 0 or > 60))
            {
                yield return new($"Enter the days {when} the due day as numbers from 0 to 60 with commas between, such as 5, 1; or nothing", [name]);
            }
        }

        if (Number(Hour) is not (>= 0 and <= 23))
        {
            yield return new("Enter the hour as a number from 0 to 23, such as 9", [nameof(Hour)]);
        }

        foreach (var (name, typed, what) in new[]
                 {
                     (nameof(FinanceDays), FinanceDays, "finance is reminded"), (nameof(OfficerDays), OfficerDays, "the accountable officer is told"),
                     (nameof(DirectorDays), DirectorDays, "it is the director’s"), (nameof(BoardDays), BoardDays, "it stands on the board’s agenda"),
                 })
        {
            if (Number(typed) is not (>= 1 and <= 90))
            {
                yield return new($"Enter after how many days {what}, a number from 1 to 90", [name]);
            }
        }

        if (Number(OfficerDays) > Number(DirectorDays) || Number(DirectorDays) > Number(BoardDays))
        {
            yield return new("Silence goes from the accountable officer to the director to the board: enter days that do not fall", [nameof(DirectorDays)]);
        }

        if (Lines.Length > MostOwnDays)
        {
            yield return new(string.Create(CultureInfo.InvariantCulture, $"Enter at most {MostOwnDays} days of your own"), [nameof(OwnDays)]);
        }
        else if (Array.Find(Lines, l => DayReader.Read(l).Problem is not null) is { } wrong)
        {
            yield return new($"“{OneLine.Of(wrong, 60)}” is no day. Enter one a line, such as 24 December 2026", [nameof(OwnDays)]);
        }
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static int? Number(string? typed) => int.TryParse(typed?.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static List<int>? Numbers(string? typed)
    {
        var parts = (typed ?? "").Split(Between, StringSplitOptions.RemoveEmptyEntries).Select(Number).ToList();
        return parts.Contains(null) ? null : [.. parts.OfType<int>().Distinct()];
    }
}

/// <summary>When people are reminded.</summary>
public sealed record RemindersPage(RemindersForm Form, bool IsDone);
