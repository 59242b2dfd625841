using TransformationPortal.Core;
using TransformationPortal.Core.Periods;
using TransformationPortal.Core.Programmes;
using TransformationPortal.Core.Reading;
using TransformationPortal.Core.Reprofiling;
using TransformationPortal.Registers.Definitions;

namespace TransformationPortal.Registers.Checks;

/// <summary>A rule between rows.</summary>
/// <param name="HeldAgainst">
/// The registers whose rows it holds others against. With a problem in one of these it is not asked: a row that could not be
/// read would look like one that is not there.
/// </param>
internal sealed record ProgrammeRule(IReadOnlyList<RegisterDefinition> HeldAgainst, Func<ProgrammeData, IEnumerable<ImportProblem>> Check);

/// <summary>
/// What must hold between rows. That the bands of a year add up to its target is no such rule: a published position may fall
/// short of its target, and the shortfall is then something to report, not an error in the file.
/// </summary>
internal static class ProgrammeRules
{
    public static IReadOnlyList<ProgrammeRule> All { get; } =
    [
        new([ProgrammeRegister.Definition], PeriodsLieInTheProgramme),
        new([ProgrammeRegister.Definition], BandsHaveWordsOfTheirOwn),
        new([BoardsRegister.Definition], BoardsFormNoCircle),
        new([SavingsTargetsRegister.Definition, DecisionsRegister.Definition, ReprofilesRegister.Definition], ReprofilesFitTheirTargets),
        new([ProjectsRegister.Definition, DocumentsRegister.Definition, SpotlightsRegister.Definition], LinksLeadSomewhere),
    ];

    private static IEnumerable<ImportProblem> PeriodsLieInTheProgramme(ProgrammeData data)
    {
        var programme = data[ProgrammeRegister.Definition].Single();
        var (first, last) = (programme.Get(ProgrammeRegister.FirstYear), programme.Get(ProgrammeRegister.LastYear));
        return AllRegisters.InOrder.Where(d => d != ProgrammeRegister.Definition).SelectMany(definition =>
            from column in definition.Columns
            from row in data[definition]
            let year = YearOf(row.Value(column))
            where year is { } outside && (outside < first || outside > last)
            select row.Problem(column, $"a time within the programme, which runs from {first} to {last}"));
    }

    // A word for a band must be understood wherever it stands, so no two bands may share one, nor one take what the portal
    // calls another.
    private static IEnumerable<ImportProblem> BandsHaveWordsOfTheirOwn(ProgrammeData data)
    {
        var row = data[ProgrammeRegister.Definition].Single();
        var taken = ProgrammeRegister.Bands.Select(b => (b.Confidence, Word: b.Confidence.ToString(), What: $"what the portal calls the band {b.Confidence}")).ToList();
        foreach (var (band, label, alias) in ProgrammeRegister.Bands)
        {
            foreach (var (column, word) in new[] { (label, row.Get(label)), (alias, row.Find(alias)) })
            {
                if (word is null)
                {
                    continue;
                }

                if (taken.Find(t => t.Confidence != band && KnownReader.Code(word, [t.Word]).Value is not null) is { What: { } what })
                {
                    yield return row.Problem(column, $"a word that no other band has; “{word}” is {what}");
                }

                taken.Add((band, word, $"the {(column == label ? "label" : "other word")} of the band {band}"));
            }
        }
    }

    private static FinancialYear? YearOf(object? value) => value switch
    {
        FinancialYear year => year,
        Quarter quarter => quarter.Year,
        ReportingMonth month => month.FinancialYear,
        _ => null,
    };

    private static IEnumerable<ImportProblem> BoardsFormNoCircle(ProgrammeData data)
    {
        var above = data[BoardsRegister.Definition].ToDictionary(r => r.Get(BoardsRegister.Name), r => r.Find(BoardsRegister.ReportsTo), StringComparer.Ordinal);
        foreach (var row in data[BoardsRegister.Definition])
        {
            var name = row.Get(BoardsRegister.Name);
            var next = above[name];
            for (var steps = 0; next is not null && next != name && steps < above.Count; steps++)
            {
                next = above.GetValueOrDefault(next);
            }

            if (next == name)
            {
                yield return row.Problem(BoardsRegister.ReportsTo, $"a board that does not in the end report to {name} itself");
            }
        }
    }

    private static IEnumerable<ImportProblem> ReprofilesFitTheirTargets(ProgrammeData data)
    {
        var targets = data[SavingsTargetsRegister.Definition].ToDictionary(
            r => (r.Get(SavingsTargetsRegister.Line), r.Get(SavingsTargetsRegister.Year)),
            r => r.Find(SavingsTargetsRegister.Revised) ?? r.Find(SavingsTargetsRegister.Original));
        var outcomes = data[DecisionsRegister.Definition].ToDictionary(r => r.Get(DecisionsRegister.Ref), r => r.Get(DecisionsRegister.Outcome), StringComparer.Ordinal);
        var rows = data[ReprofilesRegister.Definition].Select(r => (Row: r, Outcome: outcomes[r.Get(ReprofilesRegister.Decision)])).ToList();

        // What moves in counts wherever its row stands; what moves out counts from its row on.
        var moves = rows.Where(r => r.Outcome != DecisionOutcome.Refused && r.Row.Find(ReprofilesRegister.ToYear) is not null)
            .GroupBy(r => (Line: r.Row.Get(ReprofilesRegister.Line), Year: r.Row.Find(ReprofilesRegister.ToYear)!.Value))
            .ToDictionary(g => g.Key, g => g.Select(r => Move(r.Row, r.Outcome, isOut: false)).ToList());
        foreach (var (row, outcome) in rows)
        {
            var from = (Line: row.Get(ReprofilesRegister.Line), Year: row.Get(ReprofilesRegister.FromYear));
            if (row.Find(ReprofilesRegister.ToYear) == from.Year)
            {
                yield return row.Problem(ReprofilesRegister.ToYear, $"another year than from_year, which is {from.Year}");
            }

            if (outcome == DecisionOutcome.Refused)
            {
                continue;
            }

            if (!moves.TryGetValue(from, out var ofYear))
            {
                moves[from] = ofYear = [];
            }

            var move = Move(row, outcome, isOut: true);
            var into = Sum(ofYear.Where(m => m.Amount > Money.Zero && (!m.IsPending || m.Decision == move.Decision)));
            var already = -Sum(ofYear.Where(m => m.Amount < Money.Zero));
            ofYear.Add(move);
            var target = targets.GetValueOrDefault(from);
            if (target is null && into == Money.Zero)
            {
                yield return row.Problem(ReprofilesRegister.FromYear, $"a year for which {from.Line} has a target");
            }
            else if (HeldAmount.Of(target.OrZero(), ofYear, move.Decision) < Money.Zero)
            {
                var more = into == Money.Zero ? "" : $" with {Pounds(into)} moved in";
                var besides = already == Money.Zero ? "" : $", of which other re-profiles move {Pounds(already)}";
                yield return row.Problem(ReprofilesRegister.Amount, $"no more than the target of {from.Line} in {from.Year}, which is {Pounds(target.OrZero() + into)}{more}{besides}");
            }
        }
    }

    private static YearMove Move(RegisterRow row, DecisionOutcome outcome, bool isOut)
    {
        var amount = row.Get(ReprofilesRegister.Amount);
        return new(row.Get(ReprofilesRegister.Decision), outcome == DecisionOutcome.Pending, isOut ? -amount : amount);
    }

    private static Money Sum(IEnumerable<YearMove> moves) => moves.Select(m => m.Amount).SumOrNothing().OrZero();

    private static string Pounds(Money amount) => MoneyFormat.Format(amount, MoneyStyle.Pounds);

    private static IEnumerable<ImportProblem> LinksLeadSomewhere(ProgrammeData data)
    {
        var links = data[ProjectsRegister.Definition].Select(r => $"project:{r.Get(ProjectsRegister.Code)}")
            .Concat(data[DocumentsRegister.Definition].Select(r => $"document:{r.Get(DocumentsRegister.Key)}"))
            .ToHashSet(StringComparer.Ordinal);
        var spotlights = data[SpotlightsRegister.Definition]
            .Select(r => (r.Get(SpotlightsRegister.Quarter), $"spotlight:{r.Get(SpotlightsRegister.Project)}")).ToHashSet();
        foreach (var row in data[QuarterTextsRegister.Definition])
        {
            if (row.Find(QuarterTextsRegister.Link) is { } link && !links.Contains(link)
                && !spotlights.Contains((row.Get(QuarterTextsRegister.Quarter), link)))
            {
                yield return row.Problem(
                    QuarterTextsRegister.Link,
                    "project:, spotlight: or document: and the code or key of one that is there; a spotlight must be of the same quarter",
                    Nearest.To(link, links.Concat(spotlights.Select(s => s.Item2))));
            }
        }
    }
}
