using System.Text;
using System.Text.RegularExpressions;
using TransformationPortal.Core.Editions;
using TransformationPortal.Core.Ledgers;
using TransformationPortal.Core.Periods;
using TransformationPortal.Core.Tests.Building;
using TransformationPortal.Core.Views;

namespace TransformationPortal.Core.Tests.Editions;

/// <summary>What holds for every edition of every programme.</summary>
public sealed class EditionLawsTests
{
    [Fact]
    public void Compose_Twice_GivesTheSameBytesAndSeal() => Law.HoldsForEveryProgramme(programme =>
    {
        var (once, again) = (EditionJson.Write(programme.State.Compose()), EditionJson.Write(programme.State.Compose()));

        Assert.Equal(Encoding.UTF8.GetString(once), Encoding.UTF8.GetString(again));
        Assert.Equal(EditionJson.Seal(once), EditionJson.Seal(again));
    });

    [Fact]
    public void Compose_FromShuffledRows_GivesTheSameBytesAndSeal() => Law.HoldsForEveryProgramme(programme =>
    {
        var (ordered, shuffled) = (EditionJson.Write(programme.State.Compose()), EditionJson.Write(Shuffled(programme.State, programme.Lot).Compose()));

        Assert.Equal(Encoding.UTF8.GetString(ordered), Encoding.UTF8.GetString(shuffled));
        Assert.Equal(EditionJson.Seal(ordered), EditionJson.Seal(shuffled));
    });

    [Fact]
    public void Compose_TheSmallProgrammeFromShuffledRows_GivesTheSameBytes()
    {
        var ordered = EditionJson.Write(ProgrammeStates.Small().Compose());
        foreach (var seed in Enumerable.Range(0, 20))
        {
            Assert.Equal(ordered, EditionJson.Write(Shuffled(ProgrammeStates.Small(), new Random(seed)).Compose()));
        }
    }

    [Fact]
    public void Edition_ThroughItsJson_IsUnchanged() => Law.HoldsForEveryProgramme(programme =>
    {
        var edition = programme.Edition;
        var bytes = EditionJson.Write(edition);
        var read = EditionJson.Read(bytes);

        Assert.Equal(Encoding.UTF8.GetString(bytes), Encoding.UTF8.GetString(EditionJson.Write(read)));
        Assert.Equal(EditionJson.Seal(bytes), EditionJson.Seal(EditionJson.Write(read)));
        foreach (var basis in Enum.GetValues<DecisionBasis>())
        {
            Assert.Equal(Views(edition, basis), Views(read, basis));
        }
    }, cases: 25);

    [Fact]
    public void Edition_WithAnyOneAmountChanged_HasAnotherSeal() => Law.HoldsForEveryProgramme(programme =>
    {
        var text = Encoding.UTF8.GetString(EditionJson.Write(programme.Edition));
        foreach (var amount in programme.Lot.Shuffled(Regex.Matches(text, "\"amount\":-?[0-9.]+", RegexOptions.NonBacktracking)).Take(3))
        {
            var changed = Encoding.UTF8.GetBytes(text.Remove(amount.Index, amount.Length).Insert(amount.Index, "\"amount\":12345678.91"));

            Assert.NotEqual(EditionJson.Seal(Encoding.UTF8.GetBytes(text)), EditionJson.Seal(EditionJson.Write(EditionJson.Read(changed))));
        }
    });

    [Fact]
    public void Compose_WithATargetOrBudgetAPennyHigher_HasAnotherSeal() => Law.HoldsForEveryProgramme(programme =>
    {
        var s = programme.State;
        var seal = Seal(s);
        var more = new Money(0.01m);
        foreach (var i in programme.Lot.Shuffled(Enumerable.Range(0, s.Targets.Count).Where(i => s.Targets[i].Revised is not null)).Take(3))
        {
            Assert.NotEqual(seal, Seal(s with { Targets = Replaced(s.Targets, i, t => t with { Revised = t.Revised + more }) }));
        }

        foreach (var (line, i) in s.CostLines.Select((l, i) => (l, i)).Where(l => l.l.Amounts.Any(a => a.Month is null)))
        {
            var budget = line.Amounts.Select((a, n) => (a, n)).First(a => a.a.Month is null).n;
            Assert.NotEqual(seal, Seal(s with
            {
                CostLines = Replaced(s.CostLines, i, l => l with { Amounts = Replaced(l.Amounts, budget, a => a with { Amount = a.Amount + more }) }),
            }));
        }
    });

    [Fact]
    public void Compose_WithoutWhatCameAfterTheQuarter_IsTheSame() => Law.HoldsForEveryProgramme(programme =>
    {
        var s = programme.State;
        var last = Quarter.Parse("2019/20 Q1").LastMonth;
        var known = s with
        {
            Positions = [.. s.Positions.Where(p => p.AsAt <= last)],
            Ratings = [.. s.Ratings.Where(r => r.Month <= last)],
            CostLines = [.. s.CostLines.Select(l => l with { Amounts = [.. l.Amounts.Where(a => a.Month is null || a.Month <= last)] })],
        };

        Assert.Equal(Seal(known), Seal(s));
    });

    private static string Seal(ProgrammeState state) => EditionJson.Seal(EditionJson.Write(state.Compose()));

    private static IReadOnlyList<T> Replaced<T>(IReadOnlyList<T> rows, int at, Func<T, T> change) => [.. rows.Select((row, i) => i == at ? change(row) : row)];

    /// <summary>Every table, tile and sentence of an edition as text.</summary>
    private static string Views(Edition edition, DecisionBasis basis)
    {
        var (dashboard, costs) = (new Dashboard(edition, basis), new ImplementationCosts(edition, basis));
        IEnumerable<FigureTable> tables =
        [
            .. new FinancialPosition(edition, basis).Tables, costs.Budget(), costs.PlannedAgainstActual(), costs.PlannedAgainstActualByLine(),
            .. dashboard.Charts.Select(c => c.Table), dashboard.RagByAspect,
        ];
        return string.Join('\n',
        [
            dashboard.Headline, .. dashboard.Tiles.Select(t => $"{t.Title}: {t.Figure.Text}, {t.Caption}, {t.Note}"), .. dashboard.Charts.Select(c => c.Summary),
            .. tables.SelectMany(t => t.Notes.Prepend(t.Grid())), .. new PendingDecisions(edition).Notes(),
        ]);
    }

    private static ProgrammeState Shuffled(ProgrammeState s, Random lot) => s with
    {
        Projects = lot.Shuffled(s.Projects),
        Ratings = lot.Shuffled(s.Ratings),
        SavingsLines = lot.Shuffled(s.SavingsLines),
        Targets = lot.Shuffled(s.Targets),
        Positions = lot.Shuffled(s.Positions),
        Decisions = lot.Shuffled(s.Decisions),
        Reprofiles = lot.Shuffled(s.Reprofiles),
        CostAreas = lot.Shuffled(s.CostAreas),
        CostLines = lot.Shuffled(s.CostLines.Select(l => l with { Amounts = lot.Shuffled(l.Amounts) })),
        Funding = lot.Shuffled(s.Funding),
        Risks = lot.Shuffled(s.Risks),
        Milestones = lot.Shuffled(s.Milestones),
        Dependencies = lot.Shuffled(s.Dependencies),
        Benefits = lot.Shuffled(s.Benefits),
        Documents = lot.Shuffled(s.Documents),
        Meetings = lot.Shuffled(s.Meetings),
        Plan = lot.Shuffled(s.Plan),
        Stories = lot.Shuffled(s.Stories.Select(story => story with { Items = lot.Shuffled(story.Items), Spotlights = lot.Shuffled(story.Spotlights) })),
    };
}
