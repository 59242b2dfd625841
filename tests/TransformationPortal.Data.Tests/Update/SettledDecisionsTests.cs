using TransformationPortal.Core.Programmes;
using TransformationPortal.Data.Decisions;
using TransformationPortal.Registers;
using TransformationPortal.Registers.Present;
using TransformationPortal.Registers.Update;
using TransformationPortal.Data.Tests.Support;

namespace TransformationPortal.Data.Tests.Update;

/// <summary>Registers and workbooks change no outcome, and nothing that a settled decision moves.</summary>
public sealed class SettledDecisionsTests
{
    private static readonly string[] Another = ["D-01", "S-002", "Finance, later", "1", "2019/20", "", "High", ""];

    public static TheoryData<DecisionOutcome, string, string> Refusals => new()
    {
        { DecisionOutcome.Agreed, "refused", "Decisions, row 2, column outcome: D-01 is agreed, as the page of decisions records it. An outcome is never changed; record a new decision." },
        { DecisionOutcome.Agreed, "pending", "Decisions, row 2, column outcome: D-01 is agreed, as the page of decisions records it. An outcome is never changed; record a new decision." },
        { DecisionOutcome.Refused, "agreed", "Decisions, row 2, column outcome: D-01 is refused, as the page of decisions records it. An outcome is never changed; record a new decision." },
        { DecisionOutcome.Pending, "agreed", "Decisions, row 2, column outcome: Record the outcome on the page of decisions." },
        { DecisionOutcome.Pending, "refused", "Decisions, row 2, column outcome: Record the outcome on the page of decisions." },
        { DecisionOutcome.Agreed, "day", "Decisions, row 2, column decided_on: D-01 is agreed, as the page of decisions records it. An outcome is never changed; record a new decision." },
        { DecisionOutcome.Agreed, "no note", "Decisions, row 2, column outcome_note: D-01 is agreed, as the page of decisions records it. An outcome is never changed; record a new decision." },
        { DecisionOutcome.Pending, "day", "Decisions, row 2, column decided_on: Record the outcome on the page of decisions." },
        { DecisionOutcome.Pending, "too early", "Decisions, row 3, column decided_on: D-02 is pending: nothing was decided yet. Leave this empty, or say what the outcome was." },
        { DecisionOutcome.Pending, "to come", "Decisions, row 3, column decided_on: 13 July 2019 is still to come. Enter the day on which it was decided, 12 July 2019 at the latest." },
        { DecisionOutcome.Agreed, "mark", "Re-profiles, row 2, column carry_forward: D-01 is agreed. What it moves is never changed; record a new decision." },
        { DecisionOutcome.Agreed, "gone", "Decisions: D-01 is agreed and stays in the register. An outcome is never changed; record a new decision." },
        { DecisionOutcome.Agreed, "amount", "Re-profiles, row 2, column amount: D-01 is agreed. What it moves is never changed; record a new decision." },
        { DecisionOutcome.Agreed, "added", "Re-profiles, row 3, column decision: D-01 is agreed. What it moves is never changed; record a new decision." },
        { DecisionOutcome.Refused, "removed", "Re-profiles: D-01 is refused, and the row for D-01, S-010, 2019/20, Low stays. What it moves is never changed; record a new decision." },
    };

    [Theory]
    [MemberData(nameof(Refusals))]
    public async Task Upload_ThatWouldUndoAnOutcome_IsRefusedAtItsRow(DecisionOutcome settled, string change, string sentence)
    {
        await using var database = await SettledAsync(settled);
        var present = await database.PresentAsync();
        var changed = Changed(present, change);

        Assert.Contains(sentence, (await database.PreviewAsync(changed)).Problems.Select(p => p.Sentence));
        Assert.Equal(UpdateOutcome.Refused, await database.ApplyAsync(changed));
        Assert.Equal(present.Seal, (await database.PresentAsync()).Seal);
    }

    [Theory]
    [InlineData(DecisionOutcome.Agreed, "title")]
    [InlineData(DecisionOutcome.Agreed, "new")]
    [InlineData(DecisionOutcome.Pending, "amount")]
    [InlineData(DecisionOutcome.Pending, "added")]
    [InlineData(DecisionOutcome.Pending, "removed")]
    [InlineData(DecisionOutcome.Pending, "gone")]
    public async Task Upload_OfWhatNoOutcomeSettled_IsApplied(DecisionOutcome settled, string change)
    {
        await using var database = await SettledAsync(settled);

        Assert.Equal(UpdateOutcome.Applied, await database.ApplyAsync(Changed(await database.PresentAsync(), change)));
    }

    private static IReadOnlyList<RegisterTable> Changed(PresentProgramme present, string change)
    {
        var (decisions, moves) = (present.Of("decisions"), present.Of("reprofiles"));
        return change switch
        {
            "agreed" => [decisions.With("D-01", "outcome", "Agreed")],
            "refused" => [decisions.With("D-01", "outcome", "Refused")],
            "pending" => [decisions.With("D-01", "outcome", "Pending")],
            "title" => [decisions.With("D-01", "title", "Another title")],
            "day" => [decisions.With("D-01", "decided_on", "2019-07-10")],
            "no note" => [decisions.With("D-01", "outcome_note", "")],
            "to come" => [decisions.WithRow("D-02", "Another decision", "Cabinet", "", "Agreed", "", "2019-07-13")],
            "too early" => [decisions.WithRow("D-02", "Another decision", "Cabinet", "", "Pending", "", "2019-07-10")],
            "mark" => [moves.With("D-01", "carry_forward", "yes")],
            "gone" => [decisions.Without(r => r[0] == "D-01"), moves.Without(r => r[0] == "D-01")],
            "amount" => [moves.With("D-01", "amount", "1")],
            "added" => [moves.WithRow(Another)],
            "removed" => [moves.Without(r => r[0] == "D-01")],
            "new" => [decisions.WithRow("D-02", "Another decision", "Cabinet", "", "Agreed", ""), moves.WithRow(["D-02", .. Another[1..]])],
            _ => throw new ArgumentOutOfRangeException(nameof(change), change, "Unknown change."),
        };
    }

    private static async Task<TestDatabase> SettledAsync(DecisionOutcome outcome)
    {
        var database = await TestDatabase.WithSampleAsync();
        if (outcome != DecisionOutcome.Pending)
        {
            var answer = await database.RunAsync<DecisionRegister, DecisionAnswer>(r => r.RecordOutcomeAsync("D-01", outcome, new DateOnly(2019, 7, 11), "Said at the meeting.", UpdateDesk.Pmo, default));
            Assert.True(answer.IsDone);
        }

        return database;
    }
}
