using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.Extensions;
using TransformationPortal.Core.Reading;
using TransformationPortal.Data.Audit;

namespace TransformationPortal.Web.Areas.Admin.Models;

/// <summary>What of the audit log somebody asks for, as they typed it.</summary>
public sealed class AuditForm : IValidatableObject
{
    public AuditAction? What { get; set; }

    public string? By { get; set; }

    public string? Text { get; set; }

    public string? From { get; set; }

    public string? To { get; set; }

    public int Page { get; set; } = 1;

    public AuditFilter Filter => new(What, By?.Trim(), Text?.Trim(), Day(From), Day(To));

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        foreach (var (name, typed) in new[] { (nameof(From), From), (nameof(To), To) })
        {
            if (!string.IsNullOrWhiteSpace(typed) && DayReader.Read(typed).Refusal is { } refusal)
            {
                yield return new(refusal, [name]);
            }
        }
    }

    /// <summary>The same question, of another page, as the query of an address.</summary>
    public string Query(int page)
    {
        var query = new QueryBuilder();
        foreach (var (name, value) in new[] { ("What", What?.ToString()), ("By", By), ("Text", Text), ("From", From), ("To", To) })
        {
            if (!string.IsNullOrWhiteSpace(value))
            {
                query.Add(name, value);
            }
        }

        query.Add(nameof(Page), page.ToString(System.Globalization.CultureInfo.InvariantCulture));
        return query.ToString();
    }

    private static DateOnly? Day(string? typed) => string.IsNullOrWhiteSpace(typed) ? null : DayReader.Read(typed).Value;
}

/// <param name="Count">How many entries the question lets through.</param>
/// <param name="Pages">At least 1.</param>
public sealed record AuditPage(AuditForm Form, IReadOnlyList<AuditEntry> Entries, int Count, int Pages);
