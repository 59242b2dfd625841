using System.Text.Json;
using System.Text.Json.Serialization;
using TransformationPortal.Core.Periods;

namespace TransformationPortal.Core.Editions;

/// <summary>Pounds as a number without trailing zeros: 1.20 and 1.2 are one amount and must give one text.</summary>
internal sealed class MoneyConverter : JsonConverter<Money>
{
    public override Money Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => new(reader.GetDecimal());

    public override void Write(Utf8JsonWriter writer, Money value, JsonSerializerOptions options) =>
        writer.WriteNumberValue(PlainDecimalConverter.WithoutTrailingZeros(value.Pounds));
}

internal sealed class PlainDecimalConverter : JsonConverter<decimal>
{
    public override decimal Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetDecimal();

    public override void Write(Utf8JsonWriter writer, decimal value, JsonSerializerOptions options) =>
        writer.WriteNumberValue(WithoutTrailingZeros(value));

    // Division by a one with many decimals is decimal's own way of dropping trailing zeros.
    internal static decimal WithoutTrailingZeros(decimal value) => value / 1.000000000000000000000000000000m;
}

/// <summary>A period written as its own short text.</summary>
internal abstract class PeriodConverter<T>(Func<string, T> parse) : JsonConverter<T>
    where T : struct
{
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        parse(reader.GetString() ?? throw new JsonException("A period is missing."));

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
}

internal sealed class FinancialYearConverter() : PeriodConverter<FinancialYear>(FinancialYear.Parse);

internal sealed class QuarterConverter() : PeriodConverter<Quarter>(Quarter.Parse);

internal sealed class ReportingMonthConverter() : PeriodConverter<ReportingMonth>(ReportingMonth.Parse);
