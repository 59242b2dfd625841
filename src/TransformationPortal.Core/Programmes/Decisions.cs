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
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? OutcomeNote = null);

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
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool IsCarryForward = false);
