using FsCheck;
using FsCheck.Fluent;
using TransformationPortal.Core.Costs;
using TransformationPortal.Core.Editions;
using TransformationPortal.Core.Programmes;
using TransformationPortal.Core.Ratings;
using TransformationPortal.Core.Savings;
using TransformationPortal.Core.Tests.Building;

namespace TransformationPortal.Core.Tests.Sentences;

/// <summary>
/// Random programmes with what makes a sentence untrue: amounts that round to nothing, to each other or to all of it, from £1
/// to £1bn; registers that are empty; rows of one kind only; projects that nobody rated; and a council’s own words.
/// </summary>
internal static class EdgeProgrammes
{
    private static readonly decimal[] Edges =
        [0, 1, 0.01m, 499, 500, 44_000, 49_999, 50_000, 996_000, 999_999.99m, 1_000_000, 9_354_000, 10_509_000, 14_999_000, 15_049_000, 1_000_000_000, -1, -40_000];

    /// <summary>The random programmes of the other laws, with each amount drawn from the edges.</summary>
    public static Arbitrary<RandomProgramme> Any { get; } = RandomProgrammes.Any.Generator
        .SelectMany(p => Gen.Choose(0, int.MaxValue - 1).Select(seed => p with { State = AtTheEdge(p.State, new Random(seed)), Seed = seed }))
        .ToArbitrary();

    private static ProgrammeState AtTheEdge(ProgrammeState state, Random lot)
    {
        // A few amounts for a whole programme, so that many of them meet.
        decimal[] few = [.. Enumerable.Range(0, 1 + lot.Next(3)).Select(_ => Edges[lot.Next(Edges.Length)])];
        Money Any() => new(few[lot.Next(few.Length)]);
        Money? Maybe(Money? amount) => amount is null ? null : Any();
        var oneBand = lot.Next(3) == 0 ? (Confidence?)ConfidenceFacts.Bands[lot.Next(4)] : null;
        var empty = Enumerable.Range(0, 5).Select(_ => lot.Next(5) == 0).ToArray();
        return state with
        {
            Programme = state.Programme with
            {
                Name = lot.Next(2) == 0 ? "Savings plan" : "Transformation Programme",
                PlannedBenefitLow = lot.Next(2) == 0 ? Any() : null,
                PlannedBenefitHigh = lot.Next(2) == 0 ? Any() : null,
                ConfidenceLabels = lot.Next(2) == 0
                    ? state.Programme.ConfidenceLabels
                    : [new(Confidence.Delivered, "Achieved or anticipated", null), new(Confidence.High, "On track", null), new(Confidence.Medium, "Some risk", null), new(Confidence.Low, "At risk", null)],
            },
            Activities = lot.Next(4) == 0 ? [] : state.Activities,
            Targets = empty[0] ? [] : [.. state.Targets.Select(t => t with { Original = Maybe(t.Original), Revised = Maybe(t.Revised) })],
            Positions = empty[1] ? [] : [.. state.Positions.Select(p => p with { Amount = Any(), Confidence = oneBand ?? p.Confidence })],
            CostLines = empty[2] ? [] : [.. state.CostLines.Select(l => l with { Amounts = [.. l.Amounts.Select(a => a with { Amount = Any() })] })],
            Ratings = empty[3] ? [] : [.. state.Ratings.Select(r => lot.Next(2) == 0 ? r : r with { Rating = r.Rating with { Aspect = RagAspect.Overall } }).DistinctBy(r => (r.Project, r.Month, r.Rating.Aspect))],
            Reprofiles = empty[4] ? [] : [.. state.Reprofiles.Select(r => r with { Amount = new(Math.Abs(Any().Pounds)) })],
            Funding = lot.Next(3) == 0 ? [] : [new("Reserves", Any(), FundingStatus.Confirmed), new("Loans", Any(), (FundingStatus)lot.Next(2))],
            Risks = lot.Next(2) == 0 ? [] : [new("R1", null, "It fails", RiskLevel.High, "Watched", (RiskLevel)lot.Next(3), null, null, lot.Next(2) == 0, null)],
            Dependencies = lot.Next(2) == 0 ? [] : [new("TP-01", "TP-02", "A system", null, new((Rag)lot.Next(3), "Because"), null)],
        };
    }
}
