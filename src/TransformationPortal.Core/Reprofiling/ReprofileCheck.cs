using TransformationPortal.Core.Editions;
using TransformationPortal.Core.Ledgers;
using TransformationPortal.Core.Periods;
using TransformationPortal.Core.Programmes;
using TransformationPortal.Core.Savings;

namespace TransformationPortal.Core.Reprofiling;

/// <summary>What stands in the way of an entry in the register of decisions.</summary>
/// <param name="Field">The field of the form: <c>amount</c>.</param>
/// <param name="Sentence">What is wrong and what to do, in plain words.</param>
public sealed record DecisionProblem(string Field, string Sentence);

/// <summary>
/// Whether a line can give what a re-profile would take from it, as <see cref="HeldAmount"/> counts it: two decisions may not
/// move the same pound, and none may move what another has yet to bring.
/// </summary>
public static class ReprofileCheck
{
    /// <summary>
    /// Years that a saving can move to: those of the programme that are not over and do not lie before the one it leaves. A year
    /// that is over can deliver nothing more, and money that comes earlier is no re-profile but a new target.
    /// </summary>
    /// <param name="today">The council's day.</param>
    public static IReadOnlyList<FinancialYear> YearsFor(Programme programme, FinancialYear from, DateOnly today) =>
        [.. FinancialYear.Range(programme.FirstYear, programme.LastYear).Where(y => y > from && y.LastDay >= today)];

    /// <param name="now">The programme as it is recorded now, composed as an edition.</param>
    /// <param name="today">The council's day.</param>
    public static IReadOnlyList<DecisionProblem> Check(Edition now, Reprofile move, DateOnly today)
    {
        var problems = new List<DecisionProblem>();
        if (now.FindSavingsLine(move.Line) is null)
        {
            problems.Add(new("line", $"There is no savings line “{move.Line}”."));
        }

        if (move.Amount <= Money.Zero)
        {
            problems.Add(new("amount", "Enter how many pounds move, as an amount above £0."));
        }

        Year(problems, now, "fromYear", move.FromYear);
        if (move.ToYear is { } to)
        {
            if (to == move.FromYear)
            {
                problems.Add(new("toYear", $"The saving is in {to} already: choose another year, or none yet."));
            }
            else
            {
                Home(problems, now, "toYear", move.FromYear, to, today);
            }
        }

        if (problems.Count > 0)
        {
            return problems;
        }

        if (now.Reprofiles.Any(r => r.Decision == move.Decision && r.Line == move.Line && r.FromYear == move.FromYear && r.ToYear == move.ToYear && r.Confidence == move.Confidence))
        {
            problems.Add(new("line", $"{move.Decision} moves an amount of {move.Line} between these years already: change none of it twice."));
        }

        var (target, band) = (Held(now, move, SavingsKind.RevisedTarget), Held(now, move, SavingsKind.Position));
        if (move.Amount > target)
        {
            problems.Add(new("amount", $"{move.Line} holds {Pounds(target)} of target in {move.FromYear}, other re-profiles counted. No more than that can move."));
        }
        else if (move.Amount > band)
        {
            problems.Add(new("amount", $"{move.Line} holds {Pounds(band)} {new CouncilWords(now.Programme).At(move.Confidence)} in {move.FromYear}, other re-profiles counted. No more than that can move from this band."));
        }

        return problems;
    }

    /// <summary>Whether a re-profile that has no year yet can be given one.</summary>
    /// <param name="today">The council's day.</param>
    public static IReadOnlyList<DecisionProblem> CheckYear(Edition now, Reprofile move, FinancialYear year, DateOnly today)
    {
        var problems = new List<DecisionProblem>();
        if (move.ToYear is { } has)
        {
            problems.Add(new("year", $"This re-profile moves to {has} already. A further move needs a decision of its own."));
        }
        else if (year == move.FromYear)
        {
            problems.Add(new("year", $"The saving leaves {year}: choose another year."));
        }
        else
        {
            Home(problems, now, "year", move.FromYear, year, today);
        }

        return problems;
    }

    /// <summary>Whether a pending decision can be recorded as agreed: no year that it takes from may be left with a target below zero.</summary>
    public static IReadOnlyList<DecisionProblem> CheckAgreed(Edition now, string decision) =>
    [
        .. from line in now.SavingsLines
           from year in line.Amounts.Where(a => a.Kind == SavingsKind.RevisedTarget).GroupBy(a => a.Year)
           let left = Sum(year.Where(a => !a.Pending || a.Decision == decision))
           where left < Money.Zero && Sum(year.Where(a => a.Decision == decision)) < Money.Zero
           select new DecisionProblem(
               "outcome",
               $"{decision} cannot be agreed as it is: it would leave {line.Ref} with a target of {Pounds(left)} in {LedgerKeys.Year(year.Key)}. "
               + "Record first the decisions that move money into that year, or put the line’s target right."),
    ];

    private static void Year(List<DecisionProblem> problems, Edition now, string field, FinancialYear year)
    {
        if (year < now.Programme.FirstYear || year > now.Programme.LastYear)
        {
            problems.Add(new(field, $"{year} lies outside the programme, which runs from {now.Programme.FirstYear} to {now.Programme.LastYear}."));
        }
    }

    private static void Home(List<DecisionProblem> problems, Edition now, string field, FinancialYear from, FinancialYear to, DateOnly today)
    {
        Year(problems, now, field, to);
        if (problems.Any(p => p.Field == field))
        {
            return;
        }

        if (to != from && WhyNotTo(from, to, today) is { } why)
        {
            problems.Add(new(field, why));
        }
    }

    /// <summary>Why a saving cannot move from one year to another, in a sentence; nothing where it can.</summary>
    /// <param name="today">The council's day.</param>
    public static string? WhyNotTo(FinancialYear from, FinancialYear to, DateOnly today) =>
        to == from ? $"The saving is in {to} already: choose another year, or none yet."
        : to.LastDay < today ? $"{to} is over: it ended on {DateFormat.Long(to.LastDay)} and can deliver nothing more. Choose a year that is still to end."
        : to < from ? $"{to} lies before {from}, the year that the saving leaves. Choose a later year."
        : null;

    private static Money Held(Edition now, Reprofile move, SavingsKind kind)
    {
        var amounts = now.FindSavingsLine(move.Line)!.Amounts
            .Where(a => a.Kind == kind && a.Year == move.FromYear && (kind != SavingsKind.Position || a.Confidence == move.Confidence)).ToList();
        return HeldAmount.Of(
            Sum(amounts.Where(a => a.Decision is null)),
            amounts.Where(a => a.Decision is not null).Select(a => new YearMove(a.Decision!, a.Pending, a.Amount)),
            move.Decision);
    }

    private static Money Sum(IEnumerable<SavingsAmount> amounts) => amounts.Select(a => a.Amount).SumOrNothing().OrZero();

    private static string Pounds(Money amount) => MoneyFormat.Format(amount, MoneyStyle.Pounds);
}
