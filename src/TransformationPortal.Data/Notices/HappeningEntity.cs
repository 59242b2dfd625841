using TransformationPortal.Core.Notices;

namespace TransformationPortal.Data.Notices;

/// <summary>
/// Something that people are told of. Whoever stores what happened adds it to the same saving, and with it a notice is written
/// for each of its <see cref="Audience"/>: together, or not at all.
/// </summary>
public sealed class HappeningEntity
{
    public long Id { get; private init; }

    public required NoticeKind Kind { get; init; }

    /// <summary>Names what happened, and is there once: told twice, it is refused.</summary>
    public required string Key { get; init; }

    /// <summary>UTC, by the council’s clock.</summary>
    public required DateTime At { get; init; }

    /// <summary>In one line.</summary>
    public required string Title { get; init; }

    /// <summary>In some sentences.</summary>
    public required string Text { get; init; }

    /// <summary>The address inside the portal of the very thing: <c>/reports/TP-08/2019-07</c>.</summary>
    public required string Address { get; init; }

    /// <summary>The list that it brings, as JSON; nothing where its text says all.</summary>
    public string? Items { get; init; }

    /// <summary>What of all that somebody follows it is about; nothing where it is told for another reason.</summary>
    public string? About { get; init; }

    /// <summary>Who is told. It is resolved when it is saved, and kept as notices.</summary>
    public Audience To { get; init; } = Audience.Nobody;
}

/// <summary>Who is told: everybody who is in one of these ways, and can sign in.</summary>
public sealed record Audience
{
    public static Audience Nobody { get; } = new();

    /// <summary>Roles, by their names.</summary>
    public IReadOnlyList<string> Roles { get; init; } = [];

    /// <summary>Codes of projects: their officers.</summary>
    public IReadOnlyList<string> Projects { get; init; } = [];

    public IReadOnlyList<string> UserIds { get; init; } = [];

    /// <summary>The user name of who did it, and need not be told.</summary>
    public string? Except { get; init; }

    public static Audience OfRoles(params string[] roles) => new() { Roles = roles };

    public static Audience OfProjects(params string[] codes) => new() { Projects = codes };

    public static Audience Of(params string[] userIds) => new() { UserIds = userIds };

    public Audience But(string userName) => this with { Except = userName };
}

/// <summary>The names of the roles that are told of something, as the portal gives them.</summary>
public static class AudienceRoles
{
    public const string Member = "Member";
    public const string Officer = "Officer";
    public const string Finance = "Finance";
    public const string Pmo = "PMO";
    public const string Administrator = "Administrator";

    /// <summary>Whoever reads what is published.</summary>
    public static readonly string[] Everybody = [Member, Officer, Finance, Pmo, Administrator];
}
