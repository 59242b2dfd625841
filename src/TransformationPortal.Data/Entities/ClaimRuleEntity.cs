namespace TransformationPortal.Data.Entities;

/// <summary>What somebody gets here because of what the council's own sign-in says of them: a role or a project.</summary>
public sealed class ClaimRuleEntity
{
    public int Id { get; init; }

    /// <summary>The claim that is looked at, such as <c>groups</c>.</summary>
    public required string Claim { get; init; }

    /// <summary>The value that it must have, such as the identifier of a group.</summary>
    public required string Value { get; init; }

    /// <summary>What people call that value; it decides nothing.</summary>
    public required string Label { get; init; }

    /// <summary>The role that follows; nothing where a project does.</summary>
    public string? Role { get; init; }

    /// <summary>The code of the project that follows; nothing where a role does.</summary>
    public string? Project { get; init; }
}
