using System.Globalization;
using TransformationPortal.Core.Reading;

namespace TransformationPortal.Core.Reports;

/// <summary>Gathers the problems of one section.</summary>
internal sealed class ReportFindings(ReportSection section)
{
    private readonly List<ReportProblem> found = [];

    public IReadOnlyList<ReportProblem> Found => found;

    public void Missing(string field, string sentence) => found.Add(new(section, field, sentence, ReportProblemKind.Missing));

    public void Wrong(string field, string sentence) => found.Add(new(section, field, sentence, ReportProblemKind.Wrong));

    public void TooMuch(string field, string sentence) => found.Add(new(section, field, sentence, ReportProblemKind.TooMuch));

    /// <summary>A text that must be there and may have so many characters.</summary>
    /// <param name="subject">What the field is, as the middle of a sentence says it: <c>the reason of the cost rating</c>.</param>
    /// <param name="missing">The sentence when it is not there.</param>
    public void Text(string field, string? text, int limit, string subject, string? missing = null)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            if (missing is not null)
            {
                Missing(field, missing);
            }
        }
        else if (missing is not null && limit >= ReportLimits.Sentence && TypedText.SaysNothing(text))
        {
            Missing(field, $"{ReportWords.Capital(ReportWords.Named(text, "this"))} is not enough. {missing}");
        }
        else if (text.Length > limit)
        {
            TooMuch(field, string.Create(CultureInfo.InvariantCulture,
                $"Shorten {subject} to {limit:#,0} characters: it has {text.Length:#,0}."));
        }
    }

    /// <summary>A code that refers to something: too long a one is none, and would not fit the name of a field.</summary>
    public bool IsCode(string list, string? code)
    {
        if (code is null || code.Length <= ReportLimits.Key)
        {
            return true;
        }

        TooMuch(list, $"{ReportWords.Capital(ReportWords.Named(code, "this"))} is not a code that is known here: choose one from the list.");
        return false;
    }

    public void Rows(string list, int count, int limit, string rows)
    {
        if (count > limit)
        {
            TooMuch(list, string.Create(CultureInfo.InvariantCulture, $"A report holds at most {limit:#,0} {rows}: this one has {count:#,0}."));
        }
    }

    /// <summary>Every value of a kind once, whatever its case.</summary>
    public void Once<T>(IEnumerable<T> rows, Func<T, string?> value, Func<T, string> field, Func<T, string> sentence)
    {
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var row in rows)
        {
            if (value(row) is { } text && !seen.Add(text))
            {
                Wrong(field(row), sentence(row));
            }
        }
    }

    /// <summary>An amount as the database can hold it.</summary>
    public bool Fits(string field, Money amount, string subject)
    {
        if (Math.Abs(amount.Pounds) >= ReportLimits.Amount)
        {
            TooMuch(field, $"Check {subject}: £1,000 million or more is not a project’s amount.");
            return false;
        }

        if (decimal.Round(amount.Pounds, 2) != amount.Pounds)
        {
            Wrong(field, $"Give {subject} in pounds and whole pence.");
            return false;
        }

        return true;
    }
}
