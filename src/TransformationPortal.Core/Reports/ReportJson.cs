using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using TransformationPortal.Core.Editions;

namespace TransformationPortal.Core.Reports;

/// <summary>
/// The canonical text of a report's content: JSON without white space, properties in declared order, empty ones left out,
/// money and periods written as in an edition.
/// </summary>
public static class ReportJson
{
    private static readonly ReportJsonContext Context = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        Converters = { new MoneyConverter(), new FinancialYearConverter(), new PlainDecimalConverter() },
    });

    public static string Write(ReportContent content) => JsonSerializer.Serialize(content, Context.ReportContent);

    /// <exception cref="ReportUnreadableException">The text is no report, or one that a newer program wrote.</exception>
    public static ReportContent Read(string json)
    {
        try
        {
            return JsonSerializer.Deserialize(json, Context.ReportContent) ?? throw new ReportUnreadableException("The stored report is empty.", null);
        }
        catch (Exception e) when (e is JsonException or FormatException or ArgumentException)
        {
            throw new ReportUnreadableException("The stored report cannot be read: " + e.Message, e);
        }
    }
}

/// <summary>A stored text that is no report this program can read.</summary>
public sealed class ReportUnreadableException(string message, Exception? inner) : Exception(message, inner);

[JsonSourceGenerationOptions(UseStringEnumConverter = true)]
[JsonSerializable(typeof(ReportContent))]
internal sealed partial class ReportJsonContext : JsonSerializerContext;
