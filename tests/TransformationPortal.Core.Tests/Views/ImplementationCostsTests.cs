using TransformationPortal.Core.Ledgers;
using TransformationPortal.Core.Programmes;
using TransformationPortal.Core.Tests.Building;
using TransformationPortal.Core.Views;

namespace TransformationPortal.Core.Tests.Views;

public sealed class ImplementationCostsTests
{
    private static ImplementationCosts Small => new(ProgrammeStates.Small().Compose(), DecisionBasis.AsItStands);

    [Fact]
    public void Budget_OfALineWithNothingInAYear_IsADashWhileAnAreaHasZero()
    {
        var table = Small.Budget();

        Assert.Equal(
            TableText.Expected("""
                Area               | 18/19 | 19/20 | 20/21 | 21/22 | Total
                1. Technology =    | 0.9   | 2.3   | 0.0   | 0.0   | 3.2
                  1.1 Platform     | 0.2   | 2.3   | -     | -     | 2.5
                  1.2 Support      | 0.7   | -     | -     | -     | 0.7
                2. People =        | 0.0   | 0.1   | 0.0   | 0.0   | 0.1
                  2.1 Training     | -     | 0.1   | 0.0   | -     | 0.1
                Total ==           | 0.9   | 2.4   | 0.0   | 0.0   | 3.3
                """),
            table.Grid());
        Assert.Equal(["Redundancy costs are outside this budget; £1.3m is provided for them."], table.Notes);
        Assert.Equal("£ million.", table.Format.Units());
    }

    [Fact]
    public void PlannedAgainstActual_ByYear_ShowsWhatIsKnownByTheQuartersEnd()
    {
        var table = Small.PlannedAgainstActual();

        Assert.Equal(
            TableText.Expected("""
                Year     | Planned | Spent | Committed | Spent or committed
                2018/19  | 0.900   | 0.150 |           | 0.150
                2019/20  | 2.350   | 0.070 | 0.330     | 0.400
                2020/21  | 0.000   |       |           |
                2021/22  |         |       |           |
                Total == | 3.250   | 0.220 | 0.330     | 0.550
                """),
            table.Grid());
        Assert.Equal(["planned", "spent", "committed", null], table.Columns.Select(c => c.Series));
        Assert.Equal(["Spent is what the accounts hold to 30 June 2019. Committed is ordered but not yet spent at that day."], table.Notes);
    }

    [Fact]
    public void PlannedAgainstActual_ByLine_HasTheSameTotals() => Assert.Equal(
        TableText.Expected("""
            Line         | Planned | Spent | Committed | Spent or committed
            1.1 Platform | 2.450   | 0.200 | 0.300     | 0.500
            1.2 Support  | 0.700   |       |           |
            2.1 Training | 0.100   | 0.020 | 0.030     | 0.050
            Total ==     | 3.250   | 0.220 | 0.330     | 0.550
            """),
        Small.PlannedAgainstActualByLine().Grid());

    [Fact]
    public void Years_BeforeTheProgrammeInWhichSomethingWasSpent_AreListed()
    {
        var edition = new ProgrammeBuilder().Years("2019/20", "2019/20").CostArea("1", "A").CostLine("1.1", "B").Spent("2019-03", 40_000).Budget("2019/20", 90_000).Edition();

        Assert.Equal(
            TableText.Expected("""
                Year     | Planned | Spent | Committed | Spent or committed
                2018/19  |         | 0.040 |           | 0.040
                2019/20  | 0.090   |       |           |
                Total == | 0.090   | 0.040 |           | 0.040
                """),
            new ImplementationCosts(edition, default).PlannedAgainstActual().Grid());
    }

    [Fact]
    public void FundingOf_AStatus_IsItsSumAndZeroWhereThereIsNone()
    {
        Assert.Equal(new Money(2_000_000), Small.FundingOf(FundingStatus.Confirmed));
        Assert.Equal(new Money(1_250_000), Small.FundingOf(FundingStatus.ToBeIdentified));
        Assert.Equal(Money.Zero, new ImplementationCosts(ProgrammeStates.Empty().Compose(), default).FundingOf(FundingStatus.Confirmed));
    }
}
