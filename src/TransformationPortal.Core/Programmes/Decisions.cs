using TransformationPortal.Core.Periods;
using TransformationPortal.Core.Savings;

namespace TransformationPortal.Core.Programmes;

public enum DecisionOutcome
{
    Pending,
    Agreed,
    Refused,
}

/// <summary>A decision that figures may wait for.</summary>
/// <param name="Body">Who takes it.</param>
/// <param name="Due">When it is expected.</param>
public sealed record Decision(string Ref, string Title, string Body, DateOnly? Due, DecisionOutcome Outcome, string? Note);

/// <summary>A proposed move of a saving from one year to another, under a decision.</summary>
/// <param name="Amount">Pounds that move; positive.</param>
/// <param name="ToYear">The year it moves to; none while nobody has given it one: it is then not yet re-homed.</param>
/// <param name="Confidence">The band that the moved amount stands in.</param>
public sealed record Reprofile(
    string Decision, string Line, string Label, Money Amount, FinancialYear FromYear, FinancialYear? ToYear, Confidence Confidence, string? Note);
