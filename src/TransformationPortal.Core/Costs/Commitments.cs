using TransformationPortal.Core.Periods;

namespace TransformationPortal.Core.Costs;

/// <summary>
/// What of approved requests is committed: approved, and neither spent nor released. Spending on a line draws on its requests,
/// the first approved first, and on each year's amount before the next year's. What a year did not spend stays committed in
/// the year after it.
/// </summary>
public static class Commitments
{
    /// <summary>The balances of a cost line at the end of a month, one entry a request and year.</summary>
    /// <param name="line">With what was spent on it.</param>
    /// <param name="approvals">Those of the line that hold by then.</param>
    public static IReadOnlyList<CostAmount> Of(CostLine line, IEnumerable<SpendApproval> approvals, ReportingMonth month)
    {
        var open = approvals.Where(a => a.Line == line.Code && ReportingMonth.Containing(a.ApprovedOn) <= month)
            .OrderBy(a => a.ApprovedOn).ThenBy(a => a.Ref, CodeOrder.Instance)
            .SelectMany(a => a.Amounts.OrderBy(y => y.Year).Select(y => new Balance(a, y))).ToList();
        if (open.Count == 0)
        {
            return [];
        }

        foreach (var spent in line.Amounts.Where(a => a.Kind == CostKind.Actual && a.Month <= month).OrderBy(a => a.Month).ThenByDescending(a => a.Amount))
        {
            Draw([.. open.Where(b => b.IsOpenIn(spent.Month!.Value))], spent.Amount);
        }

        return
        [
            .. open.Where(b => b.Left > Money.Zero && b.Approval.ReleasedOn is null)
                .GroupBy(b => (b.Approval.Ref, Year: b.Year < month.FinancialYear ? month.FinancialYear : b.Year))
                .Select(g => new CostAmount(CostKind.Committed, g.Key.Year, month, g.Select(b => b.Left).SumOrNothing().OrZero(), null) { Request = g.Key.Ref }),
        ];
    }

    /// <summary>What a request still holds at the end of a month: approved, and neither spent nor released. Pounds.</summary>
    public static Money Left(CostLine line, IEnumerable<SpendApproval> approvals, ReportingMonth month, string request) =>
        Of(line, approvals, month).Where(a => a.Request == request).Select(a => a.Amount).SumOrNothing().OrZero();

    // What comes back, as a credit note, goes back to what was drawn on last.
    private static void Draw(List<Balance> balances, Money amount)
    {
        if (amount < Money.Zero)
        {
            balances.Reverse();
        }

        foreach (var balance in balances)
        {
            amount -= balance.Draw(amount);
        }
    }

    private sealed class Balance(SpendApproval approval, YearAmount approved)
    {
        public SpendApproval Approval { get; } = approval;

        public FinancialYear Year => approved.Year;

        public Money Left { get; private set; } = approved.Amount;

        /// <summary>Whether what is spent in a month draws on it: from its approval until it is released.</summary>
        public bool IsOpenIn(ReportingMonth month) => ReportingMonth.Containing(Approval.ApprovedOn) <= month
            && !(Approval.ReleasedOn is { } released && ReportingMonth.Containing(released) < month);

        /// <returns>What was drawn of what was asked for.</returns>
        public Money Draw(Money amount)
        {
            var drawn = amount > Left ? Left : Left - amount > approved.Amount ? Left - approved.Amount : amount;
            Left -= drawn;
            return drawn;
        }
    }
}
