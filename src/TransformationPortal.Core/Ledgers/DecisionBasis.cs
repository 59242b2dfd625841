namespace TransformationPortal.Core.Ledgers;

/// <summary>
/// Whether figures take a decision that is still pending as not taken, or as agreed. Every view of an edition takes one,
/// so that one switch moves every figure together.
/// </summary>
public enum DecisionBasis
{
    /// <summary>Pending decisions have changed nothing.</summary>
    AsItStands,

    /// <summary>Every pending decision is taken as agreed.</summary>
    IfAgreed,
}
