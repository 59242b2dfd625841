namespace TransformationPortal.Core.Tests;

public sealed class MoneyFormatTests
{
    [Theory]
    [InlineData("14950000", "£15.0m")]
    [InlineData("15049000", "£15.0m")]
    [InlineData("15050000", "£15.1m")]
    [InlineData("49717000", "£49.7m")]
    [InlineData("1234567890", "£1,234.6m")]
    [InlineData("0", "£0.0m")]
    [InlineData("49999.99", "£49,999.99")]
    [InlineData("44000", "£44,000")]
    [InlineData("1", "£1")]
    [InlineData("0.004", "£0.0m")]
    [InlineData("1000000000", "£1,000.0m")]
    [InlineData("50000", "£0.1m")]
    [InlineData("-50000", "-£0.1m")]
    [InlineData("-49999", "-£49,999")]
    [InlineData("-2308000", "-£2.3m")]
    public void Millions_OnATile_HasOnePlace(string pounds, string text) => Shows(pounds, MoneyStyle.Millions, text);

    [Theory]
    [InlineData("2308000", "£2,308,000")]
    [InlineData("0", "£0")]
    [InlineData("999", "£999")]
    [InlineData("1000", "£1,000")]
    [InlineData("-1000", "-£1,000")]
    [InlineData("12.5", "£12.50")]
    [InlineData("12.50", "£12.50")]
    [InlineData("1234.567", "£1,234.57")]
    [InlineData("0.005", "£0.01")]
    [InlineData("0.004", "£0")]
    [InlineData("-0.004", "£0")]
    [InlineData("1234.999", "£1,235")]
    public void Pounds_InASlice_HasPenceOnlyWhereThereAreAny(string pounds, string text) => Shows(pounds, MoneyStyle.Pounds, text);

    [Theory]
    [InlineData("2308000", "-2.308")]
    [InlineData("755500", "-0.756")]
    [InlineData("755499.99", "-0.755")]
    [InlineData("-755000", "0.755")]
    [InlineData("0", "0.000")]
    [InlineData("499", "0.000")]
    [InlineData("500", "-0.001")]
    [InlineData("-499", "0.000")]
    [InlineData("1500000000", "-1,500.000")]
    public void AnnexSavings_PrintsASavingAsANegative(string pounds, string text) => Shows(pounds, MoneyStyle.AnnexSavings, text);

    [Theory]
    [InlineData("2308000", "2.308")]
    [InlineData("-755000", "-0.755")]
    [InlineData("-499", "0.000")]
    [InlineData("0", "0.000")]
    public void ChartMillions_PrintsASavingAsAPositive(string pounds, string text) => Shows(pounds, MoneyStyle.ChartMillions, text);

    [Theory]
    [InlineData("17900000", "17.9")]
    [InlineData("50000", "0.1")]
    [InlineData("49999", "0.0")]
    [InlineData("0", "0.0")]
    [InlineData("-49999", "0.0")]
    [InlineData("-50000", "-0.1")]
    public void AnnexCosts_HasOnePlace(string pounds, string text) => Shows(pounds, MoneyStyle.AnnexCosts, text);

    [Fact]
    public void Format_NothingRecorded_IsBlankInEveryStyle() =>
        Assert.All(Enum.GetValues<MoneyStyle>(), style => Assert.Equal("", MoneyFormat.Format(null, style)));

    [Fact]
    public void Format_AnUnknownStyle_IsRefused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => MoneyFormat.Format(Money.Zero, (MoneyStyle)99));

    [Theory]
    [InlineData("755000", "£0.755m")]
    [InlineData("-755000", "-£0.755m")]
    [InlineData("-400", "-£400")]
    [InlineData("499", "£499")]
    [InlineData("0", "£0.000m")]
    [InlineData("1234500500", "£1,234.501m")]
    public void ExactMillions_InASentence_HasThreePlaces(string pounds, string text) =>
        InEveryCulture.Run(() => Assert.Equal(text, MoneyFormat.ExactMillions(new Money(Decimal(pounds)))));

    [Theory]
    [InlineData("0.15336", "15%")]
    [InlineData("0.155", "16%")]
    [InlineData("0.145", "15%")]
    [InlineData("0.005", "1%")]
    [InlineData("0.0049", "under 1%")]
    [InlineData("0.9967", "over 99%")]
    [InlineData("0.994", "99%")]
    [InlineData("1", "100%")]
    [InlineData("1.004", "over 100%")]
    [InlineData("-0.0049", "under 0%")]
    [InlineData("-0.005", "-1%")]
    [InlineData("12.345", "1,235%")]
    public void Percent_OfAShare_IsWholePerCent(string share, string text) =>
        InEveryCulture.Run(() => Assert.Equal(text, MoneyFormat.Percent(Decimal(share))));

    [Theory]
    [InlineData("1184", "1,184")]
    [InlineData("0", "0")]
    [InlineData("-3", "-3")]
    [InlineData("4.5", "4.5")]
    [InlineData("4.50", "4.5")]
    [InlineData("-0.001", "0")]
    [InlineData("1.005", "1.01")]
    public void Count_OfAnything_HasThousandsAndAtMostTwoPlaces(string count, string text) =>
        InEveryCulture.Run(() => Assert.Equal(text, MoneyFormat.Count(Decimal(count))));

    [Fact]
    public void PercentAndCount_OfNothing_AreBlank()
    {
        Assert.Equal("", MoneyFormat.Percent(null));
        Assert.Equal("", MoneyFormat.Count(null));
    }

    private static void Shows(string pounds, MoneyStyle style, string text) =>
        InEveryCulture.Run(() => Assert.Equal(text, MoneyFormat.Format(new Money(Decimal(pounds)), style)));

    private static decimal Decimal(string text) => decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
