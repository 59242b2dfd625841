using TransformationPortal.Core.Programmes;
using TransformationPortal.Core.Views;

namespace TransformationPortal.Core.Tests.Views;

/// <summary>What a quarter calls a directorate that an address names as another quarter does.</summary>
public sealed class NamesThenAndNowTests
{
    private static readonly Reorganisation[] Known =
    [
        new(Grouping.Directorate, ReorganisationKind.Renamed, new(2019, 9, 1), "Adults", "Adult care", [], []),
        new(Grouping.Directorate, ReorganisationKind.Merged, new(2019, 10, 1), "Schools", "Children", [], []),
        new(Grouping.Directorate, ReorganisationKind.Split, new(2019, 10, 1), "Place", "Waste", [], []),
        new(Grouping.Directorate, ReorganisationKind.Renamed, new(2020, 4, 1), "Adult care", "Care and health", [], []),
    ];

    [Theory]
    [InlineData("Adults", "Care and health", "Care and health", "“Adults” became “Care and health” on 1 April 2020. This is what stands under “Care and health”.")]
    [InlineData("adults", "Adult care", "Adult care", "“adults” became “Adult care” on 1 September 2019. This is what stands under “Adult care”.")]
    [InlineData("Schools", "Children", "Children", "“Schools” went into “Children” on 1 October 2019. This is what stands under “Children”.")]
    [InlineData("Care and health", "Adults", "Adults", "“Care and health” was called “Adults” until 31 August 2019. This is what stood under “Adults”.")]
    [InlineData("Waste", "Place", "Place", "“Waste” was a part of “Place” until 30 September 2019. This is what stood under “Place”.")]
    public void Name_OfAnotherQuarter_IsFound(string value, string existing, string name, string sentence) =>
        Assert.Equal((name, sentence), NamesThenAndNow.Find(Known, Grouping.Directorate, value, [existing, "Finance"]));

    [Theory]
    [InlineData(Grouping.Directorate, "Roads")]
    [InlineData(Grouping.Board, "Adults")]
    public void Name_ThatNoQuarterHad_IsNotFound(Grouping grouping, string value) =>
        Assert.Null(NamesThenAndNow.Find(Known, grouping, value, ["Care and health", "Children"]));
}
