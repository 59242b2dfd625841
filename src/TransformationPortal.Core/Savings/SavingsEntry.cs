using TransformationPortal.Core.Periods;

namespace TransformationPortal.Core.Savings;

/// <summary>Which of the three views of a saving an amount belongs to. They are views of the same money: never add them together.</summary>
public enum SavingsKind
{
    /// <summary>The target as first set.</summary>
    OriginalTarget,

    /// <summary>The target as it is now, after agreed changes and amounts carried forward.</summary>
    RevisedTarget,

    /// <summary>How the target is expected to be met, by confidence of delivery.</summary>
    Position,
}

/// <summary>What the saving is, and where it belongs. Its amounts are its <see cref="Amounts"/>.</summary>
/// <param name="Ref">Its reference: <c>S-010</c>.</param>
/// <param name="Title">What saves the money.</param>
/// <param name="Project">Code of the project that delivers it.</param>
/// <param name="Workstream">The savings component it counts in.</param>
/// <param name="Board">The workstream board that oversees its project.</param>
/// <param name="Directorate">The directorate whose budget it reduces.</param>
/// <param name="Source">Where the target was set: previously agreed, the Medium Term Financial Plan, the core programme.</param>
/// <param name="Activity">The core programme's activity, where it has one. Independent of the workstream.</param>
/// <param name="Amounts">Its amounts, in canonical order.</param>
public sealed record SavingsLine(
    string Ref,
    string Title,
    string Project,
    string Workstream,
    string Board,
    string Directorate,
    string Source,
    string? Activity,
    IReadOnlyList<SavingsAmount> Amounts);

/// <summary>One amount of a savings line.</summary>
/// <param name="Kind">Original target, revised target or position.</param>
/// <param name="Year">The year in which the new recurring saving begins; none while a re-profiled amount has no year yet.</param>
/// <param name="Confidence">For a position, and only there.</param>
/// <param name="Amount">Pounds a year, saving positive. Zero is recorded as nothing saved; what is not recorded has no entry.</param>
/// <param name="AsAt">For a position, the month it is as at.</param>
/// <param name="Origin">The register, report or decision it came from, in words.</param>
/// <param name="Decision">Reference of the decision that moves it, where one does.</param>
/// <param name="Pending">Whether that decision has yet to be taken.</param>
/// <param name="Carried">
/// Whether it is what a closed year did not deliver and a later year now has to: negative in the year that it left. Without
/// these entries a closed year's revised target is the one that it closed with; with them every pound is counted once.
/// </param>
public sealed record SavingsAmount(
    SavingsKind Kind,
    FinancialYear? Year,
    Confidence? Confidence,
    Money Amount,
    ReportingMonth? AsAt,
    string Origin,
    string? Decision = null,
    bool Pending = false,
    bool Carried = false);

/// <summary>An entry of the savings ledger: an amount together with the line it belongs to.</summary>
public readonly record struct SavingsEntry(SavingsLine Line, SavingsAmount Item);
