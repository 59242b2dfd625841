using TransformationPortal.Core;
using TransformationPortal.Core.Periods;
using TransformationPortal.Core.Programmes;
using TransformationPortal.Core.Reports;
using TransformationPortal.Core.Savings;

namespace TransformationPortal.Data.Entities;

/// <summary>A decision that figures may wait for.</summary>
public sealed class DecisionEntity : IRetirable
{
    private DecisionOutcome outcome;
    private DateOnly? settled;
    private string? outcomeNote;

    public int Id { get; private init; }

    public required string Ref { get; init; }

    public required string Title { get; init; }

    public required string Body { get; init; }

    public DateOnly? Due { get; init; }

    public required DecisionOutcome Outcome
    {
        get => outcome;
        init => outcome = value;
    }

    public string? Note { get; init; }

    /// <summary>The day on which it was taken.</summary>
    public DateOnly? Settled
    {
        get => settled;
        init => settled = value;
    }

    /// <summary>What was said when it was taken.</summary>
    public string? OutcomeNote
    {
        get => outcomeNote;
        init => outcomeNote = value;
    }

    /// <summary>Who recorded the outcome, and when (UTC); nobody where it came with the decision from another portal.</summary>
    public Person? RecordedBy { get; private set; }

    public DateTime? RecordedAt { get; private set; }

    /// <summary>The day on which it came into the register; none where it came with the programme.</summary>
    public DateOnly? EnteredOn { get; internal set; }

    /// <summary>Records what was decided: once, and for every later edition.</summary>
    /// <exception cref="InvalidOperationException">It is settled already, or the outcome settles nothing.</exception>
    public void Settle(DecisionOutcome decided, DateOnly day, string? note, Person by, DateTime at)
    {
        if (outcome != DecisionOutcome.Pending || decided == DecisionOutcome.Pending)
        {
            throw new InvalidOperationException($"{Ref} is {outcome}; it cannot become {decided}.");
        }

        (outcome, settled, outcomeNote, RecordedBy, RecordedAt) = (decided, day, note, by, at);
    }

    /// <inheritdoc cref="IRetirable.RetiredOn"/>
    public DateOnly? RetiredOn { get; internal set; }
}

/// <summary>A proposed move of a saving from one year to another, under a decision.</summary>
public sealed class ReprofileEntity
{
    private FinancialYear? toYear;

    public int Id { get; private init; }

    public int DecisionId { get; private init; }

    public required DecisionEntity Decision { get; init; }

    public int LineId { get; private init; }

    public required SavingsLineEntity Line { get; init; }

    public required string Label { get; init; }

    /// <summary>Pounds that move; positive.</summary>
    public required Money Amount { get; init; }

    public required FinancialYear FromYear { get; init; }

    /// <summary>None while nobody has given the saving a later year.</summary>
    public FinancialYear? ToYear
    {
        get => toYear;
        init => toYear = value;
    }

    public required Confidence Confidence { get; init; }

    public string? Note { get; init; }

    /// <summary>Whether it carries forward what a closed year did not deliver.</summary>
    public bool IsCarryForward { get; init; }

    /// <summary>Who gave it a year that had none, and when (UTC).</summary>
    public Person? RehomedBy { get; private set; }

    public DateTime? RehomedAt { get; private set; }

    /// <summary>The council's day on which it was given its year; none where it came with it.</summary>
    public DateOnly? RehomedOn { get; private set; }

    /// <summary>The day on which it came into the register; none where it came with the programme.</summary>
    public DateOnly? EnteredOn { get; internal set; }

    /// <summary>Gives it the year that it had not yet: once.</summary>
    /// <exception cref="InvalidOperationException">It has a year.</exception>
    public void Rehome(FinancialYear year, DateOnly on, Person by, DateTime at)
    {
        if (toYear is not null)
        {
            throw new InvalidOperationException($"{Label} moves to {toYear} already.");
        }

        (toYear, RehomedOn, RehomedBy, RehomedAt) = (year, on, by, at);
    }

    /// <summary>Says that it stands for a move that had no year, and was given this one.</summary>
    internal void WasRehomed(ReprofileEntity before, DateOnly on) => (EnteredOn, RehomedOn) = (before.EnteredOn, on);

    /// <summary>Takes back the year that it was given: it has none again.</summary>
    /// <exception cref="InvalidOperationException">It came with its year, or has none.</exception>
    public void TakeBackYear()
    {
        if (toYear is null || RehomedOn is null)
        {
            throw new InvalidOperationException($"{Label} was given no year that could be taken back.");
        }

        (toYear, RehomedOn, RehomedBy, RehomedAt) = (null, null, null, null);
    }
}
