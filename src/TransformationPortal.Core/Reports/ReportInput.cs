using TransformationPortal.Core.Reading;

namespace TransformationPortal.Core.Reports;

/// <summary>
/// Reads the texts of a form into what a report holds, and says at which field one could not be read. An empty text is
/// nothing entered, and no problem.
/// </summary>
public sealed class ReportInput
{
    private readonly List<ReportProblem> problems = [];
    private readonly List<string> notes = [];

    /// <summary>The texts that could not be read.</summary>
    public IReadOnlyList<ReportProblem> Problems => problems;

    /// <summary>How texts were read that may have been meant otherwise, a sentence each.</summary>
    public IReadOnlyList<string> Notes => notes;

    /// <summary>An amount in pounds, as <see cref="AmountReader"/> reads it.</summary>
    /// <param name="field">As <see cref="ReportFields"/> names it.</param>
    public Money? Amount(string field, string? text) => Value(field, AmountReader.Read(text)) is { } pounds ? new Money(pounds) : null;

    /// <summary>A number such as <c>2.5</c>.</summary>
    public decimal? Number(string field, string? text) => Value(field, NumberReader.Read(text));

    /// <summary>A day, as <see cref="DayReader"/> reads it.</summary>
    public DateOnly? Day(string field, string? text) => Value(field, DayReader.Read(text));

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

        problems.Add(new(SectionOf(field), field, $"{ReportWords.Capital(ReportWords.Named(given, "this"))} cannot be read: enter one of the choices.", ReportProblemKind.Wrong));
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

    private T? Value<T>(string field, Reading<T> reading)
        where T : struct
    {
        if (reading.Typed.Length == 0)
        {
            return null;
        }

        if (reading.Refusal is { } refusal)
        {
            problems.Add(new(SectionOf(field), field, refusal, ReportProblemKind.Wrong));
        }

        if (reading.Note is { } note)
        {
            notes.Add(note);
        }

        return reading.Value;
    }

    private static ReportSection SectionOf(string field) =>
        ReportFields.SectionOf(field) ?? throw new ArgumentException($"“{field}” is no field of a report.", nameof(field));
}
