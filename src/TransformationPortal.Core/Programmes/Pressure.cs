using TransformationPortal.Core.Periods;

namespace TransformationPortal.Core.Programmes;

/// <summary>
/// An amount that a directorate is expected to fall short by in a year. It is no saving: it stands beside the savings and is
/// added to none of them.
/// </summary>
/// <param name="Ref">Its reference, unique within a year.</param>
/// <param name="Why">What causes it.</param>
/// <param name="Project">Code of the project that it bears on; none where it is the directorate's own.</param>
/// <param name="Amount">Pounds in that year, positive.</param>
/// <param name="Since">The day from which it is expected.</param>
/// <param name="Owner">Who answers for it, by job title.</param>
/// <param name="HowCovered">From what it is covered, or is to be.</param>
public sealed record Pressure(
    string Ref, string Why, string Directorate, string? Project, FinancialYear Year, Money Amount, DateOnly? Since, string Owner, PressureCover Cover, string? HowCovered);

/// <summary>Whether money has been found for a pressure.</summary>
public enum PressureCover
{
    NotCovered,
    PartlyCovered,
    Covered,
}

public static class PressureFacts
{
    public static string Words(this PressureCover cover) => cover switch
    {
        PressureCover.NotCovered => "Not covered",
        PressureCover.PartlyCovered => "Partly covered",
        PressureCover.Covered => "Covered",
        _ => throw new ArgumentOutOfRangeException(nameof(cover), cover, "Unknown cover."),
    };
}
