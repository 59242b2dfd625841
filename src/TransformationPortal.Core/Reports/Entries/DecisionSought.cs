namespace TransformationPortal.Core.Reports;

/// <summary>A decision that the project asks somebody for.</summary>
/// <param name="Body">Who is to take it.</param>
public sealed record DecisionSought(string? Key, string? What, string? Body, DateOnly? NeededBy)
{
    public static EntryList<DecisionSought> List { get; } = new("Decisions", ReportSection.Decisions)
    {
        KeyPrefix = _ => "D",
        Get = content => content.Decisions,
        With = (content, rows) => content with { Decisions = rows },
        Key = d => d.Key,
        WithKey = (d, key) => d with { Key = key },
        Empty = key => new(key, null, null, null),
        Named = (d, _) => $"Decision {d.Key}",
        Fields =
        [
            new EntryText<DecisionSought>(nameof(What), "what is to be decided", d => d.What, (d, v) => d with { What = v }) { Lines = 2 },
            new EntryText<DecisionSought>(nameof(Body), "who decides", d => d.Body, (d, v) => d with { Body = v }),
            new EntryDay<DecisionSought>(nameof(NeededBy), "needed by", d => d.NeededBy, (d, v) => d with { NeededBy = v }),
        ],
    };
}
