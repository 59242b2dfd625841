using TransformationPortal.Core;
using TransformationPortal.Core.Editions;
using TransformationPortal.Core.Ledgers;
using TransformationPortal.Core.Periods;
using TransformationPortal.Core.Views;
using TransformationPortal.Data.Editions;
using TransformationPortal.Data.History;
using TransformationPortal.Registers.Update;
using TransformationPortal.Data.Setup;
using TransformationPortal.Data.Tests.Support;
using TransformationPortal.Data.Tests.Update;
using TransformationPortal.Tests.Shared;

namespace TransformationPortal.Data.Tests.History;

/// <summary>A year that is over is measured for ever against the target that it closed with.</summary>
public sealed class ClosedYearTests
{
    private static readonly FinancialYear Closed = new(2023);

    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Target_ChangedFromADayAfterTheYearsEnd_IsRefused_AndPutRightFromADayOfTheYear(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.PreparedAsync(provider);
        database.Clock.Now = new(2023, 7, 3, 10, 0, 0, TimeSpan.Zero);
        Assert.Equal(UpdateOutcome.Applied, await database.ApplyAsync(SecondCouncil.Tables()));
        var before = await TargetAsync(database);
        database.Clock.Now = new(2024, 5, 1, 10, 0, 0, TimeSpan.Zero);

        Assert.Equal(UpdateOutcome.Refused, await ChangeAsync(database, "900000", HoldsFrom.On(new(2024, 5, 1))));
        Assert.Equal(before, await TargetAsync(database));

        // What was recorded wrongly is put right from a day of the year.
        Assert.Equal(UpdateOutcome.Applied, await ChangeAsync(database, "310000", HoldsFrom.On(new(2024, 3, 31))));
        Assert.Equal(before + new Money(10_000), await TargetAsync(database));
    }

    private static async Task<UpdateOutcome> ChangeAsync(TestDatabase database, string revised, HoldsFrom from)
    {
        var targets = (await database.PresentAsync()).Of("savings_targets");
        var at = targets.Header.ToList().IndexOf("revised_target");
        var rows = targets.Rows.Select(r => r.Cells[0] == "L1" && r.Cells[1] == "2023/24" ? r with { Cells = [.. r.Cells.Select((c, i) => i == at ? revised : c)] } : r);
        return await database.ApplyAsync([targets with { Rows = [.. rows] }], null, from);
    }

    private static async Task<Money> TargetAsync(TestDatabase database)
    {
        var draft = await database.RunAsync<EditionStore, Edition>(s => s.DraftAsync(Quarter.Parse("2024/25 Q1"), CancellationToken.None));
        return new ClosedYears(draft, DecisionBasis.AsItStands).Target(Closed).Money.OrZero();
    }
}
