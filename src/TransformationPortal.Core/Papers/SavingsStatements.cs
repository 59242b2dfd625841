using TransformationPortal.Core.Editions;
using TransformationPortal.Core.Ledgers;
using TransformationPortal.Core.Periods;
using TransformationPortal.Core.Programmes;
using TransformationPortal.Core.Savings;
using TransformationPortal.Core.Views;

namespace TransformationPortal.Core.Papers;

/// <summary>
/// What the financial annex says about savings, sentence by sentence. Each number is a slice of the edition; each name
/// comes from the edition; a sentence whose figures are not recorded says so or is left out.
/// </summary>
public sealed class SavingsStatements(Edition edition, DecisionBasis basis)
{
    private readonly KeyFigures figures = new(edition, basis);
    private readonly CouncilWords words = new(edition.Programme);

    private FinancialYear Year => edition.Quarter.Year;

    private Slice<SavingsDimension> Original => SavingsSlices.Of(SavingsKind.OriginalTarget, basis);

    private Slice<SavingsDimension> Revised => SavingsSlices.Of(SavingsKind.RevisedTarget, basis);

    private Slice<SavingsDimension> Position => SavingsSlices.Of(SavingsKind.Position, basis);

    /// <summary>The whole target, and where it was set.</summary>
    public IEnumerable<AnnexText> Target()
    {
        var total = figures.TotalTarget.Figure;
        if (total.Amount is null)
        {
            yield return AnnexText.Words("No savings target is recorded.");
            yield break;
        }

        var parts = Cut(Original, SavingsDimension.Source).Where(p => p.Figure.Amount != 0).ToList();
        var span = AnnexWords.Span(FinancialYear.Range(edition.Programme.FirstYear, edition.Programme.LastYear));
        yield return AnnexText.Join(
            figures.TargetNow is { } now
                ? AnnexText.Of($"The savings target of the programme, {span}, was first set at {(total, Apart(total, now))} a year by its end, and now stands at {(now, Apart(total, now))}.")
                : AnnexText.Of($"The savings target of the programme, {span}, is {total} a year by its end."),
            parts.Count == 0 ? null : AnnexText.Of($"It is made up of {AnnexText.List([.. parts.Select(p => AnnexWords.Named(p.Value, p.Figure))])}."),
            AnnexWords.RoundingRemark(total, parts.Select(p => p.Figure)));
        foreach (var statement in new[] { EarlierYears(), BusinessCase() }.OfType<AnnexText>())
        {
            yield return statement;
        }
    }

    private static MoneyUnit Apart(Figure one, Figure other) => MoneyUnits.Apart(one.Money, other.Money);

    // Each closed year against the target that it closed with: what was delivered, carried, and neither.
    private AnnexText Closed(ClosedYears closed, FinancialYear year)
    {
        var (target, delivered, carried) = (closed.Target(year), closed.Delivered(year), closed.Carried(year));
        var left = target.Money.OrZero() - delivered.Money.OrZero() + carried.Money.OrZero();
        var unit = MoneyUnits.Agreeing(MoneyUnit.Exact, (target.Money.OrZero(), [delivered.Money.OrZero(), -carried.Money.OrZero(), left]));
        return AnnexText.Join(
            target.Amount is null ? AnnexText.Of($"{year} closed without a target.") : AnnexText.Of($"{year} closed with a target of {(target, unit)}."),
            delivered.Amount is null ? AnnexText.Of($"Nothing of it is recorded as {words.Delivered}.") : AnnexText.Of($"{(delivered, unit)} was {words.Delivered}."),
            carried.Money is { } gone && gone != Money.Zero ? AnnexText.Of($"{(-gone, unit)} was carried {closed.Destination(year)}.") : null,
            left > Money.Zero ? AnnexText.Of($"That leaves {(left, unit)}.") : null);
    }

    /// <summary>What was agreed for the years before the quarter's, and what became of it.</summary>
    public AnnexText? EarlierYears()
    {
        var closed = new ClosedYears(edition, basis);
        if (closed.Years.Count > 1)
        {
            return AnnexText.Join(closed.Years.Select(y => Closed(closed, y)));
        }

        var earlier = FinancialYear.Range(edition.Programme.FirstYear, Year.AddYears(-1));
        if (earlier.Count == 0 || Sum(Original.In(earlier)) is not { Money: { } agreedMoney } agreed)
        {
            return null;
        }

        var span = AnnexWords.Span(earlier);
        if (Sum(Position.In(earlier).At(Confidence.Delivered)) is not { Money: { } deliveredMoney } delivered)
        {
            return AnnexText.Of($"Savings of {agreed} were agreed for {span}. Nothing of it is recorded as {words.Delivered}.");
        }

        var missing = agreedMoney - deliveredMoney;
        var unit = MoneyUnits.Agreeing(MoneyUnit.Short, (agreedMoney, [deliveredMoney, missing]));
        if (missing <= Money.Zero || deliveredMoney < Money.Zero)
        {
            return AnnexText.Of($"Savings of {(agreed, unit)} were agreed for {span}, and {(delivered, unit)} was {words.Delivered}.");
        }

        var carried = CarriedForward(earlier);
        return carried?.Money == missing
            ? AnnexText.Of($"Savings of {(agreed, unit)} were agreed for {span}. {(delivered, unit)} of it was {words.Delivered}, and {(carried!, unit)} now falls in {Year}.")
            : AnnexText.Of($"Savings of {(agreed, unit)} were agreed for {span}. {(delivered, unit)} of it was {words.Delivered}, which leaves {(missing, unit)}{(words.CallsItDelivered ? " undelivered" : "")}.");
    }

    /// <summary>The core programme, by activity.</summary>
    public IEnumerable<AnnexText> Core()
    {
        var sources = Sources(isCore: true);
        if (sources.Count == 0 || Sum(Original.Where(SavingsDimension.Source, sources)) is not { Amount: not null } core)
        {
            yield break;
        }

        var original = Original.Where(SavingsDimension.Source, sources);
        yield return AnnexText.Join(
            AnnexText.Of($"{core} of the target is {CouncilWords.Core(sources)}."),
            new FinancialPosition(edition, basis).HasCoreActivities ? AnnexText.Words("Table\u00A01 sets it out by activity and year.") : null);
        foreach (var group in edition.Activities.Where(a => a.Group is not null).GroupBy(a => a.Group!, StringComparer.Ordinal))
        {
            yield return Group(group.Key, [.. group.Select(a => a.Name)], sources);
        }

        var others = edition.Activities.Where(a => a.Group is null).Select(a => a.Name).ToList();
        List<(string Value, Figure Figure)> recorded = others.Count == 0 ? [] : Cut(original.Where(SavingsDimension.Activity, others), SavingsDimension.Activity);
        if (recorded.Count > 0)
        {
            var all = Sum(original.Where(SavingsDimension.Activity, others));
            var other = edition.Activities.Any(a => a.Group is not null) ? "other " : "";
            yield return recorded is [var (only, _)] && others.Count == 1
                ? AnnexText.Of($"The {other}activity of {CouncilWords.Core(sources)}, {only}, has a target of {all}.")
                : AnnexText.Join(
                    AnnexText.Of($"The {other}activities of {CouncilWords.Core(sources)} have targets of {all} together: {AnnexText.List([.. recorded.Select(p => AnnexWords.Named(p.Value, p.Figure))])}."),
                    AnnexWords.RoundingRemark(all, recorded.Select(p => p.Figure)));
        }
    }

    /// <summary>The quarter's financial year.</summary>
    public IEnumerable<AnnexText> ThisYear()
    {
        // What was first set is what it was, whatever was decided since or will be.
        var first = SavingsSlices.Of(SavingsKind.OriginalTarget, DecisionBasis.AsItStands).In(Year);
        var pending = edition.PendingDecisions.Select(d => d.Ref).ToHashSet(StringComparer.Ordinal);
        var isMoved = edition.Reprofiles.Any(r => !pending.Contains(r.Decision));
        var (original, revised) = (Sum(isMoved ? first.Where(SavingsDimension.Decision, LedgerKeys.None) : first), figures.YearTarget.Figure);
        var delivered = figures.YearDelivered.Figure;
        List<(Confidence Band, Figure Figure)> ahead =
        [
            .. ConfidenceFacts.Bands.Where(b => b != Confidence.Delivered).Select(b => (b, Sum(Position.In(Year).At(b)))).Where(p => p.Item2.Amount is not null),
        ];
        var unit = UnitOf(original, revised, delivered, ahead);
        yield return revised.Amount is null ? AnnexText.Of($"No savings target is recorded for {Year}.")
            : original.Amount is null || original.Amount == revised.Amount ? AnnexText.Of($"The savings target of {Year} is {(revised, unit)}. Table\u00A02 sets it out by workstream.")
            : AnnexText.Of($"The savings target of {Year} was first set at {(original, unit)} and now stands at {(revised, unit)}. Table\u00A02 sets it out by workstream.");
        yield return delivered.Amount is null ? AnnexText.Of($"Nothing is recorded as {words.Delivered} in {Year} yet.")
            : figures.TargetAchieved.Figure is { Amount: not null } share ? AnnexText.Of($"{(delivered, unit)} is {words.Delivered}, which is {share} of the target.")
            : AnnexText.Of($"{(delivered, unit)} is {words.Delivered}.");
        if (ahead.Count > 0)
        {
            yield return AnnexText.Join(
                AnnexText.Of($"Of what is still to come, {AnnexText.List([.. ahead.Select(p => AnnexText.Of($"{(p.Figure, unit)} is {words.At(p.Band)}"))])}."),
                Uncovered(revised, delivered, unit));
        }
    }

    // What is delivered and what is still to come are added in the text, and what they make is held against the target.
    private MoneyUnit UnitOf(Figure original, Figure revised, Figure delivered, IReadOnlyList<(Confidence Band, Figure Figure)> ahead)
    {
        List<Money> parts = [.. ahead.Select(p => p.Figure).Append(delivered).Select(f => f.Money).OfType<Money>()];
        var covered = new Money(parts.Sum(p => p.Pounds));
        (Money, IReadOnlyList<Money>) sum = (covered, parts);
        var unit = MoneyUnits.Agreeing(MoneyUnit.Exact, revised.Money is { } wanted ? [sum, (wanted, [covered, wanted - covered])] : [sum]);
        var apart = MoneyUnits.Apart(original.Money, revised.Money);
        return apart > unit ? apart : unit;
    }

    /// <summary>The years after the quarter's.</summary>
    public IEnumerable<AnnexText> LaterYears()
    {
        var years = FinancialYear.Range(Year.AddYears(1), edition.Programme.LastYear);
        if (years.Count == 0)
        {
            yield return AnnexText.Of($"{Year} is the last year of the programme.");
            yield break;
        }

        var expected = Position.In(years);
        var total = Sum(expected);
        if (total.Amount is null)
        {
            yield return AnnexText.Of($"No savings are recorded for {AnnexWords.Span(years)}.");
            yield break;
        }

        var unsure = expected.At(Confidence.Medium, Confidence.Low);
        var amount = Sum(unsure);
        var at = words.At(Confidence.Medium, Confidence.Low);
        var ahead = years.Count == 1 ? $"In {years[0]}" : $"Over the next {AnnexWords.Number(years.Count)} years, {AnnexWords.Span(years)},";
        if (amount.Money is not { } unsureMoney || unsureMoney == Money.Zero)
        {
            yield return AnnexText.Of($"{ahead} {total} is expected, none of it {at}. Table\u00A03 sets it out by workstream.");
            yield break;
        }

        var unit = MoneyUnits.Apart(total.Money, amount.Money);
        if (unsureMoney < Money.Zero || unsureMoney > total.Money)
        {
            yield return AnnexText.Of($"{ahead} {(total, unit)} is expected; what is {at} comes to {(amount, unit)}. Table\u00A03 sets it out by workstream.");
            yield break;
        }

        var share = new Figure(unsureMoney.ShareOf(total.Money.OrZero()), FigureUnit.Share, amount.Source);
        yield return AnnexText.Of($"{ahead} {(total, unit)} is expected. {(amount, unit)} of it ({share}) is {at}. Table\u00A03 sets it out by workstream.");
        if (Unsure(unsure, amount, at, unit) is { } where)
        {
            yield return where;
        }
    }

    /// <summary>What all years add up to.</summary>
    public AnnexText AtTheEnd()
    {
        var expected = Sum(Position.In(FinancialYear.Range(edition.Programme.FirstYear, edition.Programme.LastYear)));
        var increments = "The amount of a year is the new annual saving that begins in it, so the years can be added.";
        var target = figures.TargetNow ?? figures.TotalTarget.Figure;
        var apart = MoneyUnits.Apart(expected.Money, target.Money);
        var unit = apart > MoneyUnit.Exact ? apart : MoneyUnit.Exact;
        return expected.Amount is null || target.Amount is null
            ? AnnexText.Words(increments)
            : AnnexText.Of($"{increments} All years together are expected to save {(expected, unit)} a year by the end of {edition.Programme.LastYear}, against a target of {(target, unit)}.");
    }

    // Where the unsure money is: the core programme, and outside it the directorate with the most. A part is named only where
    // it is one, and the most only where one directorate has it.
    private AnnexText? Unsure(Slice<SavingsDimension> unsure, Figure all, string at, MoneyUnit unit)
    {
        var (inside, outside) = (Sources(isCore: true), Sources(isCore: false));
        var core = inside.Count == 0 ? null : Sum(unsure.Where(SavingsDimension.Source, inside));
        List<(string Value, Figure Figure)> directorates = outside.Count == 0 ? []
            : [.. Cut(unsure.Where(SavingsDimension.Source, outside), SavingsDimension.Directorate).OrderByDescending(d => d.Figure.Amount)];
        var isFirst = directorates is [{ Figure.Amount: > 0 } first, ..] && first.Figure.Amount <= all.Amount
            && directorates.Skip(1).All(d => d.Figure.Amount < first.Figure.Amount);
        var most = isFirst ? directorates[0] : default;
        var isPart = core?.Amount > 0 && core.Amount <= all.Amount;
        var apart = MoneyUnits.Apart(all.Money, core?.Money, most.Figure?.Money);
        unit = apart > unit ? apart : unit;
        return (isPart, most.Value) switch
        {
            (true, { } directorate) => AnnexText.Of($"Of the {(all, unit)} {at}, {(core!, unit)} is in {CouncilWords.Core(inside)}. Outside it, {directorate} has the most: {(most.Figure!, unit)}."),
            (true, null) => AnnexText.Of($"Of the {(all, unit)} {at}, {(core!, unit)} is in {CouncilWords.Core(inside)}."),
            (false, { } directorate) when core?.Amount is null or 0 => AnnexText.Of($"Of the {(all, unit)} {at}, {directorate} has the most: {(most.Figure!, unit)}."),
            _ => null,
        };
    }

    private AnnexText Group(string group, List<string> activities, List<string> sources)
    {
        Slice<SavingsDimension> In(Slice<SavingsDimension> slice, params IEnumerable<string> names) => slice.Where(SavingsDimension.Source, sources).Where(SavingsDimension.Activity, names);
        AnnexText One(string activity)
        {
            var (projected, target) = (Sum(In(Position, activity)), Sum(In(Original, activity)));
            if (edition.Activities.FirstOrDefault(a => a.Name == activity)?.FirstTarget is { } first)
            {
                var clear = MoneyUnits.Apart(projected.Money, first);
                return AnnexText.Of($"{activity} ({(projected, clear)}, against {(first, clear)} first targeted)");
            }

            var unit = MoneyUnits.Apart(projected.Money, target.Money);
            return target.Amount is null || target.Amount == projected.Amount
                ? AnnexWords.Named(activity, projected)
                : AnnexText.Of($"{activity} ({(projected, unit)}, against {(target, unit)} first targeted)");
        }

        var (goal, known) = (Sum(In(Original, activities)), activities.Where(a => Sum(In(Position, a)).Amount is not null).ToList());
        var projections = known.Count == 0 ? null : AnnexText.Of($"What is projected, by activity: {AnnexText.List([.. known.Select(One)])}.");
        return goal.Amount is null ? AnnexText.Join(AnnexText.Of($"No target is recorded for {group}."), projections) : AnnexText.Join(AnnexText.Of($"{group} has a target of {goal}."), projections);
    }

    private AnnexText? Uncovered(Figure target, Figure delivered, MoneyUnit unit)
    {
        var covered = Sum(Position.In(Year));
        var makes = delivered.Amount is null ? "Together that makes" : $"With what is {words.Delivered} that makes";
        return (target.Money, covered.Money) switch
        {
            ({ } wanted, { } known) when known < wanted => AnnexText.Of($"{makes} {(covered, unit)}, {(wanted - known, unit)} less than the target."),
            ({ } wanted, { } known) when known > wanted => AnnexText.Of($"{makes} {(covered, unit)}, {(known - wanted, unit)} more than the target."),
            _ => null,
        };
    }

    // Savings of sources that set targets for earlier years only, and that the quarter's year now has to find.
    private Figure? CarriedForward(IReadOnlyList<FinancialYear> earlier)
    {
        var years = FinancialYear.Range(Year, edition.Programme.LastYear);
        var sources = Cut(Original.In(earlier), SavingsDimension.Source).Select(p => p.Value)
            .Where(s => Sum(Original.Where(SavingsDimension.Source, s).In(years)).Amount is null or 0).ToList();
        return sources.Count == 0 ? null : Sum(Revised.In(Year).Where(SavingsDimension.Source, sources));
    }

    private List<string> Sources(bool isCore) => [.. edition.Sources.Where(s => s.IsCore == isCore).Select(s => s.Name)];

    private AnnexText? BusinessCase() => (figures.Find("business-case-low")?.Figure, figures.Find("business-case-high")?.Figure) switch
    {
        ({ } low, { } high) when low.Money == high.Money => AnnexText.Of($"The business case set out to save {low} a year."),
        ({ } low, { } high) when MoneyUnits.Apart(low.Money, high.Money) is var unit => AnnexText.Of($"The business case set out to save between {(low, unit)} and {(high, unit)} a year."),
        _ => null,
    };

    private Figure Sum(Slice<SavingsDimension> slice) => Figure.OfMoney(edition.Savings.Sum(slice), new Derivation.OfSavings(slice));

    private List<(string Value, Figure Figure)> Cut(Slice<SavingsDimension> slice, SavingsDimension dimension) =>
        [.. edition.Savings.Cut(slice, dimension).Select(p => (p.Value, Sum(slice.Where(dimension, p.Value))))];
}
