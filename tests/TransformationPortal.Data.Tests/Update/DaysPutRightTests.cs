using TransformationPortal.Core.Editions;
using TransformationPortal.Core.Periods;
using TransformationPortal.Core.Ratings;
using TransformationPortal.Data.Editions;
using TransformationPortal.Data.History;
using TransformationPortal.Registers;
using TransformationPortal.Registers.Definitions;
using TransformationPortal.Registers.Update;
using TransformationPortal.Data.Setup;
using TransformationPortal.Data.Tests.Support;

namespace TransformationPortal.Data.Tests.Update;

/// <summary>A change that was given a wrong day is given the right one, by saving the row as it is.</summary>
public sealed class DaysPutRightTests
{
    private static readonly DateOnly QuarterEnd = new(2019, 6, 30);

    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Save_OfTheSameFromAnEarlierDayAndALaterOne_MovesTheLastChange(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.WithSampleAsync(provider);
        var today = CouncilTime.DayOf(database.Clock.Now.UtcDateTime);
        Assert.Equal((false, false), Kind(await SaveAsync(database, "High", HoldsFrom.On(today))));
        Assert.Equal(RiskLevel.Medium, await RatingAsync(database));

        database.Clock.Now = database.Clock.Now.AddMinutes(1);
        Assert.Equal((false, true), Kind(await SaveAsync(database, "High", HoldsFrom.On(QuarterEnd))));
        Assert.Equal(RiskLevel.High, await RatingAsync(database));
        Assert.Equal((true, false), Kind(await SaveAsync(database, "High", HoldsFrom.On(QuarterEnd))));

        database.Clock.Now = database.Clock.Now.AddMinutes(1);
        Assert.Equal((false, true), Kind(await SaveAsync(database, "High", HoldsFrom.On(new(2019, 7, 1)))));
        Assert.Equal(RiskLevel.Medium, await RatingAsync(database));
        Assert.Equal(RiskLevel.High, await RatingAsync(database, "2019/20 Q2"));

        database.Clock.Now = database.Clock.Now.AddMinutes(1);
        Assert.Equal((false, true), Kind(await SaveAsync(database, "High", HoldsFrom.On(QuarterEnd))));
        Assert.Equal(RiskLevel.High, await RatingAsync(database));
        var history = await database.RunAsync<RegisterDesk, IReadOnlyList<Entities.RegisterHistoryEntity>>(d => d.HistoryAsync(Risks, "R2", 50, default));
        Assert.All(history.SkipLast(1), h => Assert.Equal("The register’s page: another day", h.With));
    }

    [Fact]
    public async Task Save_OfTheSameFromBeforeAnotherChange_IsRefusedAndStoresNothing()
    {
        await using var database = await TestDatabase.WithSampleAsync();
        var today = CouncilTime.DayOf(database.Clock.Now.UtcDateTime);
        await SaveAsync(database, "Low", HoldsFrom.On(new(2019, 6, 10)));
        database.Clock.Now = database.Clock.Now.AddMinutes(1);
        await SaveAsync(database, "High", HoldsFrom.On(today));
        var counts = await database.CountsAsync();

        var refused = Assert.IsType<RowOutcome.Refused>(await SaveAsync(database, "High", HoldsFrom.On(new(2019, 6, 1))));

        Assert.Equal("The residual rating says something else from 10 June 2019. Give a day after it.", Assert.Single(refused.Problems).Expected);
        Assert.Equal(counts, await database.CountsAsync());
    }

    [Fact]
    public async Task Save_OfTheSameWhereNoDayIsChosen_ChangesNothing()
    {
        await using var database = await TestDatabase.WithSampleAsync();
        var counts = await database.CountsAsync();

        Assert.Equal((true, false), Kind(await SaveAsync(database, "Medium", HoldsFrom.On(QuarterEnd))));
        Assert.Equal((true, false), Kind(await SaveAsync(database, "Medium", null)));
        Assert.Equal(counts, await database.CountsAsync());
    }

    private static RegisterDefinition Risks => AllRegisters.FindKept("risks")!;

    private static (bool IsNothing, bool IsDayPutRight) Kind(RowOutcome outcome)
    {
        var done = Assert.IsType<RowOutcome.Done>(outcome);
        return (done.IsNothing, done.IsDayPutRight);
    }

    private static async Task<RowOutcome> SaveAsync(TestDatabase database, string rating, HoldsFrom? from)
    {
        var row = (await database.RunAsync<RegisterDesk, RegisterView>(d => d.OpenAsync(Risks, default))).Rows.Single(r => r.Cells[0] == "R2");
        var at = Risks.Columns.ToList().FindIndex(c => c.Name == "residual_rating");
        TypedRow typed = new([.. row.Cells.Select((cell, i) => i == at ? rating : cell)]) { Seen = row.Seen, IsDayChosen = from is not null };
        return await database.RunAsync<RegisterDesk, RowOutcome>(d => d.SaveAsync(Risks, row.Id, typed, UpdateDesk.Pmo, default, from));
    }

    private static async Task<RiskLevel> RatingAsync(TestDatabase database, string quarter = "2019/20 Q1") =>
        (await database.RunAsync<EditionStore, Edition>(s => s.DraftAsync(Quarter.Parse(quarter), default))).Risks.Single(r => r.Ref == "R2").ResidualRating;
}
