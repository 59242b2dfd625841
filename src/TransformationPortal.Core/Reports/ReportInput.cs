namespace TransformationPortal.Core.Reports;

/// <summary>
/// Reads the texts of a form into what a report holds, and says at which field one could not be read. An empty text is
/// nothing entered, and no problem.
/// </summary>
public sealed class ReportInput
{
    private readonly List<ReportProblem> problems = [];

    /// <summary>The texts that could not be read.</summary>
    public IReadOnlyList<ReportProblem> Problems => problems;

    /// <summary>An amount such as <c>4600000</c>, <c>£4,600,000</c> or <c>-1 200.50</c>, in pounds.</summary>
    /// <param name="field">As <see cref="ReportFields"/> names it.</param>
    public Money? Amount(string field, string? text)
    {
        if (Given(text) is not { } given)
        {
            return null;
        }

        if (AmountText.TryRead(given, 2, out var pounds))
        {
            return new Money(pounds);
        }

        Unread(field, given, "an amount in pounds, such as 1,200 or 1200.50");
        return null;
    }

    /// <summary>A number such as <c>2.5</c>.</summary>
    public decimal? Number(string field, string? text)
    {
        if (Given(text) is not { } given)
        {
            return null;
        }

        if (AmountText.TryRead(given, 2, out var number) && !given.Contains('£', StringComparison.Ordinal))
        {
            return number;
        }

        Unread(field, given, "a number, such as 2 or 2.5");
        return null;
    }

    /// <summary>A day such as <c>2019-06-30</c>, <c>30/6/2019</c> or <c>30 June 2019</c>.</summary>
    public DateOnly? Day(string field, string? text)
    {
        if (Given(text) is not { } given)
        {
            return null;
        }

        if (Periods.DayText.TryRead(given, out var day))
        {
            return day;
        }

        Unread(field, given, "a day, such as 30/6/2019");
        return null;
    }

    /// <summary>One value of a list of choices.</summary>
    public TEnum? Choice<TEnum>(string field, string? text)
        where TEnum : struct, Enum
    {
        if (Given(text) is not { } given)
        {
            return null;
        }

        foreach (var value in Enum.GetValues<TEnum>())
        {
            if (string.Equals(value.ToString(), given, StringComparison.OrdinalIgnoreCase))
            {
                return value;
            }
        }

        Unread(field, given, "one of the choices");
        return null;
    }

    /// <summary>A text for which the report has no place.</summary>
    /// <param name="reason">What there is a place for.</param>
    public void NoPlace(string field, string? text, string reason)
    {
        if (Given(text) is { } given)
        {
            var section = SectionOf(field);
            problems.Add(new(section, section.ToString(), $"{ReportWords.Capital(ReportWords.Named(given, "this"))} cannot be saved as {field}: {reason}.", ReportProblemKind.Wrong));
        }
    }

    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private void Unread(string field, string text, string expected) => problems.Add(new(
        SectionOf(field),
        field,
        $"{ReportWords.Capital(ReportWords.Named(text, "this"))} cannot be read: enter {expected}.",
        ReportProblemKind.Wrong));

    private static ReportSection SectionOf(string field) =>
        ReportFields.SectionOf(field) ?? throw new ArgumentException($"“{field}” is no field of a report.", nameof(field));
}
