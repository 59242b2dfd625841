using TransformationPortal.Annexes.Tests.Sample;
using TransformationPortal.Core.Papers;
using TransformationPortal.Core.Ledgers;
using TransformationPortal.Core.Views;

namespace TransformationPortal.Annexes.Tests.Documents;

/// <summary>Which cells of a table make up which.</summary>
public sealed class TableSumsTests
{
    public static TheoryData<DecisionBasis> Bases => Editions.Bases;

    [Theory]
    [MemberData(nameof(Bases))]
    public void PartsOf_EveryCellOfEveryTable_AddUpToIt(DecisionBasis basis)
    {
        var edition = Editions.WithOwnTables.Edition;
        foreach (var table in new QuarterTables(edition, basis).Figures)
        {
            foreach (var place in Places(table))
            {
                var parts = new TableSums(edition).PartsOf(table, place);
                if (parts.Count > 0)
                {
                    Assert.Equal(Cell(table, place).Figure!.Amount, parts.Sum(p => Cell(table, p).Figure!.Amount));
                    Assert.DoesNotContain(place, parts);
                }
            }
        }
    }

    [Fact]
    public void PartsOf_TotalOfWorkstreams_AreTheWorkstreamsAboveIt()
    {
        var table = Table("table-2");

        Assert.Equal([new(0, 0), new(1, 0), new(2, 0)], new TableSums(Editions.Published.Edition).PartsOf(table, new(3, 0)));
    }

    [Fact]
    public void PartsOf_TotalIfADecisionIsAgreed_AreTheTotalAsItStandsAndTheMove()
    {
        var table = Table("table-2");

        Assert.Equal([new(3, 5), new(4, 5)], new TableSums(Editions.Published.Edition).PartsOf(table, new(5, 5)));
    }

    [Fact]
    public void PartsOf_GroupOfActivitiesWithATargetOfItsOwn_AreNotInTheTable()
    {
        var table = Table("table-1");

        Assert.Empty(new TableSums(Editions.Published.Edition).PartsOf(table, new(2, 1)));
        Assert.Equal([new(0, 2)], new TableSums(Editions.Published.Edition).PartsOf(table, new(2, 2)));
    }

    [Fact]
    public void PartsOf_GrandTotalOverGroups_CountsEveryGroupOnce()
    {
        var table = Table("table-1");

        Assert.Equal([new(2, 1), new(3, 1), new(4, 1), new(5, 1)], new TableSums(Editions.Published.Edition).PartsOf(table, new(6, 1)));
    }

    [Fact]
    public void PartsOf_TotalOfAreasOfCost_AreTheAreasAndNotTheirLines()
    {
        var table = Table("implementation-costs");

        Assert.Equal([new(0, 0), new(3, 0), new(6, 0)], new TableSums(Editions.Published.Edition).PartsOf(table, new(11, 0)));
        Assert.Equal([new(1, 0), new(2, 0)], new TableSums(Editions.Published.Edition).PartsOf(table, new(0, 0)));
    }

    [Fact]
    public void PartsOf_SpentOrCommitted_AreTheTwoBesideIt()
    {
        var table = Table("planned-against-actual");

        Assert.Equal([new(1, 1), new(1, 2)], new TableSums(Editions.Published.Edition).PartsOf(table, new(1, 3)));
    }

    private static FigureTable Table(string key) => new QuarterTables(Editions.Published.Edition, DecisionBasis.AsItStands).Figures.Single(t => t.Key == key);

    private static FigureCell Cell(FigureTable table, CellPlace place) => table.Rows[place.Row].Cells[place.Column];

    private static IEnumerable<CellPlace> Places(FigureTable table) =>
        from row in Enumerable.Range(0, table.Rows.Count) from column in Enumerable.Range(0, table.Columns.Count) select new CellPlace(row, column);
}
