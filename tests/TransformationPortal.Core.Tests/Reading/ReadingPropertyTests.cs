using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using TransformationPortal.Core.Periods;
using TransformationPortal.Core.Reading;

namespace TransformationPortal.Core.Tests.Reading;

/// <summary>What holds of every text and of every value.</summary>
public sealed class ReadingPropertyTests
{
    private static readonly Arbitrary<string> AnyText = Gen.Elements(
        [.. "0123456789,.-–−()£kmCRFY/ abcJunSept%&'’\0\u000B\u200B\u202E\uD800\uDC00\u00A0\u0301\u0000ßŁ٧".ToCharArray()])
        .ArrayOf().Select(c => new string(c)).ToArbitrary();

    private static readonly Arbitrary<DateOnly> AnyDay =
        Gen.Choose(0, 36_500).Select(d => new DateOnly(2000, 1, 1).AddDays(d)).ToArbitrary();

    [Fact]
    public void Readers_OfAnyText_AnswerWithAValueOrWithWhatIsWrong_AndNeverThrow() =>
        Prop.ForAll(AnyText, text =>
            Answers(AmountReader.Read(text)) && Answers(AmountReader.Read(text, 4)) && Answers(DayReader.Read(text))
            && Answers(MonthReader.Read(text)) && Answers(FinancialYearReader.Read(text)) && Answers(PercentageReader.Read(text))
            && KnownReader.Code(text, ["TP-07"]).Typed is not null && KnownReader.Name(text, ["ORBIS"]).Typed is not null
            && MatchingKey.Of(text) is not null)
            .Check(Config.QuickThrowOnFailure.WithMaxTest(2000));

    [Fact]
    public void Clean_OfAnyText_IsCleanAlready_AndCountsNoMoreThanWasTyped() =>
        Prop.ForAll(AnyText, text =>
        {
            var clean = TypedText.Clean(text).Text;
            return TypedText.Clean(clean) == new CleanText(clean, 0) && TypedText.Count(text) <= text.Length
                && clean.All(c => c is '\n' or '\t' || !char.IsControl(c));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));

    [Fact]
    public void MatchingKey_OfAnyText_IsItsOwnKey() =>
        Prop.ForAll(AnyText, text => MatchingKey.Of(MatchingKey.Of(text)) == MatchingKey.Of(text))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(2000));

    [Fact]
    public void Amounts_AsTheyAreWrittenInBritain_ComeBack() =>
        Prop.ForAll(
            Gen.Choose(-2_000_000_000, 2_000_000_000).Select(pence => pence / 100m).ToArbitrary(),
            Gen.Elements("0.00", "#,0.00", "£#,0.00", "0.##", "£ 0.00", "0.00 GBP", "0.00;(0.00)", "£#,0.00;£#,0.00-", "0.00;0.00 CR", "+0.00;−0.00")
                .ToArbitrary(),
            (pounds, format) => AmountReader.Read(pounds.ToString(format, CultureInfo.InvariantCulture)).Value == pounds)
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Days_AsTheyAreWritten_ComeBack() =>
        Prop.ForAll(
            AnyDay,
            Gen.Elements("d/M/yyyy", "dd/MM/yyyy", "d.M.yyyy", "d-M-yyyy", "yyyy-MM-dd", "d MMMM yyyy", "d MMM yyyy", "d-MMM-yyyy", "dddd d MMMM yyyy", "MMMM d, yyyy")
                .ToArbitrary(),
            (day, format) => DayReader.Read(day.ToString(format, CultureInfo.InvariantCulture)).Value == day)
            .QuickCheckThrowOnFailure();

    [Fact]
    public void MonthsAndYears_AsThePortalWritesThem_ComeBack() =>
        Prop.ForAll(AnyDay, day =>
        {
            var (month, year) = (ReportingMonth.Containing(day), FinancialYear.Containing(day.AddYears(1)));
            return MonthReader.Read(month.Name).Value == month && MonthReader.Read(month.ToString()).Value == month
                && FinancialYearReader.Read(year.ToString()).Value == year && FinancialYearReader.Read(year.Slug).Value == year
                && (year.StartYear >= 2079 || FinancialYearReader.Read(year.ShortName).Value == year);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Suggestions_OfAnyText_AreReadThemselves() =>
        Prop.ForAll(AnyText, text =>
            (DayReader.Read(text).Suggestion is not { } day || DayReader.Read(day).Value is not null)
            && (MonthReader.Read(text).Suggestion is not { } month || MonthReader.Read(month).Value is not null))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(2000));

    private static bool Answers<T>(Reading<T> reading)
        where T : struct => reading.Value is null == reading.Problem is not null && (reading.Question is null || reading.Value is not null);
}
