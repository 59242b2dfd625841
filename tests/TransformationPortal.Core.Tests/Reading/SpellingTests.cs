using System.Globalization;
using System.Text.RegularExpressions;
using TransformationPortal.Core.Reading;

namespace TransformationPortal.Core.Tests.Reading;

/// <summary>
/// The table of spellings beside this file: what is typed, where, and what it is read as, asked or refused with. Characters
/// that cannot be seen stand there as <c>\u200B</c>.
/// </summary>
public sealed partial class SpellingTests
{
    private static readonly string[] Codes = ["TP-07", "TP-11", "FCL"];
    private static readonly string[] Names = ["Children's services", "Adults and health", "ORBIS", "Siân Owen", "Łódź–Gwynedd"];

    private static readonly List<string[]> Rows =
        [.. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Reading", "spellings.tsv")).Skip(1).Select(l => l.Split('\t'))];

    public static TheoryData<int, string, string> Numbers()
    {
        var data = new TheoryData<int, string, string>();
        for (var i = 0; i < Rows.Count; i++)
        {
            data.Add(i, Rows[i][0], Rows[i][1]);
        }

        return data;
    }

    [Fact]
    public void Table_HasEnoughRows_AndEachOnce()
    {
        Assert.True(Rows.Count >= 150, $"{Rows.Count} rows");
        Assert.All(Rows, r => Assert.Equal(4, r.Length));
        Assert.Equal(Rows.Count, Rows.DistinctBy(r => (r[0], r[1])).Count());
    }

    [Theory]
    [MemberData(nameof(Numbers))]
    public void Read_AsTyped_GivesWhatTheTableSays(int row, string where, string typed)
    {
        var (outcome, expected) = (Rows[row][2], Plain(Rows[row][3]));

        InEveryCulture.Run(() =>
        {
            var (value, question, refusal) = Read(where, Plain(typed));
            switch (outcome)
            {
                case "read":
                    Assert.Equal((expected, null, null), (value, question, refusal));
                    break;
                case "asked":
                    Assert.NotNull(value);
                    Assert.Contains(expected, question, StringComparison.Ordinal);
                    break;
                case "refused":
                    Assert.Null(value);
                    Assert.Contains(expected, refusal, StringComparison.Ordinal);
                    break;
                default:
                    Assert.Fail($"“{outcome}” is no outcome.");
                    break;
            }
        });
    }

    private static (string? Value, string? Question, string? Refusal) Read(string where, string typed) => where switch
    {
        "amount" => Of(AmountReader.Read(typed), v => v.ToString(CultureInfo.InvariantCulture)),
        "day" => Of(DayReader.Read(typed), v => v.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
        "month" => Of(MonthReader.Read(typed), v => v.ToString()),
        "financial year" => Of(FinancialYearReader.Read(typed), v => v.ToString()),
        "percentage" => Of(PercentageReader.Read(typed), v => v.ToString(CultureInfo.InvariantCulture)),
        "number" => Of(NumberReader.Read(typed, 4), v => v.ToString(CultureInfo.InvariantCulture)),
        "whole number" => Of(NumberReader.Whole(typed), v => v.ToString(CultureInfo.InvariantCulture)),
        "time" => Of(TimeReader.Read(typed), v => v.ToString("HH:mm", CultureInfo.InvariantCulture)),
        "quarter" => Of(QuarterReader.Read(typed), v => v.ToString()),
        "code" => Of(KnownReader.Code(typed, Codes)),
        "name" => Of(KnownReader.Name(typed, Names)),
        "text" => (TypedText.Clean(typed).Text, null, null),
        _ => throw new ArgumentOutOfRangeException(nameof(where), where, "No such place."),
    };

    private static (string?, string?, string?) Of<T>(Reading<T> reading, Func<T, string> write)
        where T : struct => (reading.Value is { } value ? write(value) : null, reading.Question, reading.Refusal);

    private static (string?, string?, string?) Of(KnownReading reading) =>
        (reading.Value, null, reading.Value is null ? reading.Suggestion ?? "" : null);

    private static string Plain(string text) => Escaped().Replace(text, m => m.Value switch
    {
        "\\n" => "\n",
        "\\t" => "\t",
        _ => ((char)int.Parse(m.Value.AsSpan(2), NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToString(),
    });

    [GeneratedRegex(@"\\u[0-9A-F]{4}|\\n|\\t", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Escaped();
}
