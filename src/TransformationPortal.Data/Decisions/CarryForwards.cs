using System.Globalization;
using Microsoft.EntityFrameworkCore;
using TransformationPortal.Core.Periods;
using TransformationPortal.Core.Programmes;
using TransformationPortal.Core.Reports;
using TransformationPortal.Core.Reprofiling;
using TransformationPortal.Data.Entities;
using TransformationPortal.Data.Reports;

namespace TransformationPortal.Data.Decisions;

/// <summary>Carries forward what a closed year did not deliver: shown first, then done as one.</summary>
public sealed class CarryForwards(PortalDbContext context, DecisionRegister register, CouncilClock clock)
{
    /// <summary>What would be carried forward from a closed year.</summary>
    /// <returns>The plan, or the sentence that says why there is none.</returns>
    public async Task<(CarryForwardPlan? Plan, string? Refusal)> PreviewAsync(FinancialYear year, CancellationToken ct)
    {
        var now = await register.NowAsync(ct);
        return year < now.Programme.FirstYear || year > now.Programme.LastYear ? (null, $"{year} lies outside the programme, which runs from {now.Programme.FirstYear} to {now.Programme.LastYear}.")
            : year.LastDay >= clock.Today ? (null, $"{year} is not over: it ends on {DateFormat.Long(year.LastDay)}. Only what a closed year did not deliver can be carried forward.")
            : year == now.Programme.LastYear ? (null, $"{year} is the programme’s last year: there is no year to carry anything forward to.")
            : (CarryForwardPlan.Of(now, year), null);
    }

    /// <summary>Carries forward what a closed year did not deliver, as one decision that is agreed at once.</summary>
    /// <param name="seen">The fingerprint of the plan that was shown.</param>
    /// <param name="body">Who agreed it.</param>
    public Task<DecisionAnswer> CarryAsync(FinancialYear year, string? seen, string? body, string? note, Person by, CancellationToken ct) => context.DecideAsync(
        async token =>
        {
            var (plan, refusal) = await PreviewAsync(year, token);
            if (plan is null)
            {
                return DecisionAnswer.Refused("year", refusal!);
            }

            DecisionProblem?[] problems =
            [
                plan.Amounts.Count == 0 ? new("year", $"Nothing of {year} can be carried forward.")
                    : plan.Fingerprint != seen ? new("year", "What can be carried forward has changed since this page was opened. Look at it again, and confirm what it now shows.")
                    : null,
                DecisionRows.Needed("body", body, "who agreed it", Lengths.Name), DecisionRows.TooLong("note", note),
            ];
            if (problems.OfType<DecisionProblem>().ToList() is { Count: > 0 } refused)
            {
                return DecisionAnswer.Refused(refused);
            }

            var reference = FreeRef($"CF-{year.Slug}", await context.Decisions.Select(d => d.Ref).ToListAsync(token));
            var decision = new DecisionEntity
            {
                Ref = reference, Title = $"Carry-forward of what {year} did not deliver", Body = body!.Trim(), Outcome = DecisionOutcome.Pending, Note = DecisionRows.Text(note),
                EnteredOn = clock.Today,
            };
            decision.Settle(DecisionOutcome.Agreed, clock.Today, null, by, clock.Now);
            context.Add(decision);
            var lines = await context.SavingsLines.ToDictionaryAsync(l => l.Ref, StringComparer.Ordinal, token);
            context.AddRange(plan.Moves(reference).Select(m => DecisionRows.Entity(m, decision, lines[m.Line], clock.Today)));
            return new(reference, []);
        },
        ct);

    private static string FreeRef(string wanted, List<string> taken)
    {
        var free = wanted;
        for (var again = 2; taken.Contains(free); again++)
        {
            free = string.Create(CultureInfo.InvariantCulture, $"{wanted}-{again}");
        }

        return free;
    }
}
