using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using TransformationPortal.Core.Editions;
using TransformationPortal.Core.Periods;
using TransformationPortal.Data.Editions;
using TransformationPortal.Data.Entities;
using TransformationPortal.Data.Reading;
using TransformationPortal.Data.Setup;
using TransformationPortal.Data.Tests.Support;
using TransformationPortal.Registers.History;
using TransformationPortal.Registers.Sample;

namespace TransformationPortal.Data.Tests;

public sealed class EditionStoreTests
{
    private static readonly Quarter Q1 = Quarter.Parse("2019/20 Q1");
    private static readonly Quarter Q2 = Quarter.Parse("2019/20 Q2");
    private static readonly CancellationToken None = CancellationToken.None;

    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Find_APublishedEdition_GivesWhatWasPublishedAndByWhomAndWhen(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.WithSampleAsync(provider);

        var found = (await FindAsync(database, Q1, null))!;

        Assert.Equal((Q1, 1, new DateOnly(2019, 6, 30)), (found.Content.Quarter, found.Content.Number, found.Content.AsAt));
        Assert.Equal(SampleProgramme.Publisher, found.PublishedBy);
        Assert.Equal(database.Clock.Now.UtcDateTime, found.PublishedAt);
        Assert.Equal(DateTimeKind.Utc, found.PublishedAt.Kind);
        Assert.Equal(EditionJson.Seal(EditionJson.Write(found.Content)), found.Seal);
        Assert.False(found.IsSuperseded);
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Find_WhatWasNeverPublished_GivesNothing(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.WithSampleAsync(provider);

        Assert.Null(await FindAsync(database, Q2, null));
        Assert.Null(await FindAsync(database, Q1, 2));
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Publish_AQuarterAgainWithANotice_GivesEdition2AndLeavesEdition1AsItWas(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.WithSampleAsync(provider);
        var first = (await FindAsync(database, Q1, 1))!;
        database.Clock.Now = database.Clock.Now.AddDays(3);

        var entry = await PublishAsync(database, Q1, "  One rating was entered for the wrong project.  ");

        Assert.Equal((2, "One rating was entered for the wrong project.", "PMO"), (entry.Number, entry.Notice, entry.PublishedBy));
        var latest = (await FindAsync(database, Q1, null))!;
        Assert.Equal((2, entry.Seal, database.Clock.Now.UtcDateTime), (latest.Content.Number, latest.Seal, latest.PublishedAt));
        var earlier = (await FindAsync(database, Q1, 1))!;
        Assert.Equal(first.Seal, earlier.Seal);
        Assert.True(earlier.IsSuperseded);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("   ")]
    public async Task Publish_AQuarterAgainWithoutANotice_IsRefused(string? notice)
    {
        await using var database = await TestDatabase.WithSampleAsync();

        var refusal = await Assert.ThrowsAsync<EditionRefusedException>(() => PublishAsync(database, Q1, notice));

        Assert.Equal("2019/20 Q1 is published already, as edition 1. A correction needs a notice that says what changed and why.", refusal.Message);
        Assert.Equal(1, (await database.CountsAsync())["StoredEditions"]);
    }

    [Fact]
    public async Task Publish_WithANoticeLongerThanItsColumn_IsRefused()
    {
        await using var database = await TestDatabase.WithSampleAsync();

        var refusal = await Assert.ThrowsAsync<EditionRefusedException>(() => PublishAsync(database, Q1, new string('x', 2001)));

        Assert.Equal("The notice is 2001 characters long; it may have at most 2000.", refusal.Message);
    }

    [Fact]
    public async Task Publish_AQuarterOutsideTheProgramme_IsRefused()
    {
        await using var database = await TestDatabase.WithSampleAsync();

        var refusal = await Assert.ThrowsAsync<EditionRefusedException>(() => PublishAsync(database, Quarter.Parse("2023/24 Q1"), null));

        Assert.Equal("2023/24 Q1 lies outside the programme, which runs from 2018/19 to 2022/23.", refusal.Message);
    }

    [Fact]
    public async Task Publish_WithoutAProgramme_SaysSo()
    {
        await using var database = await TestDatabase.PreparedAsync();

        await Assert.ThrowsAsync<ProgrammeMissingException>(() => PublishAsync(database, Q1, null));
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task List_OfSeveralEditions_ComesNewestQuarterFirstThenHighestNumber(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.WithSampleAsync(provider);
        await PublishAsync(database, Quarter.Parse("2019/20 Q4"), null);
        await PublishAsync(database, Quarter.Parse("2018/19 Q4"), null);
        await PublishAsync(database, Q1, "A correction.");
        await PublishAsync(database, Q2, null);

        var list = await database.RunAsync<EditionStore, IReadOnlyList<EditionEntry>>(s => s.ListAsync(None));

        Assert.Equal(
            [("2019/20 Q4", 1), ("2019/20 Q2", 1), ("2019/20 Q1", 2), ("2019/20 Q1", 1), ("2018/19 Q4", 1)],
            list.Select(e => (e.Quarter.ToString(), e.Number)));
        Assert.Equal(new DateOnly(2020, 3, 31), list[0].AsAt);
        Assert.All(list, e => Assert.Matches("^[0-9a-f]{64}$", e.Seal));
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Publish_OfTheSameQuarterByManyAtOnce_StoresItOnceAndTellsTheOthers(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.WithSampleAsync(provider);
        using var start = new Barrier(4);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            start.SignalAndWait();
            return await Record.ExceptionAsync(() => PublishAsync(database, Q2, null));
        })));

        // Who comes before another has stored meets a conflict; who comes after, the rule that a correction needs a notice.
        Assert.Single(outcomes, o => o is null);
        Assert.All(outcomes.OfType<Exception>(), o => Assert.True(o is EditionConflictException or EditionRefusedException, o.ToString()));
        Assert.NotNull(await FindAsync(database, Q2, 1));
        Assert.Null(await FindAsync(database, Q2, 2));
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Publish_WhenAnotherStoredTheSameEditionMeanwhile_IsAConflictAndStoresNothing(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.WithSampleAsync(provider);

        // The clock is asked after the number is settled and before the edition is stored.
        var conflict = await Assert.ThrowsAsync<EditionConflictException>(() => database.RunAsync<PortalDbContext>(context =>
            new EditionStore(context, new ProgrammeStateReader(context, DatedRegisters.Recorded), new CouncilClock(new Meanwhile(context), Options.Create(new ReportOptions()))).PublishAsync(Q2, "PMO", null, None)));

        Assert.Equal("Edition 1 of 2019/20 Q2 was published by somebody else at the same moment. Open it, and publish a correction if one is needed.", conflict.Message);
        Assert.Equal(1, (await database.CountsAsync())["StoredEditions"]);
    }

    [Fact]
    public async Task Draft_OfAPublishedQuarter_BearsTheNextNumberAndIsNotStored()
    {
        await using var database = await TestDatabase.WithSampleAsync();

        var draft = await database.RunAsync<EditionStore, Edition>(s => s.DraftAsync(Q1, None));

        Assert.Equal((2, Q1), (draft.Number, draft.Quarter));
        Assert.NotNull(draft.Notice);
        Assert.Equal(1, (await database.CountsAsync())["StoredEditions"]);
    }

    [Fact]
    public async Task Draft_OfAQuarterNeverPublished_IsItsFirstEdition()
    {
        await using var database = await TestDatabase.WithSampleAsync();

        var draft = await database.RunAsync<EditionStore, Edition>(s => s.DraftAsync(Q2, None));

        Assert.Equal((1, (string?)null), (draft.Number, draft.Notice));
        Assert.Null(await FindAsync(database, Q2, null));
    }

    [Theory]
    [InlineData("UPDATE StoredEditions SET Seal = CASE WHEN Seal LIKE 'a%' THEN 'b' ELSE 'a' END || substr(Seal, 2)")]
    [InlineData("UPDATE StoredEditions SET Json = x'1f8b08000000000000030300000000000000000000'")]
    [InlineData("UPDATE StoredEditions SET Json = x'00010203'")]
    [InlineData("UPDATE StoredEditions SET Json = substr(Json, 1, length(Json) - 400)")]
    [InlineData("UPDATE StoredEditions SET Json = x''")]
    [InlineData("UPDATE StoredEditions SET Number = 7")]
    public async Task Find_AnEditionThatWasTamperedWith_IsRefused(string tampering)
    {
        await using var database = await TestDatabase.WithSampleAsync();
        Assert.Equal(1, await database.RunAsync<PortalDbContext, int>(c => c.Database.ExecuteSqlRawAsync(tampering)));

        var broken = await Assert.ThrowsAsync<EditionSealBrokenException>(() => FindAsync(database, Q1, null));

        Assert.Matches("^Edition [17] of 2019/20 Q1 is damaged: what is stored does not match its seal, so it is not shown\\.", broken.Message);
    }

    private static Task<EditionEntry> PublishAsync(TestDatabase database, Quarter quarter, string? notice) =>
        database.RunAsync<EditionStore, EditionEntry>(s => s.PublishAsync(quarter, "PMO", notice, None));

    private static Task<PublishedEdition?> FindAsync(TestDatabase database, Quarter quarter, int? number) =>
        database.RunAsync<EditionStore, PublishedEdition?>(s => s.FindAsync(quarter, number, None));

    /// <summary>A clock that, asked the time, lets somebody else publish the quarter first.</summary>
    private sealed class Meanwhile(PortalDbContext context) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow()
        {
            var theirs = context.StoredEditions.AsNoTracking().Single();
            context.Add(new StoredEdition
            {
                Quarter = Q2,
                Number = 1,
                SchemaVersion = theirs.SchemaVersion,
                AsAt = theirs.AsAt,
                Seal = theirs.Seal,
                PublishedAt = theirs.PublishedAt,
                PublishedBy = "Somebody else",
                Json = theirs.Json,
            });
            context.SaveChanges();
            context.ChangeTracker.Clear();
            return new(2019, 7, 12, 9, 30, 0, TimeSpan.Zero);
        }
    }
}
