using TransformationPortal.Core.Ratings;
using TransformationPortal.Core.Reports;
using static TransformationPortal.Core.Tests.Reports.Sample;

namespace TransformationPortal.Core.Tests.Reports;

/// <summary>What the PMO, officers and those who chase see.</summary>
public sealed class ReportDesksTests
{
    private static readonly Person Olive = new("olive", "Olive");

    [Fact]
    public void PmoDesk_OfAMonth_ShowsEveryProjectWithItsStateInOrder()
    {
        var desk = Desk(Opened(Approved, "TP-10"), Opened(Draft, "TP-9"), Opened(NotStarted, "TP-1"));

        Assert.Equal(["TP-1", "TP-9", "TP-10"], desk.Rows.Select(r => r.Project.Code));
        Assert.Equal([ReportState.NotStarted, ReportState.Draft, ReportState.Approved], desk.Rows.Select(r => r.State));
        Assert.Equal((1, 0), (desk.Count(ReportState.Draft), desk.Count(ReportState.Returned)));
    }

    [Theory]
    [InlineData(Rag.Green, RagMovement.Same)]
    [InlineData(Rag.Amber, RagMovement.Better)]
    public void PmoDesk_RatingAgainstLastMonth_SaysHowItMoved(Rag before, RagMovement movement)
    {
        var last = Complete with { Ratings = [.. Complete.Ratings.Select(r => r.Aspect == RagAspect.Overall ? r with { Rag = before } : r)] };

        Assert.Equal(movement, PmoDeskRow.Of(Opened(Submitted, previous: last)).Movement);
        Assert.Equal(RagMovement.Unknown, PmoDeskRow.Of(Opened(NotStarted, previous: last)).Movement);
        Assert.Equal(RagMovement.Unknown, PmoDeskRow.Of(Opened(Submitted)).Movement);
    }

    [Fact]
    public void PmoDesk_ARatingThatGotWorse_SaysSo()
    {
        var last = Complete with { Ratings = [.. Complete.Ratings.Select(r => r with { Rag = Rag.Green })] };
        var red = Submitted with { Content = Complete with { Ratings = [.. Complete.Ratings.Select(r => r with { Rag = Rag.Red })] } };

        Assert.Equal(RagMovement.Worse, PmoDeskRow.Of(Opened(red, previous: last)).Movement);
    }

    [Fact]
    public void PmoDesk_DaysLate_CountToTheFirstSubmissionOrToToday()
    {
        var late = Submitted with { FirstSubmittedAt = new DateTime(2019, 7, 7, 23, 30, 0, DateTimeKind.Utc) }; // 8 July in London
        var desk = PmoDesk.Of(June, Day("2019-07-20"), [Opened(late, today: "2019-07-20"), Opened(Draft, "TP-8", today: "2019-07-20"), Opened(Approved, "TP-9", today: "2019-07-20")]);

        Assert.Equal([3, 15, 0], desk.Rows.Select(r => r.DaysLate));
        Assert.Equal(2, desk.Late);
    }

    [Fact]
    public void PmoDesk_WhatIsMissingAndDoubtful_IsShownOnceItIsStarted()
    {
        var row = PmoDeskRow.Of(Opened(Draft with { Content = Complete with { Progress = null, Capacity = new(2, 1, "Work", null) } }));

        Assert.Equal("Progress", Assert.Single(row.Missing).Field);
        Assert.Null(Assert.Single(row.Doubts).Answer);
        var untouched = PmoDeskRow.Of(Opened(NotStarted with { Content = row.Missing.Count > 0 ? Complete with { Progress = null, Capacity = new(2, 1, "Work", null) } : Complete }));
        Assert.Equal((0, 0, (Rag?)null), (untouched.Missing.Count, untouched.Doubts.Count, untouched.Overall));
    }

    [Fact]
    public void PmoDesk_ApprovableAtOnce_IsWhatIsCompleteConfirmedAndNotDoubted()
    {
        var doubted = Confirmed with { Content = Complete with { Capacity = new(2, 1, "Work", null) } };
        var desk = Desk(Opened(Confirmed, "TP-1"), Opened(Submitted, "TP-2"), Opened(doubted, "TP-3"), Opened(Draft, "TP-4"), Opened(Approved, "TP-5"));

        Assert.Equal(["TP-1"], desk.Approvable.Select(r => r.Project.Code));
        Assert.Equal(["TP-2"], desk.WaitingForFinance.Select(r => r.Project.Code));
        Assert.Equal(
            [null, RefusalReason.SavingsNotConfirmed, RefusalReason.DoubtStands, RefusalReason.WrongState, RefusalReason.WrongState], desk.Rows.Select(r => r.ManyRefusal?.Reason));
    }

    [Fact]
    public void Chase_ListsWhatEachOfficerOwes_TheLatestFirst()
    {
        var otto = new Person("otto", "Otto");
        var desk = PmoDesk.Of(June, Day("2019-07-08"),
        [
            Opened(Submitted with { State = ReportState.Returned, FirstSubmittedAt = Noon }, "TP-1", today: "2019-07-08", officers: otto),
            Opened(Draft, "TP-2", today: "2019-07-08", officers: [Olive, otto]),
            Opened(NotStarted, "TP-3", today: "2019-07-08"),
            Opened(Approved, "TP-4", today: "2019-07-08", officers: Olive),
        ]);

        var lists = desk.Chase();

        Assert.Equal(["Head of Strategy (nobody is assigned)", "Olive", "Otto"], lists.Select(l => l.Name).Order());
        Assert.Equal(["TP-2"], lists.Single(l => l.Officer == Olive).Items.Select(i => i.Project));
        Assert.Equal(
            ["The report of TP-1 Strategic Capability for June 2019 was returned and waits to be changed.", "The report of TP-2 Strategic Capability for June 2019 is a draft and has not been submitted. It is 3 days late."],
            lists.Single(l => l.Officer == otto).Items.Select(i => i.Sentence));
        Assert.Equal([3, 3, 3], lists.Select(l => l.DaysLate));
    }

    [Fact]
    public void Chase_BeforeTheDueDay_SaysByWhenAndBeforeTheWindowNothing()
    {
        Assert.Equal(
            "The report of TP-07 Strategic Capability for June 2019 has not been started. It is due by 5 July 2019.",
            Assert.Single(Assert.Single(Desk(Opened(NotStarted)).Chase()).Items).Sentence);
        Assert.Empty(PmoDesk.Of(June, Day("2019-06-24"), [Opened(NotStarted, today: "2019-06-24")]).Chase());
        Assert.EndsWith(
            "It is one day late.",
            Assert.Single(Assert.Single(PmoDesk.Of(June, Day("2019-07-06"), [Opened(NotStarted, today: "2019-07-06")]).Chase()).Items).Sentence,
            StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(NextSteps))]
    public void OfficerDesk_EveryReport_SaysWhatIsNext(HighlightReport report, string today, string next) => Assert.Equal(next, OfficerDeskRow.Of(Opened(report, today: today)).Next);

    public static TheoryData<HighlightReport, string, string> NextSteps => new()
    {
        { NotStarted, "2019-06-01", "It can be started from 25 June 2019." },
        { NotStarted, "2019-06-25", "Start it, and submit it by 5 July 2019." },
        { NotStarted, "2019-07-06", "Start it, and submit it as soon as you can." },
        { Draft, "2019-07-03", "It is complete: submit it by 5 July 2019." },
        { Draft with { Content = Complete with { Progress = null } }, "2019-07-03", "Put one thing right and submit it by 5 July 2019." },
        { Draft with { Content = Complete with { Capacity = new(2, 1, "Work", null) } }, "2019-07-03", "Answer one doubt and submit it by 5 July 2019." },
        { Returned, "2019-07-03", "Change what the PMO asked for in one place, and submit it again." },
        { Submitted, "2019-07-03", "Nothing: finance confirms its savings next." },
        { Confirmed, "2019-07-03", "Nothing: the PMO decides next." },
        { Submitted with { Content = Complete with { Capacity = new(2, 1, "Work", null) } }, "2019-07-03", "Answer one doubt, so that it can be approved." },
        { Approved, "2019-07-03", "Nothing: it is the project’s position for the month." },
        { Approved.Reopen(Pmo, Noon, "Wrong").Report(), "2019-07-03", "It is complete: submit it again." },
    };

    [Fact]
    public void OfficerDesk_OfAMonth_SetsApartWhatIsDueReturnedWithOthersAndDone()
    {
        var desk = OfficerDesk.Of(June, Day("2019-07-03"), [Opened(Returned, "TP-5"), Opened(NotStarted, "TP-2"), Opened(Draft, "TP-1"), Opened(Submitted, "TP-3"), Opened(Approved, "TP-4")]);

        Assert.Equal(["TP-1", "TP-2"], desk.Due.Select(r => r.Project.Code));
        Assert.Equal("Too short", Assert.Single(desk.Returned).Return?.Note);
        Assert.Equal(["TP-3"], desk.WithOthers.Select(r => r.Project.Code));
        Assert.Equal(["TP-4"], desk.Approved.Select(r => r.Project.Code));
    }

    [Fact]
    public void Opened_RemarksOfAReturn_ShowWhatChangedAtEachSince()
    {
        var returned = Submitted.Return(Pmo, Noon, [new("Ratings[Cost].Reason", "Give the figure"), new("Milestones", "Add a step")], null).Report();
        var changed = returned.Save(Officer, Noon, Context, Complete with { Milestones = [.. Complete.Milestones, new(null, "New", Day("2019-09-01"), null, null)] }).Report();

        var remarks = Opened(changed).Remarks(Complete);

        Assert.Equal([("Reason of the cost rating", 0), ("Milestones", 2)], remarks.Select(r => (r.Label, r.Changes.Count)));
    }

    [Fact]
    public void Opened_Changes_AreThoseSinceTheLastApprovedReport() =>
        Assert.Equal(["Progress", "Spend[1.2]"], Opened(Draft, previous: Complete with { Progress = "Before" }).Changes.Select(c => c.Field));

    private static PmoDesk Desk(params OpenedReport[] reports) => PmoDesk.Of(June, Context.Today, reports);

    private static OpenedReport Opened(HighlightReport report, string project = Code, ReportContent? previous = null, string today = "2019-07-03", params Person[] officers) => new(
        report with { Project = project },
        Context with
        {
            Project = Context.Project with { Code = project },
            Today = Day(today),
            Previous = previous is null ? [] : [new(new(2019, 5), previous)],
        },
        officers);
}
