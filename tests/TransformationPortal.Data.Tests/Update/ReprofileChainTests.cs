using Microsoft.EntityFrameworkCore;
using TransformationPortal.Core;
using TransformationPortal.Core.Periods;
using TransformationPortal.Core.Programmes;
using TransformationPortal.Core.Savings;
using TransformationPortal.Data.Decisions;
using TransformationPortal.Data.Entities;
using TransformationPortal.Registers;
using TransformationPortal.Registers.Update;
using TransformationPortal.Registers.Workbooks;
using TransformationPortal.Data.Setup;
using TransformationPortal.Data.Tests.Support;

namespace TransformationPortal.Data.Tests.Update;

/// <summary>A saving that is moved on from a year it was moved into: what the page of decisions accepts, uploads do. S-002 has £300,000 in 2020/21.</summary>
public sealed class ReprofileChainTests
{
    private static readonly CancellationToken None = CancellationToken.None;
    private static readonly DateOnly Day = new(2019, 7, 11);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Registers_WithAChainThatTheDeskAccepted_ComeBackUnchangedAndCanBeSaved(bool isOneDecision)
    {
        await using var database = await TestDatabase.WithSampleAsync();
        var first = await DecideAsync(database, r => r.AddAsync("One", "Cabinet", null, null, None));
        await DecideAsync(database, r => r.AddMoveAsync(Move(first, 100_000, 2019), None));
        var second = first;
        if (!isOneDecision)
        {
            await DecideAsync(database, r => r.RecordOutcomeAsync(first, DecisionOutcome.Agreed, Day, null, UpdateDesk.Pmo, None));
            second = await DecideAsync(database, r => r.AddAsync("Two", "Cabinet", null, null, None));
        }

        await DecideAsync(database, r => r.AddMoveAsync(Move(second, 400_000, 2020), None));

        var present = await database.PresentAsync();
        var file = WorkbookReader.Read(new MemoryStream(WorkbookWriter.Write(present.Tables, new WorkbookFace(present.Seal, Day))));
        var preview = await database.PreviewAsync(file.Tables);
        Assert.Empty(preview.Problems);
        Assert.True(preview.Changes.IsNone);
        Assert.Equal(UpdateOutcome.Applied, await database.ApplyAsync([present.Of("projects").With("TP-10", "name", "Renamed project")]));
        await DecideAsync(database, r => r.RecordOutcomeAsync(second, DecisionOutcome.Agreed, Day, null, UpdateDesk.Pmo, None));
        Assert.Empty((await database.PreviewAsync([])).Problems);
    }

    [Theory]
    [InlineData("Agreed", "400000", null)]
    [InlineData("Agreed", "400001", "column amount: found “400001”; expected no more than the target of S-002 in 2020/21, which is £400,000 with £100,000 moved in.")]
    [InlineData("Pending", "300000", null)]
    [InlineData("Pending", "400000", "column amount: found “400000”; expected no more than the target of S-002 in 2020/21, which is £300,000.")]
    [InlineData("Refused", "400000", "column amount: found “400000”; expected no more than the target of S-002 in 2020/21, which is £300,000.")]
    public async Task Upload_ThatMovesOnWhatAnotherDecisionMovesIn_NeedsThatOneAgreed(string outcome, string amount, string? problem)
    {
        // The move on stands above the move in: the order of rows means nothing.
        var sample = (await SampleTables.ReadAsync()).WithRow("decisions", "D-02", "One", "Cabinet", "", outcome, "", "", "").WithRow("decisions", "D-03", "Two", "Cabinet", "", "Pending", "", "", "")
            .WithRow("reprofiles", "D-03", "S-002", "Later again", amount, "2020/21", "2021/22", "High", "", "").WithRow("reprofiles", "D-02", "S-002", "Later", "100000", "2019/20", "2020/21", "High", "", "");

        Assert.Equal(problem is null ? [] : [$"reprofiles.csv, row 3, {problem}"], ProgrammeImport.Check(sample.All).Problems.Select(p => p.Sentence));
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Outcome_ThatWouldLeaveAYearWithATargetBelowZero_IsRefusedUntilTheMoneyIsThere(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.WithSampleAsync(provider);
        var first = await DecideAsync(database, r => r.AddAsync("One", "Cabinet", null, null, None));
        await DecideAsync(database, r => r.AddMoveAsync(Move(first, 100_000, 2019), None));
        var second = await DecideAsync(database, r => r.AddAsync("Two", "Cabinet", null, null, None));
        var pending = await database.RunAsync<DecisionRegister, DecisionAnswer>(r => r.AddMoveAsync(Move(second, 400_000, 2020), None));
        Assert.Contains("S-002 holds £300,000 of target in 2020/21", Assert.Single(pending.Problems).Sentence, StringComparison.Ordinal);

        // As it may have been stored before the rule was kept.
        await database.RunAsync<PortalDbContext>(async c =>
        {
            c.Add(new ReprofileEntity
            {
                Decision = await c.Decisions.SingleAsync(d => d.Ref == second), Line = await c.SavingsLines.SingleAsync(l => l.Ref == "S-002"), Label = "Later again",
                Amount = new(400_000), FromYear = new(2020), ToYear = new FinancialYear(2021), Confidence = Confidence.High,
            });
            await c.SaveChangesAsync();
        });

        var early = await database.RunAsync<DecisionRegister, DecisionAnswer>(r => r.RecordOutcomeAsync(second, DecisionOutcome.Agreed, Day, null, UpdateDesk.Pmo, None));

        var problem = Assert.Single(early.Problems);
        Assert.Equal("outcome", problem.Field);
        Assert.Contains("D-03 cannot be agreed as it is: it would leave S-002 with a target of -£100,000 in 2020/21.", problem.Sentence, StringComparison.Ordinal);
        Assert.True((await database.RunAsync<DecisionRegister, RegisteredDecision?>(r => r.FindAsync(second, None)))!.IsPending);
        await DecideAsync(database, r => r.RecordOutcomeAsync(first, DecisionOutcome.Agreed, Day, null, UpdateDesk.Pmo, None));
        await DecideAsync(database, r => r.RecordOutcomeAsync(second, DecisionOutcome.Agreed, Day, null, UpdateDesk.Pmo, None));
    }

    private static Reprofile Move(string decision, int pounds, int from) =>
        new(decision, "S-002", $"Later than {from}", new Money(pounds), new FinancialYear(from), new FinancialYear(from + 1), Confidence.High, null);

    private static async Task<string> DecideAsync(TestDatabase database, Func<DecisionRegister, Task<DecisionAnswer>> act)
    {
        var answer = await database.RunAsync(act);
        Assert.Empty(answer.Problems);
        return answer.Ref!;
    }
}
