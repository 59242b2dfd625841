using FsCheck;
using FsCheck.Fluent;
using TransformationPortal.Core.Costs;
using TransformationPortal.Core.Editions;
using TransformationPortal.Core.Periods;
using TransformationPortal.Core.Programmes;
using TransformationPortal.Core.Ratings;
using TransformationPortal.Core.Savings;

namespace TransformationPortal.Core.Tests.Building;

/// <summary>
/// Programmes by lot: few lines, so that a broken law is easily read, but with everything that can make a sum go wrong: zero
/// and negative amounts, pence, targets that were never set, months before and after the quarter, re-profiles that are
/// pending, agreed or refused, with and without a year to go to.
/// </summary>
internal static class RandomProgrammes
{
    private static readonly string[] Projects = ["TP-01", "TP-02", "TP-03"];
    private static readonly string[] Numbers = ["1", "2", "3", "4", "5"];
    private static readonly FinancialYear[] Years = [.. FinancialYear.Range(new(2018), new(2021))];
    private static readonly ReportingMonth[] Months = [new(2019, 3), new(2019, 5), new(2019, 6), new(2019, 7)];

    private static readonly Gen<Money> Amount = Gen.Frequency(
        (1, Gen.Constant(0m)),
        (5, Gen.Choose(1, 3_000).Select(thousands => thousands * 1_000m)),
        (1, Gen.Choose(-500, -1).Select(thousands => thousands * 1_000m)),
        (1, Gen.Choose(1, 99_999_999).Select(pence => pence / 100m))).Select(pounds => new Money(pounds));

    private static readonly Gen<Money?> AmountOrNone = Gen.Frequency((1, Gen.Constant((Money?)null)), (4, Amount.Select(a => (Money?)a)));

    public static Arbitrary<RandomProgramme> Any { get; } = Arb.From(Programmes(Positions), Smaller);

    /// <summary>Programmes in which each line’s bands of confidence add up to its revised target, year by year.</summary>
    public static Arbitrary<RandomProgramme> Balanced { get; } = Arb.From(Programmes(PositionsThatMeet));

    private static Gen<RandomProgramme> Programmes(Func<IReadOnlyList<SavingsTarget>, IReadOnlyList<SavingsLine>, Gen<List<SavingsPosition>>> positions) =>
        from lines in Gen.Choose(0, 5).SelectMany(count => Gen.CollectToList(Numbers.Take(count), Line))
        from targets in Gen.CollectToList(lines.SelectMany(_ => Years, (line, year) => (line, year)), p => Target(p.line, p.year))
        from held in positions(targets, lines)
        from outcomes in Some(3, Gen.Elements(Enum.GetValues<DecisionOutcome>()))
        from moves in lines.Count == 0 || outcomes.Count == 0 ? Gen.Constant(new List<Reprofile>()) : Some(4, Move(lines, outcomes.Count))
        from costs in Gen.Choose(0, 3).SelectMany(count => Gen.CollectToList(Numbers.Take(count), CostLine))
        from ratings in Some(8, Rating())
        from seed in Gen.Choose(0, int.MaxValue - 1)
        select new RandomProgramme(
            Frame() with
            {
                SavingsLines = lines,
                Targets = targets,
                Positions = held,
                Decisions = [.. outcomes.Zip(Numbers, (outcome, number) => new Decision($"D-{number}", "A decision", "Cabinet", null, outcome, null))],
                Reprofiles = moves,
                CostLines = costs,
                Ratings = [.. ratings.DistinctBy(r => (r.Project, r.Month, r.Rating.Aspect))],
            },
            seed);

    private static ProgrammeState Frame() => new ProgrammeBuilder()
        .Workstreams("Redesign", "Buying").Boards("Board A", "Board B").Directorates("Adults", "Children")
        .Source("Plan").Source("Core", isCore: true).Activity("Scoped", "Group").Activity("To be scoped", "Group").Activity("Income")
        .Project(Projects[0]).Project(Projects[1], board: "Board B").Project(Projects[2], board: "A board not in the list")
        .CostArea("1", "Technology").CostArea("2", "People")
        .With(s => s with { Programme = s.Programme with { SavingsAlsoBy = [SavingsGrouping.Directorate, SavingsGrouping.AccountableOfficer, SavingsGrouping.WorkstreamBoard] } }).State();

    private static Gen<SavingsLine> Line(string number) =>
        from project in Gen.Elements(Projects)
        from workstream in Gen.Elements("Redesign", "Buying", "A workstream not in the list")
        from directorate in Gen.Elements("Adults", "Children")
        from source in Gen.Elements("Plan", "Core")
        from activity in Gen.Elements(null, "Scoped", "To be scoped", "Income")
        select new SavingsLine($"S-{number}", "A saving", project, workstream, "", directorate, source, activity, []);

    private static Gen<SavingsTarget> Target(SavingsLine line, FinancialYear year) =>
        from original in AmountOrNone
        from revised in AmountOrNone
        select new SavingsTarget(line.Ref, year, original, revised);

    private static Gen<List<SavingsPosition>> Positions(IReadOnlyList<SavingsTarget> targets, IReadOnlyList<SavingsLine> lines) =>
        lines.Count == 0 ? Gen.Constant(new List<SavingsPosition>()) : Some(25,
            from line in Gen.Elements(lines.AsEnumerable())
            from month in Gen.Elements(Months)
            from year in Gen.Elements(Years)
            from confidence in Gen.Elements(Enum.GetValues<Confidence>())
            from amount in Amount
            select new SavingsPosition(line.Ref, month, year, confidence, amount));

    // A line’s revised target, shared out over the bands: three shares by lot and the rest. One month for all.
    private static Gen<List<SavingsPosition>> PositionsThatMeet(IReadOnlyList<SavingsTarget> targets, IReadOnlyList<SavingsLine> lines) =>
        from shares in Gen.CollectToList(targets.Where(t => t.Revised is not null), t =>
            from delivered in Amount
            from high in Amount
            from medium in Amount
            select (Target: t, Amounts: (Money[])[delivered, high, medium, t.Revised!.Value - delivered - high - medium]))
        select shares.SelectMany(s => ConfidenceFacts.Bands.Zip(s.Amounts), (s, band) =>
            new SavingsPosition(s.Target.Line, new(2019, 6), s.Target.Year, band.First, band.Second)).ToList();

    private static Gen<Reprofile> Move(IReadOnlyList<SavingsLine> lines, int decisions) =>
        from decision in Gen.Elements(Numbers.Take(decisions))
        from line in Gen.Elements(lines.AsEnumerable())
        from thousands in Gen.Choose(1, 900)
        from years in Gen.Elements(Years).Two()
        from homeless in Gen.Elements(true, false)
        from confidence in Gen.Elements(Enum.GetValues<Confidence>())
        from label in Gen.Elements("A move", "Another move")
        select new Reprofile($"D-{decision}", line.Ref, label, new(thousands * 1_000m), years.Item1, homeless ? null : years.Item2, confidence, null);

    private static Gen<CostLine> CostLine(string number) =>
        from area in Gen.Elements("1", "2")
        from amounts in Some(8,
            from kind in Gen.Elements(Enum.GetValues<CostKind>())
            from year in Gen.Elements(Years)
            from month in Gen.Elements(Months)
            from amount in Amount
            select kind == CostKind.Budget ? new CostAmount(kind, year, null, amount, null) : new(kind, month.FinancialYear, month, amount, null))
        select new CostLine($"{area}.{number}", area, "A cost", null, amounts);

    private static Gen<MonthlyRating> Rating() =>
        from project in Gen.Elements(Projects)
        from month in Gen.Elements(Months)
        from aspect in Gen.Elements(Enum.GetValues<RagAspect>())
        from rag in Gen.Elements(Enum.GetValues<Rag>())
        select new MonthlyRating(project, month, new(aspect, new(rag, "Because")));

    private static Gen<List<T>> Some<T>(int most, Gen<T> one) => Gen.Choose(0, most).SelectMany(count => one.ListOf(count)).Select(rows => rows.ToList());

    // To find the smallest programme that breaks a law: leave out one row at a time.
    private static IEnumerable<RandomProgramme> Smaller(RandomProgramme programme)
    {
        var s = programme.State;
        IEnumerable<ProgrammeState> states =
        [
            .. s.SavingsLines.Select(line => s with
            {
                SavingsLines = [.. s.SavingsLines.Where(l => l != line)],
                Targets = [.. s.Targets.Where(t => t.Line != line.Ref)],
                Positions = [.. s.Positions.Where(p => p.Line != line.Ref)],
                Reprofiles = [.. s.Reprofiles.Where(r => r.Line != line.Ref)],
            }),
            .. Without(s.CostLines).Select(rows => s with { CostLines = rows }),
            .. Without(s.Ratings).Select(rows => s with { Ratings = rows }),
            .. Without(s.Reprofiles).Select(rows => s with { Reprofiles = rows }),
            .. Without(s.Positions).Select(rows => s with { Positions = rows }),
            .. Without(s.Targets).Select(rows => s with { Targets = rows }),
        ];
        return states.Select(state => programme with { State = state });
    }

    private static IEnumerable<IReadOnlyList<T>> Without<T>(IReadOnlyList<T> rows) =>
        rows.Select((_, i) => (IReadOnlyList<T>)[.. rows.Take(i), .. rows.Skip(i + 1)]);
}
