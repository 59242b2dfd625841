using System.Globalization;
using TransformationPortal.Core.Editions;
using TransformationPortal.Core.Ledgers;
using TransformationPortal.Core.Periods;
using TransformationPortal.Core.Programmes;
using TransformationPortal.Core.Savings;

namespace TransformationPortal.Core.Reprofiling;

/// <summary>An amount of a line that a closed year did not deliver, with the band it stands in.</summary>
public sealed record CarriedAmount(SavingsLine Line, Confidence Confidence, Money Amount);

/// <summary>A line of which nothing is carried forward although something was not delivered, and why.</summary>
public sealed record CarryForwardLeft(SavingsLine Line, Money NotDelivered, string Reason);

/// <summary>
/// What a closed year did not deliver, and where it goes: into the next year, band by band. The total over all years stays as
/// it was; the closed year is left with the target that it delivered.
/// </summary>
/// <param name="Year">The closed year.</param>
/// <param name="ToYear">The year after it.</param>
public sealed record CarryForwardPlan(FinancialYear Year, FinancialYear ToYear, IReadOnlyList<CarriedAmount> Amounts, IReadOnlyList<CarryForwardLeft> Left)
{
    public Money Total => Amounts.Select(a => a.Amount).SumOrNothing().OrZero();

    /// <summary>Tells whether two plans carry the same: what is confirmed must be what was shown.</summary>
    public string Fingerprint => string.Join(';', Amounts.Select(a => string.Create(CultureInfo.InvariantCulture, $"{a.Line.Ref}:{a.Confidence}:{a.Amount}")));

    /// <param name="now">The programme as it is recorded now, composed as an edition.</param>
    /// <param name="year">A year of the programme that is over.</param>
    public static CarryForwardPlan Of(Edition now, FinancialYear year)
    {
        var amounts = new List<CarriedAmount>();
        var left = new List<CarryForwardLeft>();
        foreach (var line in now.SavingsLines)
        {
            var target = Sum(now, line, year, SavingsKind.RevisedTarget);
            var notDelivered = target.OrZero() - Band(now, line, year, Confidence.Delivered).OrZero();
            if (notDelivered <= Money.Zero)
            {
                continue;
            }

            var bands = ConfidenceFacts.Bands.Where(b => b != Confidence.Delivered).Select(b => new CarriedAmount(line, b, Band(now, line, year, b).OrZero())).ToList();
            var held = bands.Select(b => b.Amount).SumOrNothing().OrZero();
            if (Waiting(now, line, year) is { } decision)
            {
                left.Add(new(line, notDelivered, $"{decision.Ref} is still to be decided and would move part of it. Record its outcome first."));
            }
            else if (held != notDelivered || bands.Any(b => b.Amount < Money.Zero))
            {
                left.Add(new(line, notDelivered, $"Its bands of confidence hold {Pounds(held)}, but {Pounds(notDelivered)} of its target was not delivered. Put its position right first."));
            }
            else
            {
                amounts.AddRange(bands.Where(b => b.Amount > Money.Zero));
            }
        }

        return new(year, year.AddYears(1), amounts, left);
    }

    /// <summary>The plan as re-profiles under a decision.</summary>
    public IReadOnlyList<Reprofile> Moves(string decision) =>
    [
        .. Amounts.Select(a => new Reprofile(
            decision, a.Line.Ref, $"{a.Line.Ref} carried forward from {Year}", a.Amount, Year, ToYear, a.Confidence, null, IsCarryForward: true)),
    ];

    private static Decision? Waiting(Edition now, SavingsLine line, FinancialYear year) =>
        now.PendingDecisions.FirstOrDefault(d => now.Reprofiles.Any(r => r.Decision == d.Ref && r.Line == line.Ref && (r.FromYear == year || r.ToYear == year)));

    private static Money? Band(Edition now, SavingsLine line, FinancialYear year, Confidence band) => Sum(now, line, year, SavingsKind.Position, band);

    private static Money? Sum(Edition now, SavingsLine line, FinancialYear year, SavingsKind kind, Confidence? band = null)
    {
        var slice = SavingsSlices.Of(kind, DecisionBasis.AsItStands).In(year).Where(SavingsDimension.Line, line.Ref);
        return now.Savings.Sum(band is { } b ? slice.At(b) : slice);
    }

    private static string Pounds(Money amount) => MoneyFormat.Format(amount, MoneyStyle.Pounds);
}
