using TransformationPortal.Core.Programmes;
using TransformationPortal.Core.Reports;
using TransformationPortal.Core.Reprofiling;

namespace TransformationPortal.Data.Decisions;

/// <summary>A decision of the register with what it moves, and who recorded its outcome.</summary>
/// <param name="RecordedAt">UTC.</param>
public sealed record RegisteredDecision(Decision Decision, IReadOnlyList<RegisteredMove> Moves, Person? RecordedBy, DateTime? RecordedAt)
{
    public bool IsPending => Decision.Outcome == DecisionOutcome.Pending;
}

/// <summary>A re-profile of the register.</summary>
/// <param name="Id">What an address names it by.</param>
/// <param name="LineTitle">What its savings line is called.</param>
/// <param name="RehomedAt">UTC; when it was given a year that it had not.</param>
public sealed record RegisteredMove(int Id, Reprofile Move, string LineTitle, Person? RehomedBy, DateTime? RehomedAt)
{
    /// <summary>Whether it leaves its year for none.</summary>
    public bool IsHomeless => Move.ToYear is null;
}

/// <summary>What came of an action on the register.</summary>
/// <param name="Ref">The decision that was changed or made; none where it was refused.</param>
/// <param name="Problems">Why it was refused, by field; nothing was then stored.</param>
public sealed record DecisionAnswer(string? Ref, IReadOnlyList<DecisionProblem> Problems)
{
    public bool IsDone => Ref is not null;

    public static DecisionAnswer Refused(params IReadOnlyList<DecisionProblem> problems) => new(null, problems);

    public static DecisionAnswer Refused(string field, string sentence) => new(null, [new(field, sentence)]);
}
