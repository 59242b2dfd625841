using TransformationPortal.Core.Ledgers;
using TransformationPortal.Core.Views;
using TransformationPortal.Data.Setup;
using TransformationPortal.Data.Tests.Support;
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
        Assert.Equal(
            """
            Finance, Strategic Capability & Provision Cycle |  |  | -1.000 |  |  | -1.831 |  |  | -2.582 | 
            Service redesign still to be scoped out |  |  |  |  |  |  | -4.169 |  |  | -5.918
            Total Service redesign | -15.500 | -1.000 | -1.000 | 0.000 | -6.000 | -1.831 | -4.169 | -8.500 | -2.582 | -5.918
            Reducing Third Party Spend | -2.000 | 0.000 |  |  | -1.000 |  | -1.000 | -1.000 |  | -1.000
            Increasing Income | -0.500 | 0.000 |  |  | -0.500 |  | -0.500 | 0.000 |  | 
            Other Efficiencies – proposal to be agreed by CEDR | -0.500 | -0.500 |  | -0.500 | 0.000 |  |  | 0.000 |  | 
            Total core transformation programme | -18.500 | -1.500 | -1.000 | -0.500 | -7.500 | -1.831 | -5.669 | -9.500 | -2.582 | -6.918
            """,
            Print(table));
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Table2_AsItStands_PrintsThePublishedFigures(DatabaseProvider provider)
    {
        var table = new FinancialPosition((await samples.EditionAsync(provider)).Content, DecisionBasis.AsItStands).CurrentYearByWorkstream();

        Assert.Equal("Original | Delivered | High | Medium | Low | Revised", Headings(table));
        Assert.Equal(
            """
            Service Redesign | -2.282 | 0.000 | -0.777 | -0.775 | -0.755 | -2.307
            Reducing Third Party Spend | -10.027 | -2.308 | -2.998 | -3.026 | -1.695 | -10.027
            Increasing Income & other | -2.415 | 0.000 | -2.115 | -0.550 | -0.050 | -2.715
            Total Transformation | -14.724 | -2.308 | -5.890 | -4.351 | -2.500 | -15.049
            CEF – 19/20 reprofile (subject to Cabinet decision) | 0.755 |  |  |  | 0.755 | 0.755
            Total Transformation (Revised) | -13.969 | -2.308 | -5.890 | -4.351 | -1.745 | -14.294
            """,
            Print(table));
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Table2_IfAgreed_PrintsTheFiguresWithTheDecisionTaken(DatabaseProvider provider)
    {
        var table = new FinancialPosition((await samples.EditionAsync(provider)).Content, DecisionBasis.IfAgreed).CurrentYearByWorkstream();

        Assert.Equal(
            """
            Service Redesign | -1.527 | 0.000 | -0.777 | -0.775 | 0.000 | -1.552
            Reducing Third Party Spend | -10.027 | -2.308 | -2.998 | -3.026 | -1.695 | -10.027
            Increasing Income & other | -2.415 | 0.000 | -2.115 | -0.550 | -0.050 | -2.715
            Total Transformation | -13.969 | -2.308 | -5.890 | -4.351 | -1.745 | -14.294
            """,
            Print(table));
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Table3_OfTheSample_PrintsThePublishedFigures(DatabaseProvider provider)
    {
        var table = new FinancialPosition((await samples.EditionAsync(provider)).Content, DecisionBasis.AsItStands).LaterYearsByWorkstream();

        Assert.Equal(
            "20/21 Original | 20/21 High | 20/21 Medium | 20/21 Low | 21/22 Original | 21/22 High | 21/22 Medium | 21/22 Low | 22/23 Original | 22/23 High | 22/23 Medium | 22/23 Low",
            Headings(table));
        Assert.Equal(
            """
            Service Redesign | -7.300 | -2.300 | -4.531 | -0.469 | -9.750 | -3.350 | -6.400 | 0.000 | -0.500 | 0.000 | -0.500 | 0.000
            Reducing Third Party Spend | -6.883 | -2.940 | -2.470 | -1.473 | -2.925 | -0.950 | -1.400 | -0.575 | -1.180 | -0.930 | 0.000 | -0.250
            Increasing Income & other | -1.110 | -0.610 | -0.500 | 0.000 | -0.330 | -0.330 | 0.000 | 0.000 | -0.115 | -0.115 | 0.000 | 0.000
            Total Transformation | -15.293 | -5.850 | -7.501 | -1.942 | -13.005 | -4.630 | -7.800 | -0.575 | -1.795 | -1.045 | -0.500 | -0.250
            """,
            Print(table));
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task ImplementationCosts_OfTheSample_PrintTheBusinessCase(DatabaseProvider provider)
    {
        var table = new ImplementationCosts((await samples.EditionAsync(provider)).Content, DecisionBasis.AsItStands).Budget();

        Assert.Equal("18/19 | 19/20 | 20/21 | 21/22 | 22/23 | Total", Headings(table));
        Assert.Equal(
            """
            1. Technology implementation | 0.9 | 3.5 | 1.2 | 1.0 | 0.3 | 6.9
            1.1 Technology platform components | 0.2 | 2.2 | 1.2 | 1.0 | 0.3 | 4.9
            1.2 Technology support | 0.7 | 1.3 | - | - | - | 2.0
            2. People | 0.0 | 0.3 | 1.2 | 1.1 | 0.4 | 3.0
            2.1 Training | - | 0.1 | 0.6 | 0.3 | - | 1.0
            2.2 Backfill | - | 0.2 | 0.6 | 0.8 | 0.4 | 2.0
            3. Commissioned support | 3.0 | 5.0 | 0.0 | 0.0 | 0.0 | 8.0
            3.1 Strategic advice & programme management | 1.0 | 1.6 | - | - | - | 2.6
            3.2 Ongoing support to PMO | 0.5 | 0.8 | - | - | - | 1.3
            3.3 Service construct & implement | 1.2 | 2.0 | - | - | - | 3.2
            3.4 Organisation Design | 0.3 | 0.6 | - | - | - | 0.9
            Total | 3.9 | 8.8 | 2.4 | 2.1 | 0.7 | 17.9
            """,
            Print(table));
    }
}
