using Microsoft.EntityFrameworkCore;
using TransformationPortal.Core.Reports;
using TransformationPortal.Data.Audit;
using TransformationPortal.Data.Entities;
using TransformationPortal.Data.Setup;
using TransformationPortal.Data.Tests.Support;

namespace TransformationPortal.Data.Tests.Operations;

/// <summary>The audit log: written with what it tells of, chained, and held up to the rows that it seals.</summary>
public sealed class AuditTests
{
    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Log_OfAProgrammeThatWasLoaded_IsWhole(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.WithSampleAsync(provider);

        var found = await CheckAsync(database);

        Assert.Empty(found.Wrong);
        Assert.Equal(AuditAction.Published, (await EntriesAsync(database)).Single(e => e.Subject == "Edition 1 of 2019/20 Q1").Action);
    }

    public static TheoryData<string, string> Forgeries => new()
    {
        { "UPDATE StoredEditions SET PublishedBy = 'Somebody else'", "Edition 1 of 2019/20 Q1 is not what the audit log says was written" },
        { "UPDATE StoredEditions SET PublishedAt = '2018-06-01 00:00:00'", "Edition 1 of 2019/20 Q1 is not what the audit log says was written" },
        { "UPDATE StoredEditions SET Seal = 'f' || substr(Seal, 2)", "Edition 1 of 2019/20 Q1 is not what the audit log says was written" },
        { "DELETE FROM EditionLooks; DELETE FROM StoredEditions", "Published: Edition 1 of 2019/20 Q1" },
        { "UPDATE ReportHistory SET Note = 'Never said.' WHERE Id = (SELECT MIN(Id) FROM ReportHistory)", "The history of the report of TP-" },
        { "DELETE FROM ReportHistory WHERE Id = (SELECT MIN(Id) FROM ReportHistory)", "is no longer there, or was changed behind the portal’s back" },
        { "UPDATE ReportVersions SET Content = '[]' WHERE Id = (SELECT MIN(Id) FROM ReportVersions)", "Version 1 of the report of TP-" },
        { "UPDATE SavingsPositions SET Amount = '1.0' WHERE Id = (SELECT MIN(Id) FROM SavingsPositions)", "The position of " },
        { "DELETE FROM SavingsPositions WHERE Id = (SELECT MIN(Id) FROM SavingsPositions)", "is no longer there" },
        { "UPDATE AuditEntries SET \"By\" = 'nobody' WHERE Number = 1", "Entry 1 of the audit log" },
        { "DELETE FROM AuditEntries WHERE Number = 1", "Entries 1 to 1 of the audit log are missing." },
    };

    [Theory]
    [MemberData(nameof(Forgeries))]
    public async Task Check_OfARowThatWasChangedBehindThePortalsBack_NamesIt(string sql, string named)
    {
        await using var database = await TestDatabase.WithSampleAsync();
        await ToldAsync(database, "one");
        await database.RunAsync<PortalDbContext>(c => c.Database.ExecuteSqlRawAsync(sql));

        var found = await CheckAsync(database);

        Assert.Contains(found.Wrong, wrong => wrong.Contains(named, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Check_AgainstAnAnchor_NoticesALogThatWasCutShortOrWrittenAnew()
    {
        await using var database = await TestDatabase.PreparedAsync();
        foreach (var what in (string[])["one", "two", "three"])
        {
            await ToldAsync(database, what);
        }

        var anchor = (await CheckAsync(database)).Last!;
        Assert.Empty((await CheckAsync(database, anchor)).Wrong);

        await database.RunAsync<PortalDbContext>(c => c.AuditEntries.Where(e => e.Number == 3).ExecuteDeleteAsync());
        Assert.Contains("ends at entry 2, and reached entry 3", Assert.Single((await CheckAsync(database, anchor)).Wrong), StringComparison.Ordinal);
        Assert.Empty((await CheckAsync(database)).Wrong);

        await ToldAsync(database, "another three");
        Assert.Contains("was written anew", Assert.Single((await CheckAsync(database, anchor)).Wrong), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Entries_ThatManyWriteAtOnce_AreOneChain()
    {
        await using var database = await TestDatabase.PreparedAsync();

        await Task.WhenAll(Enumerable.Range(0, 8).Select(writer => Task.Run(async () =>
        {
            for (var i = 0; i < 5; i++)
            {
                await ToldAsync(database, $"{writer} {i}");
            }
        })));

        var found = await CheckAsync(database);
        Assert.Equal((40, 0), (found.Entries, found.Wrong.Count));
        Assert.Equal(40, (await EntriesAsync(database)).Select(e => e.Subject).Distinct().Count());
    }

    [Fact]
    public async Task Entry_OfAWriteThatFails_IsNotWritten()
    {
        await using var database = await TestDatabase.WithSampleAsync();
        var before = (await EntriesAsync(database)).Count;

        await Assert.ThrowsAsync<DbUpdateException>(() => database.RunAsync<PortalDbContext>(async c =>
        {
            // The second edition has the number of the first.
            var edition = await c.StoredEditions.AsNoTracking().SingleAsync();
            c.Add(new StoredEdition
            {
                Quarter = edition.Quarter, Number = edition.Number, SchemaVersion = 1, AsAt = edition.AsAt, Seal = edition.Seal, PublishedAt = edition.PublishedAt, PublishedBy = "x", Json = [],
            });
            await c.SaveChangesAsync();
        }));

        Assert.Equal(before, (await EntriesAsync(database)).Count);
        Assert.Empty((await CheckAsync(database)).Wrong);
    }

    [Fact]
    public async Task Accounts_AreToldOfByWhatHappensToThem()
    {
        await using var database = await TestDatabase.PreparedAsync();
        await database.RunAsync<PortalDbContext>(async c =>
        {
            var user = new PortalUser { UserName = "anne", NormalizedUserName = "ANNE", DisplayName = "Anne" };
            c.Add(user);
            await c.SaveChangesAsync();
            user.PasswordHash = "another";
            await c.SaveChangesAsync();
            user.LockoutEnd = DateTimeOffset.MaxValue;
            await c.SaveChangesAsync();
            user.LockoutEnd = null;
            await c.SaveChangesAsync();
        });

        Assert.Equal(
            [AuditAction.AccountMade, AuditAction.PasswordChanged, AuditAction.AccountDisabled, AuditAction.AccountEnabled],
            (await EntriesAsync(database)).Select(e => e.Action));
        Assert.All(await EntriesAsync(database), e => Assert.Equal(("anne", "the portal"), (e.Subject, e.By)));
    }

    [Fact]
    public async Task Positions_ThatAnUpdateReplaces_AreNotMissed()
    {
        await using var database = await TestDatabase.WithSampleAsync();
        await database.RunAsync<PortalDbContext>(async c =>
        {
            var position = await c.SavingsPositions.Include(p => p.Line).FirstAsync();
            c.Remove(position);
            c.Add(new SavingsPositionEntity
            {
                Line = position.Line, AsAt = position.AsAt, Year = position.Year, Confidence = position.Confidence, Amount = new(position.Amount.Pounds + 1),
            });
            await c.SaveChangesAsync();
        });

        Assert.Empty((await CheckAsync(database)).Wrong);
    }

    private static Task<AuditFound> CheckAsync(TestDatabase database, AuditAnchor? anchor = null) =>
        database.RunAsync<AuditCheck, AuditFound>(c => c.CheckAsync(anchor, default));

    private static Task<List<AuditEntry>> EntriesAsync(TestDatabase database) =>
        database.RunAsync<PortalDbContext, List<AuditEntry>>(c => c.AuditEntries.AsNoTracking().OrderBy(e => e.Number).ToListAsync());

    private static Task ToldAsync(TestDatabase database, string subject) =>
        database.RunAsync<AuditLog>(log => log.WriteAsync(AuditAction.Exported, subject, null, default));
}
