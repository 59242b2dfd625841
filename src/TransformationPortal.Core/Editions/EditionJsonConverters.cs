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

    // Division by a one with many decimals is decimal's own way of dropping trailing zeros, but slow; most amounts have none.
    internal static decimal WithoutTrailingZeros(decimal value) => value.Scale == 0 ? value : value / 1.000000000000000000000000000000m;
}

/// <summary>Reads a period from its characters; false when they are none.</summary>
internal delegate bool PeriodParser<T>(ReadOnlySpan<char> text, out T period);

/// <summary>A period written as its own short text.</summary>
internal static class PeriodJson
{
    private const int Longest = 16;

    public static T Read<T>(ref Utf8JsonReader reader, PeriodParser<T> parse)
    {
        if (reader.TokenType == JsonTokenType.String && reader.ValueSpan.Length <= Longest)
        {
            Span<char> text = stackalloc char[Longest];
            if (parse(text[..reader.CopyString(text)], out var period))
            {
                return period;
            }
        }

        throw new JsonException($"{(reader.TokenType == JsonTokenType.String ? $"“{reader.GetString()}”" : reader.TokenType)} is not a {typeof(T).Name}.");
    }
}

internal abstract class PeriodConverter<T>(PeriodParser<T> parse) : JsonConverter<T>
    where T : struct
{
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => PeriodJson.Read(ref reader, parse);

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
}

internal sealed class FinancialYearConverter() : PeriodConverter<FinancialYear>(FinancialYear.TryParse);

internal sealed class QuarterConverter() : PeriodConverter<Quarter>(Quarter.TryParse);

internal sealed class ReportingMonthConverter() : PeriodConverter<ReportingMonth>(ReportingMonth.TryParse);
