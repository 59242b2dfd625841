namespace TransformationPortal.Data.Entities;

/// <summary>A document that readers are pointed to.</summary>
public sealed class DocumentEntity : IRetirable
{
    public int Id { get; private init; }

    public required string Key { get; init; }

    public required string Title { get; init; }

    public required string Kind { get; init; }

    public string? Note { get; init; }

    /// <inheritdoc cref="IRetirable.RetiredOn"/>
    public DateOnly? RetiredOn { get; internal set; }
}

/// <summary>An item on a body's agenda; undated while it is to be scheduled.</summary>
public sealed class MeetingEntity
{
    public int Id { get; private init; }

    public required string Body { get; init; }

    public DateOnly? Date { get; init; }

    public TimeOnly? Time { get; init; }

    public string? Item { get; init; }

    public string? Note { get; init; }
}

/// <summary>A bar of the programme plan.</summary>
public sealed class PlanStageEntity
{
    public int Id { get; private init; }

    public required string Name { get; init; }

    public required string Stage { get; init; }

    public required DateOnly Start { get; init; }

    public required DateOnly End { get; init; }

    public string? Basis { get; init; }
}

/// <summary>A word of the council's own, or a name that it no longer uses.</summary>
public sealed class CouncilWordEntity
{
    public int Id { get; private init; }

    public required string Word { get; init; }

    public string? Meaning { get; init; }

    /// <summary>The name that has taken its place.</summary>
    public string? NowCalled { get; init; }

    /// <summary>A team or a job title.</summary>
    public string? KeptBy { get; init; }
}
