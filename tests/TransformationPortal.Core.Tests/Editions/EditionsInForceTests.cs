using TransformationPortal.Core.Editions;
using TransformationPortal.Core.Periods;
using TransformationPortal.Core.Tests.Building;

namespace TransformationPortal.Core.Tests.Editions;

public sealed class EditionsInForceTests
{
    // The first quarter was corrected after the second had been published.
    private static readonly IReadOnlyList<EditionEntry> Editions =
    [
        Entry("2019/20 Q2", 1, new(2019, 10, 9, 8, 0, 0, DateTimeKind.Utc)),
        Entry("2019/20 Q1", 3, new(2019, 11, 1, 8, 0, 0, DateTimeKind.Utc)),
        Entry("2019/20 Q1", 2, new(2019, 8, 1, 8, 0, 0, DateTimeKind.Utc)),
        Entry("2019/20 Q1", 1, new(2019, 7, 12, 23, 30, 0, DateTimeKind.Utc)),
    ];

    [Theory]
    [InlineData("2019-07-12", null)] // published at half past midnight by the council's clocks
    [InlineData("2019-07-13", "2019/20 Q1 1")]
    [InlineData("2019-07-31", "2019/20 Q1 1")]
    [InlineData("2019-08-01", "2019/20 Q1 2")]
    [InlineData("2019-10-08", "2019/20 Q1 2")]
    [InlineData("2019-10-09", "2019/20 Q2 1")]
    [InlineData("2020-01-01", "2019/20 Q2 1")]
    public void InForceOn_ADay_IsTheLatestQuarterPublishedByThen(string day, string? expected) =>
        Assert.Equal(expected, Editions.InForceOn(ProgrammeBuilder.Day(day)) is { } found ? FormattableString.Invariant($"{found.Quarter} {found.Number}") : null);

    [Fact]
    public void FirstDay_OfNoEditions_IsNone()
    {
        Assert.Null(((IReadOnlyList<EditionEntry>)[]).FirstDay());
        Assert.Equal(ProgrammeBuilder.Day("2019-07-13"), Editions.FirstDay());
    }

    private static EditionEntry Entry(string quarter, int number, DateTime published) =>
        new(Quarter.Parse(quarter), number, Quarter.Parse(quarter).LastDay, null, "", published, "PMO");
}
