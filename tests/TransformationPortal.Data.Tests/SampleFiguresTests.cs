using TransformationPortal.Core.Ledgers;
using TransformationPortal.Core.Views;
using TransformationPortal.Data.Setup;
using TransformationPortal.Data.Tests.Support;
using TransformationPortal.Tests.Shared;
using static TransformationPortal.Data.Tests.Support.PrintedTables;

namespace TransformationPortal.Data.Tests;

/// <summary>The figures that the committee papers printed come out of the sample after it went through the database and back.</summary>
public sealed class SampleFiguresTests(SampleDatabases samples) : IClassFixture<SampleDatabases>
{
    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Table1_OfTheSample_PrintsThePublishedFigures(DatabaseProvider provider)
    {
        var table = new FinancialPosition((await samples.EditionAsync(provider)).Content, DecisionBasis.AsItStands).CoreProgramme();

        Assert.Equal(
            "Total target | 19/20 Original | 19/20 High | 19/20 Medium | 20/21 Original | 20/21 High | 20/21 Medium | 21/22 Original | 21/22 High | 21/22 Medium",
            Headings(table));
        Assert.Equal(PublishedTables.Text("table-1"), Print(table));
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Table2_AsItStands_PrintsThePublishedFigures(DatabaseProvider provider)
    {
        var table = new FinancialPosition((await samples.EditionAsync(provider)).Content, DecisionBasis.AsItStands).CurrentYearByWorkstream();

        Assert.Equal("Original | Delivered | High | Medium | Low | Revised", Headings(table));
        Assert.Equal(PublishedTables.Text("table-2"), Print(table));
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Table2_IfAgreed_PrintsTheFiguresWithTheDecisionTaken(DatabaseProvider provider)
    {
        var table = new FinancialPosition((await samples.EditionAsync(provider)).Content, DecisionBasis.IfAgreed).CurrentYearByWorkstream();

        Assert.Equal(PublishedTables.Text("table-2-if-agreed"), Print(table));
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Table3_OfTheSample_PrintsThePublishedFigures(DatabaseProvider provider)
    {
        var table = new FinancialPosition((await samples.EditionAsync(provider)).Content, DecisionBasis.AsItStands).LaterYearsByWorkstream();

        Assert.Equal(
            "20/21 Original | 20/21 High | 20/21 Medium | 20/21 Low | 21/22 Original | 21/22 High | 21/22 Medium | 21/22 Low | 22/23 Original | 22/23 High | 22/23 Medium | 22/23 Low",
            Headings(table));
        Assert.Equal(PublishedTables.Text("table-3"), Print(table));
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task ImplementationCosts_OfTheSample_PrintTheBusinessCase(DatabaseProvider provider)
    {
        var table = new ImplementationCosts((await samples.EditionAsync(provider)).Content, DecisionBasis.AsItStands).Budget();

        Assert.Equal("18/19 | 19/20 | 20/21 | 21/22 | 22/23 | Total", Headings(table));
        Assert.Equal(PublishedTables.Text("implementation-costs"), Print(table));
    }
}
