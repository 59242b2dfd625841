using TransformationPortal.Core.Periods;
using TransformationPortal.Core.Ratings;

namespace TransformationPortal.Core.Programmes;

public enum ProjectPhase
{
    Planning,
    InFlight,
    Complete,

    /// <summary>Closed without delivery.</summary>
    Stopped,
}

public static class ProjectPhaseFacts
{
    /// <summary>As readers meet it: <c>In flight</c>.</summary>
    public static string Name(this ProjectPhase phase) => phase == ProjectPhase.InFlight ? "In flight" : phase.ToString();

    /// <summary>Whether a project in this phase still reports.</summary>
    public static bool IsLive(this ProjectPhase phase) => phase is ProjectPhase.Planning or ProjectPhase.InFlight;
}

/// <summary>A project of the programme.</summary>
/// <param name="Code">Its reference: <c>TP-07</c>.</param>
/// <param name="AccountableOfficer">A job title.</param>
/// <param name="Ratings">The overall rating and those of its aspects, as last approved; empty when it has not been rated.</param>
/// <param name="RatedFor">The month the ratings are for.</param>
/// <param name="Actions">Its path to green as approved for that month; none where it has none.</param>
public sealed record Project(
    string Code,
    string Name,
    ProjectPhase Phase,
    string Board,
    string Workstream,
    string Directorate,
    string AccountableOfficer,
    DateOnly? Start,
    DateOnly? PlannedEnd,
    string? Summary,
    string? Basis,
    ReportingMonth? RatedFor,
    IReadOnlyList<AspectRating> Ratings,
    IReadOnlyList<RecoveryAction>? Actions = null)
{
    /// <summary>The rating of an aspect with its reason; nothing where it has not been rated.</summary>
    public RagRating? Rating(RagAspect aspect)
    {
        for (var i = 0; i < Ratings.Count; i++)
        {
            if (Ratings[i].Aspect == aspect)
            {
                return Ratings[i].Rating;
            }
        }

        return null;
    }
}
