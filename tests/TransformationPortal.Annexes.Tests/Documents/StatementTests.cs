using TransformationPortal.Annexes.Tests.Sample;
using TransformationPortal.Core;
using TransformationPortal.Core.Papers;
using TransformationPortal.Core.Editions;
using TransformationPortal.Core.Ledgers;
using TransformationPortal.Core.Periods;
using TransformationPortal.Core.Programmes;
using TransformationPortal.Core.Savings;
using TransformationPortal.Core.Views;

namespace TransformationPortal.Annexes.Tests.Documents;

/// <summary>The sentences of the financial annex.</summary>
public sealed class StatementTests
{
    public static TheoryData<DecisionBasis> Bases => Editions.Bases;

    [Fact]
    public void Annex2_SampleAsItStands_MakesThePublishedStatements()
    {
        Assert.Equal(
            [
                "This annex sets out the financial position of the Oxfordshire Transformation Programme as at 30 June 2019, the end of 2019/20 Q1 (April to June 2019).",
                "The savings target of the programme, 2018/19 to 2022/23, is £49.7m a year by its end. It is made up of Previously agreed 2018/19 (£4.9m), Medium Term Financial Plan (£26.3m) and Core transformation programme (£18.5m).",
                "Savings of £4.9m were agreed for 2018/19. £4.6m of it was delivered, and £0.3m now falls in 2019/20.",
                "The business case set out to save between £34.0m and £58.0m a year.",
                "£18.5m of the target is the core transformation programme. Table 1 sets it out by activity and year.",
                "Service redesign has a target of £15.5m. What is projected, by activity: Finance, Strategic Capability & Provision Cycle (£5.4m, against £4.6m first targeted) and Service redesign still to be scoped out (£10.1m).",
                "The other activities of the core transformation programme have targets of £3.0m together: Reducing Third Party Spend (£2.0m), Increasing Income (£0.5m) and Other Efficiencies – proposal to be agreed by CEDR (£0.5m).",
                "The savings target of 2019/20 was first set at £14.724m and now stands at £15.049m. Table 2 sets it out by workstream.",
                "£2.308m is delivered, which is 15% of the target.",
                "Of what is still to come, £5.890m is at high confidence, £4.351m is at medium confidence and £2.500m is at low confidence.",
                "Over the next three years, 2020/21 to 2022/23, £30.1m is expected. £18.6m of it (62%) is at medium or low confidence. Table 3 sets it out by workstream.",
                "Of the £18.6m at medium or low confidence, £12.6m is in the core transformation programme. Outside it, Children, Education and Families has the most: £4.3m.",
                "The amount of a year is the new annual saving that begins in it, so the years can be added. All years together are expected to save £49.742m a year by the end of 2022/23, against a target of £49.717m.",
                "From 2019/20 on £25.419m is at medium or low confidence, in 18 projects of five directorates. £20.152m is at medium confidence and £5.267m at low confidence.",
                "The table sets out each project's part and its accountable officer. No project has a path to green on record.",
                "Cabinet has yet to decide, by 16 July 2019, on: Re-profile of the Children, Education and Families saving for 2019/20. Cabinet is asked to move £755,000 of children's service redesign savings out of 2019/20. Until it decides, the saving stays in the year at low confidence. If it is agreed, £0.755m leaves 2019/20 and is in no later year: £0.755m not yet re-homed.",
                "If the decision is agreed, the target of 2019/20 changes from £15.049m to £14.294m. The share of it that is delivered changes from 15% to 16%.",
                "Every figure here is as it stands, without the decision.",
                "£17.9m is planned for making the changes, over 2018/19 to 2022/23: Technology implementation (£6.9m), People (£3.0m) and Commissioned support (£8.0m).",
                "£1.8m was spent by 30 June 2019, which is 10% of what is planned. With what is ordered but not yet spent, £3.3m is spent or committed.",
                "Of the £8.8m planned for 2019/20, £0.6m is spent so far.",
                "Funding of £14.0m is confirmed: Corporate reserves (£9.0m) and Capital Programme (£5.0m). £4.0m is still to be identified. Together that is £18.0m, £0.1m more than is planned.",
                "Redundancy costs are outside this budget; £3.0m is provided for them.",
                "Each of the 43 projects that report each month is rated for June 2019.",
                "Projects report to Enabling the Council (27 projects), Serving Residents (15 projects) and Working with Communities (seven projects). The table shows where each body takes what it cannot settle.",
                "Three projects are rated red, which asks for a decision or help. Decisions are awaited from Cabinet (one decision).",
            ],
            Statements(Editions.Published, DecisionBasis.AsItStands).Select(t => t.Plain.Replace('\u00A0', ' ')));
    }

    [Fact]
    public void Annex2_SampleIfAgreed_MovesWithTheDecision()
    {
        var statements = Statements(Editions.Published, DecisionBasis.IfAgreed).Select(t => t.Plain.Replace('\u00A0', ' ')).ToList();

        Assert.Contains("£2.308m is delivered, which is 16% of the target.", statements);
        Assert.Contains("Every figure here takes the decision as agreed.", statements);
        Assert.Contains(statements, s => s.StartsWith("The savings target of 2019/20 was first set at £14.724m and now stands at £14.294m.", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Bases))]
    public void Annex2_EveryFigureInASentence_IsTheSumOfItsSlice(DecisionBasis basis)
    {
        var edition = Editions.Published.Edition;
        var figures = Statements(Editions.Published, basis).SelectMany(t => t.Runs).Where(r => r.FigureAddress is not null).ToList();

        Assert.True(figures.Count > 40, "The sentences should be full of figures.");
        Assert.All(figures, f => Assert.Contains(f.Text, Printed(edition, f.FigureAddress!, basis)));
    }

    // What the page at a figure's address shows, in every way that a sentence may print it.
    private static string[] Printed(Edition edition, string address, DecisionBasis basis)
    {
        var (path, query) = address.Split('?', 2) is [var page, var terms] ? (page, terms.Split('&')) : (address, []);
        List<KeyValuePair<string, string>> pairs = [.. query.Select(t => t.Split('=', 2)).Select(t => KeyValuePair.Create(t[0], Uri.UnescapeDataString(t[1])))];
        var on = pairs.Find(p => p.Key == SliceQuery.BasisName).Value switch { SliceQuery.Agreed => DecisionBasis.IfAgreed, null => basis, _ => DecisionBasis.AsItStands };
        switch (path)
        {
            case "savings":
                var slice = edition.ReadSavings(pairs, on).Slice!;
                var whole = edition.Savings.Sum(slice.Without(SavingsDimension.Confidence));
                return [.. Texts(edition.Savings.Sum(slice)), MoneyFormat.Percent(edition.Savings.Sum(slice)!.Value.ShareOf(whole!.Value))];
            case "costs/entries":
                return Texts(edition.Costs.Sum(edition.ReadCosts(pairs, on).Slice!));
            case "costs#funding":
                return [.. edition.Funding.SelectMany(f => Texts(f.Amount)), .. Texts(new Money(14_000_000)), .. Texts(new Money(18_000_000))];
            default:
                var figure = new KeyFigures(edition, on).Find(path.Split('/')[1])!.Figure;
                return [figure.Text, figure.ExactText];
        }

        static string[] Texts(Money? amount) => [MoneyFormat.Format(amount, MoneyStyle.Millions), MoneyFormat.ExactMillions(amount!.Value)];
    }

    [Fact]
    public void Annex2_NothingRecorded_SaysSo()
    {
        Assert.Equal(
            [
                "This annex sets out the financial position of the Oxfordshire Transformation Programme as at 30 June 2019, the end of 2019/20 Q1 (April to June 2019).",
                "No savings target is recorded.",
                "No savings target is recorded for 2019/20.",
                "Nothing is recorded as delivered in 2019/20 yet.",
                "No savings are recorded for 2020/21 to 2022/23.",
                "The amount of a year is the new annual saving that begins in it, so the years can be added.",
                "From 2019/20 on no saving is at medium or low confidence.",
                "No decision is pending: no figure waits for one.",
                "No budget for implementation is recorded.",
                "Nothing is recorded as spent by 30 June 2019.",
                "No funding is recorded.",
                "No decision is waiting to be taken.",
            ],
            Statements(Editions.Empty, DecisionBasis.AsItStands).Select(t => t.Plain));
    }

    [Fact]
    public void Annex2_NoCoreSource_LeavesTheCoreProgrammeOut()
    {
        var stamp = Editions.With(s => s with { Sources = [.. s.Sources.Select(x => x with { IsCore = false })] });

        var text = string.Join('\n', Statements(stamp, DecisionBasis.AsItStands).Select(t => t.Plain));

        Assert.DoesNotContain("core programme", text, StringComparison.Ordinal);
        Assert.Contains("Of the £18.6m at medium or low confidence, Corporate has the most: £12.6m.", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Annex2_DecisionTaken_NoLongerWaitsForIt()
    {
        var statements = Statements(Editions.Decided(DecisionOutcome.Agreed), DecisionBasis.AsItStands).Select(t => t.Plain).ToList();

        Assert.Contains("No decision is pending: no figure waits for one.", statements);
        Assert.Contains("£2.308m is delivered, which is 16% of the target.", statements);
    }

    [Fact]
    public void Annex2_TwoPendingDecisions_SaysWhatEachChangesAndWhatBothDo()
    {
        var stamp = Editions.With(s => s with
        {
            Decisions = [.. s.Decisions, new("D-02", "A second move", "Council", null, DecisionOutcome.Pending, null), new("D-03", "A name", "Council", null, DecisionOutcome.Pending, null)],
            Reprofiles = [.. s.Reprofiles, new("D-02", "S-020", "Placements", new(100_000), new(2019), new(2020), Confidence.Low, null)],
        });

        var statements = Statements(stamp, DecisionBasis.AsItStands).Select(t => t.Plain).ToList();
        var effects = QuarterTables.Effects(stamp.Edition).Rows.Select(r => string.Join(" | ", r.Take(4).Select(c => c!.Text))).ToList();

        Assert.Contains("Council has yet to decide on: A second move. If it is agreed, £0.100m moves from 2019/20 to 2020/21.", statements);
        Assert.Contains("Council has yet to decide on: A name. No figure depends on it.", statements);
        Assert.Contains("If both decisions are agreed, the target of 2019/20 changes from £15.049m to £14.194m. The share of it that is delivered changes from 15% to 16%.", statements);
        Assert.Contains("Every figure here is as it stands, without the decisions.", statements);
        Assert.Contains("D-01 | 19/20 savings target | £15.0m | £14.3m", effects);
        Assert.Contains("D-02 | 19/20 savings target | £15.0m | £14.9m", effects);
        Assert.Contains("All together | 19/20 savings target | £15.0m | £14.2m", effects);
    }

    [Fact]
    public void Annex2_LastYearOfTheProgramme_HasNoLaterYears()
    {
        var stamp = Editions.With(s => s with { Stories = [] }, new Quarter(new FinancialYear(2022), 4));

        var statements = Statements(stamp, DecisionBasis.AsItStands).Select(t => t.Plain).ToList();

        Assert.Contains("2022/23 is the last year of the programme.", statements);
    }

    [Fact]
    public void Annex2_ActivityProjectedOtherThanTargeted_GivesBoth()
    {
        var stamp = Editions.With(s => s with { Positions = [.. s.Positions.Select(p => p.Line == "S-006" ? p with { Amount = new Money(p.Amount.Pounds / 2) } : p)] });

        Assert.Contains(Statements(stamp, DecisionBasis.AsItStands), t => t.Plain.Contains("Service redesign still to be scoped out (£5.0m, against £10.1m first targeted)", StringComparison.Ordinal));
    }

    private static IEnumerable<AnnexText> Statements(EditionStamp stamp, DecisionBasis basis) =>
        Annex2.Compose(stamp.Edition, basis).Blocks.OfType<AnnexBlock.Numbered>().Select(b => b.Text);
}
