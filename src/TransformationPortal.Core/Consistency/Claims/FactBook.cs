using TransformationPortal.Core.Costs;
using TransformationPortal.Core.Editions;
using TransformationPortal.Core.Ledgers;
using TransformationPortal.Core.Periods;
using TransformationPortal.Core.Programmes;
using TransformationPortal.Core.Savings;
using TransformationPortal.Core.Views;

namespace TransformationPortal.Core.Consistency.Claims;

/// <summary>
/// Every amount and share of an edition that a text could mean, by what it is of: reckoned once from the entries, so that a
/// number in a text can be held against what its sentence says it is.
/// </summary>
internal sealed class FactBook
{
    public const string Status = "status";

    public const string FundingSource = "funding";

    public const string Group = "group";

    public const string MoveOf = "decision";

    private readonly Dictionary<Key, Sum> sums = [];

    private readonly List<YearSpan> spans;

    private readonly List<Fact> facts = [];

    public FactBook(Edition edition)
    {
        var last = Later(edition.Programme.LastYear, edition.Quarter.Year);
        var years = FinancialYear.Range(edition.Programme.FirstYear, last);
        spans = [.. years.SelectMany(from => years.Where(to => to >= from), (from, to) => new YearSpan(from, to))];
        Savings(edition);
        Costs(edition);
        facts.AddRange(sums.Select(s => new Fact(s.Key.Measure, s.Key.Bands, s.Key.Years, s.Key.One, s.Key.Other, FigureUnit.Pounds, s.Value.Stands, s.Value.Agreed)));
        Frame(edition);
        Pressures(edition);
        Closed(edition);
        Shares(edition);
    }

    public IReadOnlyList<Fact> Facts => facts;

    /// <summary>Whether a figure of the edition is exactly this many pounds.</summary>
    public bool IsExact(decimal pounds) => facts.Exists(f => f.Unit == FigureUnit.Pounds && f.Stands == pounds);

    private static FinancialYear Later(FinancialYear one, FinancialYear other) => one > other ? one : other;

    private static Bands[] Wider(Bands band) =>
    [
        .. new[] { Bands.None, band, Bands.High | Bands.Medium | Bands.Low, Bands.Medium | Bands.Low, Bands.Delivered | Bands.High, Bands.High | Bands.Medium }
            .Where(b => b == Bands.None || b.HasFlag(band)).Distinct(),
    ];

    private void Savings(Edition edition)
    {
        var groups = edition.Activities.Where(a => a.Group is not null).ToDictionary(a => a.Name, a => a.Group!, StringComparer.Ordinal);
        foreach (var line in edition.SavingsLines)
        {
            var (coarse, fine) = Things(line, groups);
            foreach (var amount in line.Amounts)
            {
                var measure = amount.Kind switch { SavingsKind.OriginalTarget => Measures.OriginalTarget, SavingsKind.RevisedTarget => Measures.RevisedTarget, _ => Measures.Position };
                foreach (var bands in amount.Confidence is { } band ? Wider(band.AsBands()) : [Bands.None])
                {
                    foreach (var span in Spans(amount.Year))
                    {
                        foreach (var (one, other) in coarse)
                        {
                            Add(new(measure, bands, span, one, other), amount.Amount.Pounds, amount.Pending);
                        }

                        foreach (var thing in span.IsAll || span.IsOne ? fine : [])
                        {
                            Add(new(measure, bands, span, thing, null), amount.Amount.Pounds, amount.Pending);
                        }
                    }
                }
            }
        }
    }

    private static (List<(Thing? One, Thing? Other)> Coarse, Thing[] Fine) Things(SavingsLine line, Dictionary<string, string> groups)
    {
        Thing stream = new("workstream", line.Workstream), directorate = new("directorate", line.Directorate), source = new("source", line.Source);
        List<(Thing?, Thing?)> coarse = [(null, null), (stream, null), (directorate, null), (source, null), (stream, directorate), (source, directorate), (stream, source)];
        if (line.Board.Length > 0)
        {
            coarse.Add((new Thing("board", line.Board), null));
        }

        if (line.Activity is { } activity)
        {
            coarse.Add((new Thing("activity", activity), null));
            if (groups.TryGetValue(activity, out var group))
            {
                coarse.Add((new Thing(Group, group), null));
            }
        }

        return (coarse, [new("project", line.Project), new("line", line.Ref)]);
    }

    private void Costs(Edition edition)
    {
        foreach (var line in edition.CostLines)
        {
            Thing?[] things = [null, new Thing("area", line.Area), new Thing("line", line.Code)];
            foreach (var amount in line.Amounts)
            {
                Measures[] measures = amount.Kind switch
                {
                    CostKind.Budget => [Measures.Budget], CostKind.Actual => [Measures.Spent, Measures.SpentOrCommitted], _ => [Measures.Committed, Measures.SpentOrCommitted],
                };
                foreach (var key in from measure in measures from span in Spans(amount.Year) from thing in things select new Key(measure, Bands.None, span, thing, null))
                {
                    Add(key, amount.Amount.Pounds, isPending: false);
                }
            }
        }
    }

    // What stands beside the ledgers: the business case, funding, moves and what a spotlight expects.
    private void Frame(Edition edition)
    {
        var programme = edition.Programme;
        Plain(Measures.BusinessCase, programme.PlannedBenefitLow);
        Plain(Measures.BusinessCase, programme.PlannedBenefitHigh);
        Plain(Measures.Redundancy, programme.RedundancyProvision);
        Plain(Measures.Margin, new KeyFigures(edition, DecisionBasis.AsItStands).FundingMargin.Figure.Money);
        Plain(Measures.Funding, edition.Funding.Select(f => f.Amount).SumOrNothing());
        foreach (var status in Enum.GetValues<FundingStatus>())
        {
            Plain(Measures.Funding, edition.Funding.Where(f => f.Status == status).Select(f => f.Amount).SumOrNothing(), new(Status, status.ToString()));
        }

        foreach (var source in edition.Funding)
        {
            Plain(Measures.Funding, source.Amount, new(FundingSource, source.Source));
        }

        foreach (var moves in edition.Reprofiles.GroupBy(r => r.Decision, StringComparer.Ordinal))
        {
            foreach (var amount in moves.Select(m => m.Amount).Append(new(moves.Sum(m => m.Amount.Pounds))).Distinct())
            {
                Plain(Measures.Move, amount);
            }
        }

        foreach (var activity in edition.Activities)
        {
            Plain(Measures.OriginalTarget, activity.FirstTarget, new("activity", activity.Name));
        }

        foreach (var spotlight in edition.Story.Spotlights)
        {
            Plain(Measures.Expected, spotlight.ExpectedLow, new("project", spotlight.Project));
            Plain(Measures.Expected, spotlight.ExpectedHigh, new("project", spotlight.Project));
        }
    }

    // What is expected to fall short: a year's, a directorate's, a project's, and single ones.
    private void Pressures(Edition edition)
    {
        foreach (var pressures in (edition.Pressures ?? []).SelectMany(p => Spans(p.Year), (p, span) => (p, span)).GroupBy(p => p.span, p => p.p))
        {
            IEnumerable<(Thing? Thing, IEnumerable<Pressure> Of)> parts =
            [
                (null, pressures), .. pressures.GroupBy(p => p.Directorate, StringComparer.Ordinal).Select(g => ((Thing?)new Thing("directorate", g.Key), (IEnumerable<Pressure>)g)),
                .. pressures.Where(p => p.Project is not null).GroupBy(p => p.Project!, StringComparer.Ordinal).Select(g => ((Thing?)new Thing("project", g.Key), (IEnumerable<Pressure>)g)),
                .. pressures.Select(p => ((Thing?)null, (IEnumerable<Pressure>)[p])),
            ];
            facts.AddRange(parts.Select(p => (p.Thing, Sum: p.Of.Sum(o => o.Amount.Pounds))).Select(p =>
                new Fact(Measures.Pressure, Bands.None, pressures.Key, p.Thing, null, FigureUnit.Pounds, p.Sum, p.Sum)));
        }
    }

    // A year that has closed is measured against the target that it closed with.
    private void Closed(Edition edition)
    {
        var slice = SavingsSlices.Of(SavingsKind.RevisedTarget, DecisionBasis.AsItStands);
        foreach (var year in spans.Where(s => s.IsOne && edition.Savings.Sum(slice.In(s.From!.Value).CarriedOut()) is not null))
        {
            var stands = edition.Savings.Sum(slice.In(year.From!.Value).AsClosed())?.Pounds;
            facts.Add(new(Measures.RevisedTarget, Bands.None, year, null, null, FigureUnit.Pounds, stands, stands));
        }

        foreach (var carried in edition.SavingsLines.SelectMany(l => l.Amounts).Where(a => a.Carried && a.Amount < Money.Zero))
        {
            Plain(Measures.Move, new(-carried.Amount.Pounds));
        }
    }

    private void Shares(Edition edition)
    {
        var whole = facts.Where(f => f.Unit == FigureUnit.Pounds).ToLookup(f => new Key(f.Measure, f.Bands, f.Years, f.One, f.Other));
        foreach (var fact in facts.ToList())
        {
            var key = new Key(fact.Measure, fact.Bands, fact.Years, fact.One, fact.Other);
            switch (fact.Measure)
            {
                case Measures.Position when fact.Bands != Bands.None:
                    Share(fact, key with { Bands = Bands.None });
                    Share(fact, key with { Measure = Measures.RevisedTarget, Bands = Bands.None });
                    Share(fact, key with { Measure = Measures.OriginalTarget, Bands = Bands.None });
                    break;
                case Measures.Spent or Measures.SpentOrCommitted:
                    Share(fact, key with { Measure = Measures.Budget });
                    break;
                case Measures.Position:
                    Share(fact, key with { Measure = Measures.RevisedTarget });
                    break;
            }

            if (fact.Bands == Bands.None && fact.Measure != Measures.BusinessCase)
            {
                Share(fact, key with { One = null, Other = null });
                Share(fact, key with { Years = YearSpan.All });
                Share(fact, key with { One = null, Other = null, Years = YearSpan.All });
            }
        }

        void Share(Fact part, Key of)
        {
            if (of != new Key(part.Measure, part.Bands, part.Years, part.One, part.Other) && whole[of].FirstOrDefault() is { } total)
            {
                var stands = Ratio(part.Stands, total.Stands);
                facts.Add(part with { Unit = FigureUnit.Share, Stands = stands, Agreed = Ratio(part.Agreed, total.Agreed) ?? stands, WholeYears = of.Years });
            }
        }
    }

    private static decimal? Ratio(decimal? part, decimal? whole) => part is { } p && whole is { } w and not 0 ? p / w : null;

    private IEnumerable<YearSpan> Spans(FinancialYear? year) =>
        spans.Where(s => year is { } y && s.From <= y && s.To >= y).Append(YearSpan.All);

    private void Plain(Measures measure, Money? amount, Thing? thing = null)
    {
        if (amount is { } money)
        {
            facts.Add(new(measure, Bands.None, YearSpan.All, thing, null, FigureUnit.Pounds, money.Pounds, money.Pounds));
        }
    }

    private void Add(Key key, decimal pounds, bool isPending)
    {
        var sum = sums.GetValueOrDefault(key);
        sums[key] = new(isPending ? sum.Stands : sum.Stands.GetValueOrDefault() + pounds, sum.Agreed.GetValueOrDefault() + pounds);
    }

    private readonly record struct Key(Measures Measure, Bands Bands, YearSpan Years, Thing? One, Thing? Other);

    private record struct Sum(decimal? Stands, decimal? Agreed);
}
