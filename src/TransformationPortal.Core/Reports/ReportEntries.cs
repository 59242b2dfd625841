using TransformationPortal.Core.Periods;
using TransformationPortal.Core.Ratings;
using TransformationPortal.Core.Savings;

namespace TransformationPortal.Core.Reports;

// While a report is a draft, whatever has not been entered yet is missing.

/// <summary>A rating of an aspect, with its reason.</summary>
public sealed record RatingEntry(RagAspect Aspect, Rag? Rag, string? Reason);

/// <summary>How much of a line's target for a year stands at a confidence, in pounds; without an amount nothing is recorded.</summary>
public sealed record SavingsCell(string Line, FinancialYear Year, Confidence Confidence, Money? Amount);

/// <summary>Why the amounts of a line in a year do not add up to its revised target.</summary>
public sealed record VarianceExplanation(string Line, FinancialYear Year, string? Text);

/// <summary>What was spent on a cost line in the month, in pounds; negative where an earlier amount is corrected.</summary>
public sealed record SpendEntry(string CostLine, Money? Amount);
