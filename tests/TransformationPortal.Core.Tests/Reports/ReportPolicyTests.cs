using TransformationPortal.Core.Reports;
using static TransformationPortal.Core.Tests.Reports.Sample;

namespace TransformationPortal.Core.Tests.Reports;

/// <summary>Who may do what, in every state: the table of the design, row by row.</summary>
public sealed class ReportPolicyTests
{
    private static readonly ReportAction[] Writing = [ReportAction.Start, ReportAction.Save, ReportAction.ReportNoChange, ReportAction.AnswerDoubt, ReportAction.Submit];
    private static readonly ReportAction[] OfFinance = [ReportAction.ConfirmSavings, ReportAction.DeclineSavings];
    private static readonly ReportAction[] Deciding = [ReportAction.Return, ReportAction.Approve, ReportAction.Reopen];

    public static TheoryData<ReportState, ReportAction[]> Possible => new()
    {
        { ReportState.NotStarted, [ReportAction.Start, ReportAction.Save, ReportAction.ReportNoChange, ReportAction.Submit] },
        { ReportState.Draft, [ReportAction.Save, ReportAction.ReportNoChange, ReportAction.AnswerDoubt, ReportAction.Submit] },
        { ReportState.Submitted, [ReportAction.AnswerDoubt, ReportAction.ConfirmSavings, ReportAction.DeclineSavings, ReportAction.Return, ReportAction.Approve] },
        { ReportState.Returned, [ReportAction.Save, ReportAction.AnswerDoubt, ReportAction.Submit] },
        { ReportState.Approved, [ReportAction.Reopen] },
    };

    [Theory]
    [MemberData(nameof(Possible))]
    public void IsPossible_InAState_IsWhatTheStateAllows(ReportState state, ReportAction[] actions) =>
        Assert.Equal(actions.Order(), Enum.GetValues<ReportAction>().Where(a => ReportPolicy.IsPossible(a, state)));

    [Theory]
    [MemberData(nameof(Possible))]
    public void Allowed_ForEachRole_IsItsPartOfWhatTheStateAllows(ReportState state, ReportAction[] actions)
    {
        var report = InState(state);

        Assert.Equal(actions.Intersect(Writing).Order(), ReportPolicy.Allowed(report, Officer));
        Assert.Empty(ReportPolicy.Allowed(report, OtherOfficer));
        Assert.Equal(actions.Intersect(OfFinance).Order(), ReportPolicy.Allowed(report, Finance));
        Assert.Equal(actions.Intersect(Writing.Concat(Deciding)).Order(), ReportPolicy.Allowed(report, Pmo));
        Assert.Equal(actions.Order(), ReportPolicy.Allowed(report, Everybody));
        Assert.Empty(ReportPolicy.Allowed(report, Member));
    }

    [Fact]
    public void Refusal_OfAWriter_NamesWhoMayWrite()
    {
        var refusals = Writing.SelectMany(a => new[] { OtherOfficer, Finance, Member }.Select(w => ReportPolicy.Refusal(a, Draft, w)!)).ToList();

        Assert.All(refusals, r => Assert.Equal((RefusalReason.NotAllowed, "Only the officers assigned to TP-07, or the PMO, can write its report."), (r.Reason, r.Sentence)));
    }

    [Fact]
    public void Refusal_OfSomebodyWhoIsNotFinance_SaysSo()
    {
        var refusals = OfFinance.SelectMany(a => new[] { Officer, OtherOfficer, Pmo, Member }.Select(w => ReportPolicy.Refusal(a, Submitted, w)!)).ToList();

        Assert.All(refusals, r => Assert.Equal((RefusalReason.NotAllowed, "Only finance can confirm the savings of a report, or say why not."), (r.Reason, r.Sentence)));
    }

    [Theory]
    [InlineData(ReportAction.Return, "Only the PMO can return a report.")]
    [InlineData(ReportAction.Approve, "Only the PMO can approve a report.")]
    [InlineData(ReportAction.Reopen, "Only the PMO can reopen a report.")]
    public void Refusal_OfSomebodyWhoIsNotThePmo_SaysSo(ReportAction action, string sentence) =>
        Assert.All(new[] { Officer, OtherOfficer, Finance, Member }, w => Assert.Equal(sentence, ReportPolicy.Refusal(action, Submitted, w)?.Sentence));

    [Fact]
    public void Refusal_OfThoseWhoWroteIt_IsSoWhateverTheirRoles()
    {
        var own = NotStarted.Save(Everybody, Noon, Context, Complete).Report().Submit(Everybody, Noon, Context).Report();

        Assert.Equal("You have written this report yourself. Somebody else in the PMO must approve it.", ReportPolicy.Refusal(ReportAction.Approve, own, Everybody)?.Sentence);
        Assert.Equal("You have written this report yourself. Somebody else in the PMO must return it.", ReportPolicy.Refusal(ReportAction.Return, own, Everybody)?.Sentence);
        Assert.Equal("You have written this report yourself. Somebody else in finance must confirm its savings.", ReportPolicy.Refusal(ReportAction.ConfirmSavings, own, Everybody)?.Sentence);
        Assert.Null(ReportPolicy.Refusal(ReportAction.Approve, own, Pmo));
    }

    [Fact]
    public void Refusal_OfAPmoWhoOnlyEdited_Submitted_OrAnswered_IsForTheirOwnReport()
    {
        var edited = Draft.Save(OtherPmo, Noon, Context, Complete with { Progress = "Better" }).Report().Submit(Officer, Noon, Context).Report();
        var submitted = Draft.Submit(OtherPmo, Noon, Context).Report();
        var answered = Draft.Save(Officer, Noon, Context, Doubtful).Report().Submit(Officer, Noon, Context).Report()
            .AnswerDoubt(OtherPmo, Noon, Context, "capacity-gap-without-risk", "Covered").Report();

        Assert.All([edited, submitted, answered], r => Assert.Equal(RefusalReason.OwnReport, ReportPolicy.Refusal(ReportAction.Approve, r, OtherPmo)?.Reason));
    }

    [Fact]
    public void IsOwn_WhateverTheCaseOfTheName_IsThePerson() => Assert.True(ReportPolicy.IsOwn(Who("OLIVE", ActorRoles.Pmo), Draft));

    [Fact]
    public void Refusal_InTheWrongState_SaysWhoseTurnItIs()
    {
        Assert.Equal(
            "You cannot change the report of TP-07 for June 2019: it has been approved. It is the project’s position for the month. Only the PMO can reopen it, with a reason.",
            ReportPolicy.Refusal(ReportAction.Save, Approved, Officer)?.Sentence);
        Assert.Equal(
            "You cannot approve the report of TP-07 for June 2019: it is still a draft. It is with the project’s officers, who write and submit it. The PMO may do so for them.",
            ReportPolicy.Refusal(ReportAction.Approve, Draft, Pmo)?.Sentence);
    }

    private static HighlightReport InState(ReportState state) => state switch
    {
        ReportState.NotStarted => NotStarted,
        ReportState.Draft => Draft,
        ReportState.Submitted => Submitted,
        ReportState.Returned => Returned,
        _ => Approved,
    };
}
