using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using TransformationPortal.Core.Ledgers;
using TransformationPortal.Core.Periods;
using TransformationPortal.Core.Savings;

namespace TransformationPortal.Core.Editions;

/// <summary>
/// An amount of a savings line. A large programme has hundreds of thousands of them, and they are most of its edition: so this
/// one record is read and written by hand, which is several times as fast as by its properties and gives the same text.
/// </summary>
internal sealed class SavingsAmountConverter : JsonConverter<SavingsAmount>
{
    private const int LongestSharedText = 128;
    private const int MostSharedTexts = 1_000;

    private static readonly NamedValues<SavingsKind> Kinds = new();
    private static readonly NamedValues<Confidence> Bands = new();

    // Thousands of amounts come from one origin or decision: they share its text.
    private readonly ConcurrentDictionary<string, string> sharedTexts = new(StringComparer.Ordinal);

    /// <summary>So that a null among the amounts is refused here, where it would else slip through.</summary>
    public override bool HandleNull => true;

    public override SavingsAmount Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw new JsonException("An amount of a savings line is not an object.");
        }

        SavingsKind? kind = null;
        FinancialYear? year = null;
        Confidence? confidence = null;
        Money? amount = null;
        ReportingMonth? asAt = null;
        string? origin = null;
        string? decision = null;
        var pending = false;
        var carried = false;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.ValueSpan;
            reader.Read();
            if (name.SequenceEqual("kind"u8))
            {
                kind = Kinds.Read(ref reader);
            }
            else if (name.SequenceEqual("year"u8))
            {
                year = PeriodJson.Read<FinancialYear>(ref reader, FinancialYear.TryParse);
            }
            else if (name.SequenceEqual("confidence"u8))
            {
                confidence = Bands.Read(ref reader);
            }
            else if (name.SequenceEqual("amount"u8))
            {
                amount = new Money(reader.GetDecimal());
            }
            else if (name.SequenceEqual("asAt"u8))
            {
                asAt = PeriodJson.Read<ReportingMonth>(ref reader, ReportingMonth.TryParse);
            }
            else if (name.SequenceEqual("origin"u8))
            {
                origin = SharedText(ref reader);
            }
            else if (name.SequenceEqual("decision"u8))
            {
                decision = SharedText(ref reader);
            }
            else if (name.SequenceEqual("pending"u8))
            {
                pending = reader.GetBoolean();
            }
            else if (name.SequenceEqual("carried"u8))
            {
                carried = reader.GetBoolean();
            }
            else
            {
                throw new JsonException($"An amount of a savings line has no member “{Encoding.UTF8.GetString(name)}”.");
            }
        }

        return new SavingsAmount(
            kind ?? throw Lacking("kind"), year, confidence, amount ?? throw Lacking("amount"), asAt, origin ?? throw Lacking("origin"), decision, pending,
            carried);
    }

    public override void Write(Utf8JsonWriter writer, SavingsAmount value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WriteString("kind"u8, Kinds.Name(value.Kind));
        if (value.Year is { } year)
        {
            writer.WriteString("year"u8, LedgerKeys.Year(year));
        }

        if (value.Confidence is { } confidence)
        {
            writer.WriteString("confidence"u8, Bands.Name(confidence));
        }

        writer.WriteNumber("amount"u8, PlainDecimalConverter.WithoutTrailingZeros(value.Amount.Pounds));
        if (value.AsAt is { } month)
        {
            writer.WriteString("asAt"u8, month.ToString());
        }

        writer.WriteString("origin"u8, value.Origin);
        if (value.Decision is { } decision)
        {
            writer.WriteString("decision"u8, decision);
        }

        if (value.Pending)
        {
            writer.WriteBoolean("pending"u8, true);
        }

        if (value.Carried)
        {
            writer.WriteBoolean("carried"u8, true);
        }

        writer.WriteEndObject();
    }

    private string SharedText(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.String || reader.ValueSpan.Length > LongestSharedText)
        {
            return reader.GetString() ?? throw new JsonException("An amount of a savings line has an empty text.");
        }

        Span<char> buffer = stackalloc char[LongestSharedText];
        var characters = buffer[..reader.CopyString(buffer)];
        if (!sharedTexts.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(characters, out var text))
        {
            text = characters.ToString();
            if (sharedTexts.Count < MostSharedTexts)
            {
                text = sharedTexts.GetOrAdd(text, text);
            }
        }

        return text;
    }

    private static JsonException Lacking(string name) => new($"An amount of a savings line lacks “{name}”.");

    /// <summary>The values of an enumeration by their names.</summary>
    private sealed class NamedValues<T>
        where T : struct, Enum
    {
        private readonly (T Value, JsonEncodedText Name)[] all = [.. Enum.GetValues<T>().Select(v => (v, JsonEncodedText.Encode(v.ToString())))];

        public T Read(ref Utf8JsonReader reader)
        {
            foreach (var (value, name) in all)
            {
                if (reader.TokenType == JsonTokenType.String && reader.ValueSpan.SequenceEqual(name.EncodedUtf8Bytes))
                {
                    return value;
                }
            }

            throw new JsonException($"“{reader.GetString()}” is not a {typeof(T).Name}.");
        }

        public JsonEncodedText Name(T value)
        {
            foreach (var (known, name) in all)
            {
                if (EqualityComparer<T>.Default.Equals(known, value))
                {
                    return name;
                }
            }

            throw new JsonException($"{value} is not a {typeof(T).Name}.");
        }
    }
}
