using TransformationPortal.Core;

namespace TransformationPortal.Data.Entities;

/// <summary>A savings component of the programme.</summary>
public sealed class WorkstreamEntity : IRetirable
{
    public int Id { get; private init; }

    public required string Name { get; init; }

    public required string ShortName { get; init; }

    public required bool IsComponent { get; init; }

    public string? Basis { get; init; }

    public required int DisplayOrder { get; init; }

    /// <inheritdoc cref="IRetirable.RetiredOn"/>
    public DateOnly? RetiredOn { get; internal set; }
}

public sealed class DirectorateEntity : IRetirable
{
    public int Id { get; private init; }

    public required string Name { get; init; }

    public required string ShortName { get; init; }

    public required int DisplayOrder { get; init; }

    /// <inheritdoc cref="IRetirable.RetiredOn"/>
    public DateOnly? RetiredOn { get; internal set; }
}

/// <summary>Where a target was set.</summary>
public sealed class TargetSourceEntity : IRetirable
{
    public int Id { get; private init; }

    public required string Name { get; init; }

    public required string ShortName { get; init; }

    public required bool IsCore { get; init; }

    public required int DisplayOrder { get; init; }

    /// <inheritdoc cref="IRetirable.RetiredOn"/>
    public DateOnly? RetiredOn { get; internal set; }
}

/// <summary>An activity of the core programme.</summary>
public sealed class CoreActivityEntity : IRetirable
{
    public int Id { get; private init; }

    public required string Name { get; init; }

    public string? Group { get; init; }

    /// <inheritdoc cref="Core.Programmes.CoreActivity.FirstTarget"/>
    public Money? FirstTarget { get; init; }

    public required int DisplayOrder { get; init; }

    /// <inheritdoc cref="IRetirable.RetiredOn"/>
    public DateOnly? RetiredOn { get; internal set; }
}
