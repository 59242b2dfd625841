using System.Text.Json.Serialization;
using TransformationPortal.Core.Periods;

namespace TransformationPortal.Core.Costs;

/// <summary>
/// A request for spending that a board approved: what was promised to be spent on a cost line, and who decided it. What of it
/// is not spent yet is committed.
/// </summary>
/// <param name="Line">Code of the cost line.</param>
/// <param name="Project">Code of the project; nothing where it is for the programme as a whole.</param>
/// <param name="Why">What the money is for.</param>
/// <param name="WorkOrder">Under which order of the supplier it is drawn down.</param>
/// <param name="Delivers">What it delivers.</param>
/// <param name="Amounts">What was approved, year by year.</param>
/// <param name="Body">The board that approved it.</param>
/// <param name="ApprovedOn">The day of the decision.</param>
/// <param name="Trail">What was done with it, the first first, up to the day that an edition stands for.</param>
public sealed record SpendApproval(
    string Ref,
    string Title,
    string Line,
    string? Project,
    string Why,
    string? Supplier,
    string? WorkOrder,
    string? Delivers,
    IReadOnlyList<YearAmount> Amounts,
    string Body,
    DateOnly ApprovedOn,
    IReadOnlyList<SpendStep> Trail)
{
    /// <summary>The day on which what was not spent was given back to the budget; nothing while it was not.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateOnly? ReleasedOn { get; init; }

    /// <summary>Pounds, over all years.</summary>
    [JsonIgnore]
    public Money Total => Amounts.Select(a => a.Amount).SumOrNothing().OrZero();

    /// <summary>The request as it was on a day; nothing where it was not approved by then.</summary>
    public SpendApproval? AsAt(DateOnly day) => ApprovedOn > day ? null
        : this with { Trail = [.. Trail.Where(s => s.On <= day)], ReleasedOn = ReleasedOn <= day ? ReleasedOn : null };
}

/// <summary>Pounds of a financial year.</summary>
public sealed record YearAmount(FinancialYear Year, Money Amount);

/// <summary>What was done with a request for spending.</summary>
/// <param name="What">In words: <c>Approved</c>, <c>Passed up</c>.</param>
/// <param name="Body">The board that did it, or that it went to; nothing for what its writer did.</param>
public sealed record SpendStep(string What, string? Body, DateOnly On, string? Note);
