using TransformationPortal.Core.Reports;
using TransformationPortal.Registers.Update;
using TransformationPortal.Registers.Workbooks;
using TransformationPortal.Data.Setup;
using TransformationPortal.Data.Tests.Support;

namespace TransformationPortal.Data.Tests.Update;

public sealed class UploadStoreTests
{
    private static readonly Person Other = new("finance", "Finance");

    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Add_MoreThanAFew_ForgetsThePersonsOldestAndNobodyElses(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.PreparedAsync(provider);
        var others = await AddAsync(database, Other);
        var keys = new List<string>();
        for (var i = 0; i < UploadStore.MostOfAPerson + 2; i++)
        {
            // Two of them within one moment.
            database.Clock.Now = database.Clock.Now.AddMinutes(i == 1 ? 0 : 1);
            keys.Add(await AddAsync(database, UpdateDesk.Pmo));
        }

        bool[] there = await Task.WhenAll(keys.Select(key => IsThereAsync(database, key, UpdateDesk.Pmo)));
        Assert.Equal([false, false, true, true, true], there);
        Assert.True(await IsThereAsync(database, others, Other));
    }

    private static Task<string> AddAsync(TestDatabase database, Person by) =>
        database.RunAsync<UploadStore, string>(s => s.AddAsync(new RegisterFile([], [], [], null), "a file", new string('a', 64), by, CancellationToken.None));

    private static async Task<bool> IsThereAsync(TestDatabase database, string key, Person by) =>
        await database.RunAsync<UploadStore, WaitingUpload?>(s => s.FindAsync(key, by, CancellationToken.None)) is not null;
}
