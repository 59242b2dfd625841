using TransformationPortal.Core;
using TransformationPortal.Core.Periods;
using TransformationPortal.Core.Programmes;

namespace TransformationPortal.Data.Entities;

/// <summary>An achievement or a focus of a quarter.</summary>
public sealed class QuarterTextEntity
{
    public int Id { get; private init; }

    public required Quarter Quarter { get; init; }

    public required StoryKind Kind { get; init; }

    public required int Order { get; init; }

    /// <summary>Markdown of the simple kind.</summary>
    public required string Text { get; init; }

    /// <summary><c>project:</c>, <c>spotlight:</c> or <c>document:</c> and a key.</summary>
    public string? Link { get; init; }
}

/// <summary>A statistic of a quarter, entered by hand.</summary>
public sealed class MeasureEntity
{
    public int Id { get; private init; }

    public required Quarter Quarter { get; init; }

    public required string Label { get; init; }

    public required decimal Value { get; init; }

    public string? Caption { get; init; }

    public required string Source { get; init; }

    public string? LinkText { get; init; }

    public int? DocumentId { get; private init; }

    public DocumentEntity? Document { get; init; }

    public required int DisplayOrder { get; init; }
}

/// <summary>A project shown at more length in a quarter.</summary>
public sealed class SpotlightEntity
{
    public int Id { get; private init; }

    public required Quarter Quarter { get; init; }

    public int ProjectId { get; private init; }

    public required ProjectEntity Project { get; init; }

    /// <summary>A job title.</summary>
    public required string AccountableOfficer { get; init; }

    public required string PeopleInvolved { get; init; }

    /// <summary>Pounds a year.</summary>
    public Money? ExpectedLow { get; init; }

    /// <summary>Pounds a year.</summary>
    public Money? ExpectedHigh { get; init; }

    public required string Aim { get; init; }

    public required string DoneSoFar { get; init; }

    public required string Next { get; init; }
}
