using System.Text.Json.Serialization;
using TransformationPortal.Core.Periods;
using TransformationPortal.Core.Savings;

namespace TransformationPortal.Core.Programmes;

public enum DecisionOutcome
{
    Pending,
    Agreed,
    Refused,
}

/// <summary>
/// A decision that figures may wait for. When it was settled and what was said are written into an edition only where they
/// were recorded, so that editions without them keep their bytes.
/// </summary>
/// <param name="Body">Who takes it.</param>
/// <param name="Due">When it is expected.</param>
/// <param name="Note">What it is about.</param>
/// <param name="Settled">The day on which it was taken; none while it is pending, and where nobody recorded the day.</param>
/// <param name="OutcomeNote">What was said when it was taken.</param>
public sealed record Decision(
    string Ref,
    string Title,
    string Body,
    DateOnly? Due,
    DecisionOutcome Outcome,
    string? Note,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] DateOnly? Settled = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? OutcomeNote = null)
{
    /// <summary>
    /// The day on which it came into the register, in no edition before it; none where it was always there. Not written into
    /// an edition, which holds what was known on its day.
    /// </summary>
    [JsonIgnore]
    public DateOnly? Entered { get; init; }

    /// <summary>
    /// Whether it holds on a day: from the day on which it came into the register, or on which it was taken where that is
    /// earlier, since what was decided holds from then on, whenever it was written down.
    /// </summary>
    public bool IsKnownOn(DateOnly day) => Entered is null || Entered <= day || Settled <= day;

    /// <summary>The decision as it was on a day: what was settled later was still to be decided.</summary>
    /// <returns>Nothing where it was not known yet.</returns>
    public Decision? AsAt(DateOnly day) => !IsKnownOn(day) ? null : Settled > day
        ? this with { Outcome = DecisionOutcome.Pending, Settled = null, OutcomeNote = null, Entered = null }
        : this with { Entered = null };
}

/// <summary>A proposed move of a saving from one year to another, under a decision.</summary>
/// <param name="Amount">Pounds that move; positive.</param>
/// <param name="ToYear">The year it moves to; none while nobody has given it one: it is then not yet re-homed.</param>
/// <param name="Confidence">The band that the moved amount stands in.</param>
/// <param name="IsCarryForward">Whether it is what a closed year did not deliver: the original target then stays where it was set.</param>
public sealed record Reprofile(
    string Decision,
    string Line,
    string Label,
    Money Amount,
    FinancialYear FromYear,
    FinancialYear? ToYear,
    Confidence Confidence,
    string? Note,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool IsCarryForward = false)
{
    /// <summary>The day on which it came into the register; none where it was always there. Not written into an edition.</summary>
    [JsonIgnore]
    public DateOnly? Entered { get; init; }

    /// <summary>The day on which it was given the year that it moves to; none where it came with it. Not written into an edition.</summary>
    [JsonIgnore]
    public DateOnly? Rehomed { get; init; }

    /// <summary>
    /// The re-profile as it was on a day: a year that it was given later it did not have yet. What was written beside a move
    /// that had no year speaks of that, so it goes once it has one.
    /// </summary>
    /// <param name="decision">The decision that it waits for: what was decided by then holds, whenever it was written down.</param>
    /// <returns>Nothing where it was not known yet.</returns>
    public Reprofile? AsAt(DateOnly day, Decision decision) => !decision.IsKnownOn(day) || Entered > day && !(decision.Settled <= day) ? null
        : this with { ToYear = Rehomed > day ? null : ToYear, Note = Rehomed <= day ? null : Note, Entered = null, Rehomed = null };

    /// <summary>
    /// The re-profile as a carry-forward where it takes money out of a year that was over when it was decided: a closed year
    /// is measured against the target that it closed with.
    /// </summary>
    /// <param name="decision">The decision that it waits for, as registered.</param>
    /// <param name="day">The day on which it is looked at: what was decided later had yet to be.</param>
    internal Reprofile Closing(Decision decision, DateOnly day) => IsCarryForward || !(decision.Settled > FromYear.LastDay && decision.Settled <= day) ? this : this with { IsCarryForward = true };
}
