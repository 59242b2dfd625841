using TransformationPortal.Core.Ratings;

namespace TransformationPortal.Core.Reports;

/// <summary>A step that brings a rating that is not green back to green.</summary>
/// <param name="Owner">A job title.</param>
public sealed record PathToGreenStep(string? Key, RagAspect Aspect, string? Action, string? Owner, DateOnly? Due)
{
    public static EntryList<PathToGreenStep> List { get; } = new("PathToGreen", ReportSection.Ratings)
    {
        KeyPrefix = _ => "P",
        Get = content => content.PathToGreen,
        With = (content, rows) => content with { PathToGreen = rows },
        Key = s => s.Key,
        WithKey = (s, key) => s with { Key = key },
        Empty = key => new(key, default, null, null, null),
        Named = (s, _) => $"Path to green of the {ReportWords.Rating(s.Aspect)}, step {s.Key}",
        Order = rows => rows.OrderBy(s => s.Aspect),
        Fields =
        [
            // A step belongs to a rating: without one it is no step.
            new EntryChoice<PathToGreenStep, RagAspect>(
                nameof(Aspect), "rating", s => s.Aspect, (s, v) => v is { } aspect ? s with { Aspect = aspect } : null)
            {
                SaysNothingAlone = true,
            },
            new EntryText<PathToGreenStep>(nameof(Action), "action", s => s.Action, (s, v) => s with { Action = v }),
            new EntryText<PathToGreenStep>(nameof(Owner), "owner", s => s.Owner, (s, v) => s with { Owner = v }),
            new EntryDay<PathToGreenStep>(nameof(Due), "due", s => s.Due, (s, v) => s with { Due = v }),
        ],
    };
}
