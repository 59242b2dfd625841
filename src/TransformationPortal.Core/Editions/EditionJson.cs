using System.Globalization;
using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace TransformationPortal.Core.Editions;

/// <summary>
/// The canonical text of an edition: UTF-8 JSON without white space, properties in declared order, empty ones left out,
/// numbers without trailing zeros, days and periods as texts. The same edition always gives the same bytes, and their
/// SHA-256 is the edition's seal.
/// </summary>
public static class EditionJson
{
    private static readonly JsonTypeInfo<Edition> Shape = (JsonTypeInfo<Edition>)new JsonSerializerOptions
    {
        TypeInfoResolver = EditionJsonContext.Default.WithAddedModifier(RequireWhatIsNeverEmpty),
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        Converters =
        {
            new SavingsAmountConverter(),
            new MoneyConverter(),
            new FinancialYearConverter(),
            new QuarterConverter(),
            new ReportingMonthConverter(),
            new PlainDecimalConverter(),
            new JsonStringEnumConverter(namingPolicy: null, allowIntegerValues: false),
        },
    }.GetTypeInfo(typeof(Edition));

    public static byte[] Write(Edition edition) => JsonSerializer.SerializeToUtf8Bytes(edition, Shape);

    /// <summary>Reads an edition of this or of any earlier schema version.</summary>
    /// <exception cref="EditionUnreadableException">The bytes are no edition, or one that a newer program wrote.</exception>
    public static Edition Read(ReadOnlySpan<byte> json)
    {
        try
        {
            var version = Version(json);
            if (version < 1)
            {
                throw new EditionUnreadableException(string.Create(CultureInfo.InvariantCulture, $"The stored edition has schema version {version}, which no program wrote."));
            }

            if (version > Edition.CurrentSchemaVersion)
            {
                throw new EditionUnreadableException(string.Create(
                    CultureInfo.InvariantCulture,
                    $"The stored edition has schema version {version}; this program reads versions up to {Edition.CurrentSchemaVersion}. Use the newer program that wrote it."));
            }

            return JsonSerializer.Deserialize(json, Shape)
                ?? throw new EditionUnreadableException("The stored edition is empty.");
        }
        catch (Exception e) when (e is JsonException or FormatException or ArgumentException)
        {
            throw new EditionUnreadableException("The stored edition cannot be read: " + e.Message, e);
        }
    }

    /// <summary>The seal of an edition's bytes: SHA-256 in lower-case hexadecimal, 64 characters.</summary>
    public static string Seal(ReadOnlySpan<byte> json) => Convert.ToHexStringLower(SHA256.HashData(json));

    // Members left out are empty, and only those may be that a record declares so: else a lost amount would be read as £0.
    private static void RequireWhatIsNeverEmpty(JsonTypeInfo type)
    {
        foreach (var property in type.Properties.Where(p => p.Set is not null))
        {
            property.IsRequired |= property.AssociatedParameter is { IsNullable: false, HasDefaultValue: false };
        }
    }

    private static int Version(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.PropertyName && reader.CurrentDepth == 1)
            {
                var isVersion = reader.ValueTextEquals("schemaVersion"u8);
                reader.Read();
                if (isVersion)
                {
                    return reader.TokenType == JsonTokenType.Number && reader.TryGetInt32(out var version)
                        ? version
                        : throw new EditionUnreadableException("The stored edition’s schema version is not a whole number.");
                }

                reader.Skip();
            }
        }

        throw new EditionUnreadableException("The stored edition does not say which schema version it has.");
    }
}

/// <summary>Bytes that are no edition this program can read.</summary>
public sealed class EditionUnreadableException : Exception
{
    public EditionUnreadableException(string message)
        : base(message)
    {
    }

    public EditionUnreadableException(string message, Exception inner)
        : base(message, inner)
    {
    }
}

[JsonSerializable(typeof(Edition))]
internal sealed partial class EditionJsonContext : JsonSerializerContext;
