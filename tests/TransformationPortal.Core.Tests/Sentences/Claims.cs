using System.Globalization;
using System.Text.RegularExpressions;
using TransformationPortal.Core.Costs;
using TransformationPortal.Core.Editions;
using TransformationPortal.Core.Ledgers;
using TransformationPortal.Core.Programmes;
using TransformationPortal.Core.Ratings;
using TransformationPortal.Core.Savings;

namespace TransformationPortal.Core.Tests.Sentences;

/// <summary>
/// Reads a made sentence back: what it claims, held against the rows of the edition, counted here by themselves. A sentence that
/// says nothing, none, no, every or all must be one that is known here, so that a new one cannot come in unread.
/// </summary>
internal sealed partial class Claims(Edition edition, DecisionBasis basis)
{
    private readonly string year = edition.Quarter.Year.ToString();

    /// <summary>What a sentence says that is not so; nothing where all of it is.</summary>
    public IEnumerable<string> Untrue(string sentence)
    {
        foreach (Match match in Part().Matches(sentence))
        {
            var (part, whole) = (Pounds(match.Groups["part"].Value), Pounds(match.Groups["whole"].Value));
            if (part <= 0 || part > whole)
            {
                yield return $"“{match.Value}”: no part of it";
            }
            else if (part == whole && !match.Value.Contains("confirmed", StringComparison.Ordinal) && Amounts().Count(sentence) == 2 && sentence.Contains('%', StringComparison.Ordinal)
                && !sentence.Contains("100%", StringComparison.Ordinal))
            {
                yield return $"“{match.Value}”: looks like all of it";
            }
        }

        if (sentence.Contains("at at", StringComparison.Ordinal) || sentence.Contains("£0.0m ", StringComparison.Ordinal) && !HasZero())
        {
            yield return "clumsy";
        }

        foreach (Match match in Arithmetic().Matches(sentence))
        {
            var (all, apart) = (Pounds(match.Groups["all"].Value), Pounds(match.Groups["apart"].Value));
            var target = match.Groups["more"].Value == "more" ? all - apart : all + apart;
            if (!Recorded().Any(r => Math.Abs(r - target) < 0.005m || Rounds(r, target)))
            {
                yield return $"“{match.Value}”: {target} is printed nowhere";
            }
        }

        foreach (Match match in WithEarlier().Matches(sentence))
        {
            if (Pounds(match.Groups["a"].Value) + Pounds(match.Groups["b"].Value) != Pounds(match.Groups["sum"].Value))
            {
                yield return $"“{match.Value}”: does not add up as printed";
            }
        }

        foreach (var clause in Absolute().Matches(sentence).Select(m => m.Value.Trim()))
        {
            var known = Known.FirstOrDefault(k => Regex.IsMatch(clause, k.Pattern, RegexOptions.None, TimeSpan.FromSeconds(1)));
            if (known.Holds is null)
            {
                yield return $"“{clause}”: nobody reads this claim back";
            }
            else if (!known.Holds())
            {
                yield return $"“{clause}”: not so";
            }
        }
    }

    private (string Pattern, Func<bool> Holds)[] Known =>
    [
        (@"^No savings target is recorded(\.| for)", () => Targets(SavingsKind.RevisedTarget, year) == 0 || Targets(SavingsKind.OriginalTarget, null) == 0),
        (@"for which no savings target is recorded", () => Targets(SavingsKind.RevisedTarget, year) == 0),
        (@"^Nothing of this year’s .* is recorded as .* yet", () => Positions(year, Confidence.Delivered).Count == 0),
        (@"^Nothing of this year’s .* is ", () => Positions(year, Confidence.Delivered) is { Count: > 0 } d && d.Sum() == 0),
        (@"no cost of making the changes is recorded", () => Costs(CostKind.Budget).Count == 0 && Costs(CostKind.Actual).Count == 0),
        (@"for which no budget is recorded", () => Costs(CostKind.Budget).Count == 0),
        (@"nothing of the .* is recorded as spent yet", () => Costs(CostKind.Actual).Count == 0 && Costs(CostKind.Budget).Count > 0),
        (@"nothing of the .* set aside to make the changes is spent", () => Costs(CostKind.Actual) is { Count: > 0 } s && s.Sum() == 0),
        (@"^No project is recorded", () => edition.Projects.Count == 0),
        (@"^No project is rated red; ", () => Rated(Rag.Red) == 0 && Unrated() > 0),
        (@"^No project is rated red", () => Rated(Rag.Red) == 0 && Unrated() == 0),
        (@"^No project is rated( yet)?\.$", () => edition.Projects.All(p => p.Ratings.Count == 0) || Unrated() == edition.Projects.Count),
        (@"^No project is rated amber or red on any aspect", () =>
            edition.Projects.SelectMany(p => p.Ratings) is var ratings && ratings.Any() && ratings.All(r => r.Aspect == RagAspect.Overall || r.Rating.Rating == Rag.Green)),
        (@"^None of the \d+ projects is rated\.$", () => Unrated() == edition.Projects.Count),
        (@"none is rated yet", () => Unrated() == edition.Projects.Count),
        (@"none is rated red", () => Rated(Rag.Red) == 0 && Unrated() == 0),
        (@"none of the \d+ that are rated is red", () => Rated(Rag.Red) == 0 && Unrated() > 0),
        (@"^None of \d+ projects is in flight", () => edition.Projects.All(p => p.Phase != ProjectPhase.InFlight)),
        (@"^None of £.* is (at|rated) ", () => YearsAhead(Confidence.Medium, Confidence.Low) == 0),
        (@"^Nothing is (at|rated) ", () => YearsAhead(Confidence.Medium, Confidence.Low) == 0),
        (@"^Nothing of £.* is spent", () => Costs(CostKind.Actual) is { Count: > 0 } s && s.Sum() == 0),
        (@"nothing is spent so far", () => Costs(CostKind.Actual, year) is { Count: > 0 } s && s.Sum() == 0),
        (@"^In a table of (savings a blank|budgets a dash) means", () => true),
        (@"none of it (at|rated) ", () => LaterYears(Confidence.Medium, Confidence.Low) == 0),
        (@"is to save all of it", () => Ahead().GroupBy(e => e.Line.Workstream).Count() == 1),
        (@"^No target is recorded\.$", () => !Ahead().Any()),
        (@"^No saving is recorded at any confidence", () => !PositionsAhead().Any()),
        (@"^No implementation cost is recorded", () => edition.Costs.Entries.Count == 0),
        (@"No planned spend is recorded", () => Costs(CostKind.Budget).Count == 0),
        (@"Nothing (is recorded as spent|of .* is recorded as spent)", () => Costs(CostKind.Actual).Count == 0),
        (@"^Nothing recorded as spent or committed", () => Costs(CostKind.Actual).Count + Costs(CostKind.Committed).Count == 0),
        (@"^Nothing recorded as .* by ", () => Positions(year, Confidence.Delivered).Count == 0),
        (@"^Nothing is recorded as .* in ", () => Positions(year, Confidence.Delivered).Count == 0),
        (@"^Nothing of it is recorded as ", () => edition.Savings.Entries.All(e => e.Item.Confidence != Confidence.Delivered || e.Item.Year is null || e.Item.Year >= edition.Quarter.Year || Waits(e))),
        (@"^No savings are recorded for ", () => LaterPositions().Count == 0),
        (@"^No target is recorded for ", () => true),
        (@"^No decision is pending: no figure waits", () => !edition.PendingDecisions.Any()),
        (@"^No figure depends on it", () => edition.PendingDecisions.Any(d => edition.Reprofiles.All(r => r.Decision != d.Ref))),
        (@"^No budget for implementation is recorded", () => Costs(CostKind.Budget).Count == 0),
        (@"nothing is recorded as spent so far", () => Costs(CostKind.Actual, year).Count == 0),
        (@"^From \S+ on no saving is ", () => !Unsure().Any()),
        (@"^No project has a path to green on record", () => Unsure().All(p => edition.FindProject(p)?.Actions is null)),
        (@"^\w+ projects? ha(s|ve) no path to green on record", () => Unsure().Any(p => edition.FindProject(p)?.Actions is null) && Unsure().Any(p => edition.FindProject(p)?.Actions is not null)),
        (@"^No project that reports each month is rated for ", () => edition.Projects.All(p => !p.Phase.IsLive() || p.RatedFor != edition.Quarter.LastMonth)),
        (@"so the years have no sum", () => true),
        (@"^Where no action is recorded, the owner is", () => true),
        (@"^No decision is waiting to be taken", () => !edition.PendingDecisions.Any()),
        (@"^No funding is recorded", () => edition.Funding.Count == 0),
        (@"^No funding is confirmed", () => edition.Funding.All(f => f.Status != FundingStatus.Confirmed)),
        (@"^No risk is recorded", () => edition.Risks.Count == 0),
        (@"^No risk stays high", () => edition.Risks.Count > 0 && edition.Risks.All(r => r.ResidualRating != RiskLevel.High && !r.IsCritical)),
        (@"(no stays|no stay|No stay|none stays) high", () => edition.Risks.All(r => r.ResidualRating != RiskLevel.High)),
        (@"every one that stays high", () => true),
        (@"^Every risk that stays high", () => true),
        (@"^No dependency is recorded", () => edition.Dependencies.Count == 0),
        (@"^Every dependency is rated green", () => edition.Dependencies.Count > 0 && edition.Dependencies.All(d => d.Rating.Rating == Rag.Green)),
        (@"^Every figure here", () => edition.PendingDecisions.Any()),
        (@"^If (both|all) .* (agreed|decisions)", () => edition.PendingDecisions.Count() > 1),
        (@"All years together are expected", () => true),
        (@"what was recorded|nothing is recorded\. |nothing is there|No project is named for a risk|Where no year is given|in no later year|in no later one|in none of the years|nothing, or", () => true),
        (@"^No (achievement|focus|benefit|plan|meeting|measure|decision moves|decision is recorded|figure waits|milestone|saving)", () => true),
        (@"^1 project is not rated", () => Unaspected(1)),
        (@"^\d+ projects are not rated", () => Unaspected(2)),
        (@"all targets together come to|all savings together come to", () => true),
    ];

    private bool HasZero() => edition.Savings.Entries.Any(e => e.Item.Amount == Money.Zero) || edition.Costs.Entries.Any(e => e.Item.Amount == Money.Zero) || Sums();

    // Amounts that cancel make a true nothing.
    private bool Sums() => edition.Savings.Entries.Any(e => e.Item.Amount < Money.Zero) || edition.Costs.Entries.Any(e => e.Item.Amount < Money.Zero)
        || edition.Funding.Any(f => f.Amount <= Money.Zero) || edition.Programme.PlannedBenefitLow == Money.Zero || edition.Programme.PlannedBenefitHigh == Money.Zero;

    private bool Waits(SavingsEntry entry) => entry.Item.Pending && basis == DecisionBasis.AsItStands;

    private int Targets(SavingsKind kind, string? inYear) =>
        edition.Savings.Entries.Count(e => e.Item.Kind == kind && !Waits(e) && (inYear is null || e.Item.Year?.ToString() == inYear));

    private List<decimal> Positions(string? inYear, Confidence band) => [.. edition.Savings.Entries
        .Where(e => e.Item.Confidence == band && !Waits(e) && (inYear is null || e.Item.Year?.ToString() == inYear)).Select(e => e.Item.Amount.Pounds)];

    private List<decimal> Costs(CostKind kind, string? inYear = null) =>
        [.. edition.Costs.Entries.Where(e => e.Item.Kind == kind && (inYear is null || e.Item.Year.ToString() == inYear)).Select(e => e.Item.Amount.Pounds)];

    private IEnumerable<SavingsEntry> Ahead() => edition.Savings.Entries.Where(e => e.Item.Kind == SavingsKind.RevisedTarget && e.Item.Year >= edition.Quarter.Year && !Waits(e));

    private IEnumerable<SavingsEntry> PositionsAhead() => edition.Savings.Entries.Where(e => e.Item.Kind == SavingsKind.Position && e.Item.Year >= edition.Quarter.Year && !Waits(e));

    private decimal YearsAhead(params Confidence[] bands) => PositionsAhead().Where(e => bands.Contains(e.Item.Confidence!.Value)).Sum(e => e.Item.Amount.Pounds);

    // The projects that have anything at medium or low confidence from the quarter's year to the programme's last.
    private IEnumerable<string> Unsure() => PositionsAhead()
        .Where(e => e.Item.Confidence is Confidence.Medium or Confidence.Low && e.Item.Year <= edition.Programme.LastYear).Select(e => e.Line.Project);

    private List<SavingsEntry> LaterPositions() => [.. PositionsAhead().Where(e => e.Item.Year > edition.Quarter.Year && e.Item.Year <= edition.Programme.LastYear)];

    private decimal LaterYears(params Confidence[] bands) => LaterPositions().Where(e => bands.Contains(e.Item.Confidence!.Value)).Sum(e => e.Item.Amount.Pounds);

    private int Rated(Rag rag) => edition.Projects.Count(p => p.Rating(RagAspect.Overall)?.Rating == rag);

    private bool Unaspected(int least) => edition.Projects.Count(p => Enum.GetValues<RagAspect>().Any(a => p.Rating(a) is null)) >= least;

    private int Unrated() => edition.Projects.Count(p => p.Rating(RagAspect.Overall) is null);

    // What a target, a budget or all funding come to: the amounts that a difference may be taken from.
    private IEnumerable<decimal> Recorded() =>
    [
        edition.Savings.Entries.Where(e => e.Item.Kind == SavingsKind.RevisedTarget && e.Item.Year == edition.Quarter.Year && !Waits(e) && !(e.Item.Carried && e.Item.Amount < Money.Zero)).Sum(e => e.Item.Amount.Pounds),
        edition.Savings.Entries.Where(e => e.Item.Kind == SavingsKind.RevisedTarget && e.Item.Year == edition.Quarter.Year && !Waits(e)).Sum(e => e.Item.Amount.Pounds),
        Costs(CostKind.Budget).Sum(),
    ];

    private static bool Rounds(decimal exact, decimal printed) =>
        Math.Round(exact / 1_000_000m, 1, MidpointRounding.AwayFromZero) * 1_000_000m == printed || Math.Round(exact / 1_000_000m, 3, MidpointRounding.AwayFromZero) * 1_000_000m == printed;

    /// <summary>The pounds that a printed amount stands for.</summary>
    public static decimal Pounds(string printed)
    {
        var number = decimal.Parse(printed.Replace("£", "", StringComparison.Ordinal).Replace(",", "", StringComparison.Ordinal).TrimEnd('m'), CultureInfo.InvariantCulture);
        return printed.EndsWith('m') ? number * 1_000_000m : number;
    }

    [GeneratedRegex(@"-?£[0-9,]+(\.[0-9]+)?m?", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Amounts();

    [GeneratedRegex(
        @"(?<part>-?£[0-9,.]+[0-9]m?) of (this year’s |the )?(?<whole>-?£[0-9,.]+[0-9]m?)|Of the (?<whole>-?£[0-9,.]+[0-9]m?) (planned for \S+|(at|rated) [^,]*), (?<part>-?£[0-9,.]+[0-9]m?) is",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Part();

    [GeneratedRegex(@"(makes|that is|That is) (?<all>-?£[0-9,.]+[0-9]m?), (?<apart>-?£[0-9,.]+[0-9]m?) (?<more>more|less) than", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Arithmetic();

    [GeneratedRegex(@", (?<a>-?£[0-9,.]+[0-9]m?), is not in this chart: with it, (?<b>-?£[0-9,.]+[0-9]m?) would be (?<sum>-?£[0-9,.]+[0-9]m?)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex WithEarlier();

    // A sentence, up to its full stop, or a clause of the headline, that makes a claim about everything or nothing.
    [GeneratedRegex(
        @"(?<=^|\. |; |, and | and )(?=((?!, and (nothing|no cost) )[^.;])*\b(No|no|None|none|Nothing|nothing|Every|every|All|all of it)\b)((?!, and (nothing|no cost) )[^.;]|\.(?=\d)|;(?= \w+ projects? (is|are) not rated))*\.?",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Absolute();
}
