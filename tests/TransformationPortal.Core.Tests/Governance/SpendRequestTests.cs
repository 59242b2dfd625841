using TransformationPortal.Core.Composing;
using TransformationPortal.Core.Costs;
using TransformationPortal.Core.Governance;
using TransformationPortal.Core.Periods;
using TransformationPortal.Core.Programmes;
using TransformationPortal.Core.Reports;
using TransformationPortal.Core.Tests.Building;

namespace TransformationPortal.Core.Tests.Governance;

public sealed class SpendRequestTests
{
    private static readonly FinancialYear Year = new(2019);
    private static readonly DateOnly Today = new(2019, 6, 20);

    private static readonly Actor Officer = Person("officer", ActorRoles.Officer, "TP-01");
    private static readonly Actor Chair = Person("chair", ActorRoles.None);
    private static readonly Actor Director = Person("director", ActorRoles.None);

    [Fact]
    public void Approve_WithinTheBoardsLimit_IsCommittedUntilSpent()
    {
        var request = Done(Asked(50_000).Approve(Chair, Today, null, Frame()));

        Assert.Equal((SpendRequestState.Approved, "Residents"), (request.State, request.Body));
        Assert.Equal(new Money(50_000), Frame([request]).Committed(Line(Frame([request]))));
        Assert.Equal(new Money(30_000), Frame([request], spent: 20_000).LeftOf(request));
    }

    [Fact]
    public void Approve_AboveTheBoardsLimit_GoesUpByItselfAndSaysWhy()
    {
        var passed = Done(Asked(150_000).Approve(Chair, Today, "We agree.", Frame()));

        Assert.Equal((SpendRequestState.Requested, "Programme Board"), (passed.State, passed.Body));
        Assert.Equal("£150,000 is above the £100,000 that Residents may approve. We agree.", passed.Events[^1].Note);
        Assert.Contains("Programme Board", Refused(passed.Approve(Chair, Today, null, Frame())).Sentence, StringComparison.Ordinal);

        var approved = Done(passed.Approve(Director, Today, null, Frame()));

        Assert.Equal(["Requested", "Agreed and passed up", "Approved"], approved.Approval!.Trail.Select(s => s.What));
        Assert.Equal("Programme Board", approved.Approval.Body);
    }

    [Fact]
    public void Approve_MoreThanTheBudgetHolds_IsRefusedToAnybody()
    {
        var first = Done(Asked(100_000).Approve(Chair, Today, null, Frame()));
        var frame = Frame([first], spent: 40_000);

        // £300,000 less what is spent and what is committed of the first.
        Assert.Equal(new Money(200_000), frame.LeftOf("1.1"));
        Assert.Equal(
            "The budget of cost line 1.1 has £200,000 left: £250,000 cannot be approved by anybody. Return the request, or have the budget changed first.",
            Refused(Asked(250_000).Approve(Chair, Today, null, frame)).Sentence);
    }

    [Fact]
    public void Decide_ByWhoeverWroteItOrIsNotOnTheBoardThatDay_IsRefused()
    {
        var own = Done(SpendRequest.Write("SR-02", Person("chair", ActorRoles.Pmo), Content(1_000), Frame()));
        var asked = Done(own.Ask(Person("chair", ActorRoles.Pmo), Frame()));

        Assert.Equal("You have written or asked for SR-02 yourself. Somebody else on Residents must decide it.", Refused(asked.Approve(Chair, Today, null, Frame())).Sentence);
        Assert.True(Refused(Asked(1_000).Approve(Officer, Today, null, Frame())).IsNotAllowed);
        Assert.True(Refused(Asked(1_000).Approve(Chair, Today, null, Frame(until: Today.AddDays(-1)))).IsNotAllowed);
    }

    [Fact]
    public void Ask_WhereNoBoardMayApproveSoMuch_SaysSo() => Assert.Equal(
        "No board from Residents upwards may approve £2,000,000 on cost line 1.1. The PMO keeps what each may approve in the register of limits.",
        Refused(Draft(2_000_000).Ask(Officer, Frame())).Sentence);

    [Fact]
    public void Withdraw_AfterItWasApprovedOrReleased_IsRefused()
    {
        var approved = Done(Asked(50_000).Approve(Chair, Today, null, Frame()));
        var released = Done(approved.Release(Officer, "The supplier charged less.", Frame([approved])));

        Assert.Equal("SR-01 was approved by Residents, so that it cannot be withdrawn.", Refused(approved.Withdraw(Officer, null, Frame())).Sentence);
        Assert.Equal("SR-01 was approved, and what was left of it is released, so that it cannot be withdrawn.", Refused(released.Withdraw(Officer, null, Frame())).Sentence);
        Assert.Equal(new Money(300_000), Frame([released]).LeftOf("1.1"));
    }

    [Theory]
    [InlineData(null, "Enter the day on which the board decided.")]
    [InlineData("2019-06-21", "21 June 2019 is still to come. Enter the day on which the board decided, 20 June 2019 at the latest.")]
    [InlineData("2019-06-19", "The board has had it since 20 June 2019. Enter that day or a later one.")]
    public void Approve_OnADayThatCannotBe_IsRefused(string? day, string sentence) =>
        Assert.Equal(sentence, Refused(Asked(1_000).Approve(Chair, day is null ? null : ProgrammeBuilder.Day(day), null, Frame())).Sentence);

    [Fact]
    public void Write_WithNothingInIt_NamesEveryFieldThatIsMissing()
    {
        var refusal = Refused(SpendRequest.Write("SR-01", Officer, new("", "", "TP-01", [], "", null, null, null, null), Frame()));

        Assert.Equal(["title", "line", "amounts", "why"], refusal.Problems.Select(p => p.Field));
    }

    [Fact]
    public void Boards_ThatReportInACircle_EndTheWayUp()
    {
        var circle = new Delegation([Board("A", "B"), Board("B", "A")], [new("B", null, new(1))]);

        Assert.Equal(["A", "B"], circle.Upwards("A"));
        Assert.Null(circle.WhoMayApprove("A", "1.1", new(2)));
    }

    [Fact]
    public void AnyOrderOfActions_NeverApprovesMoreThanTheBudgetOrALimit()
    {
        for (var seed = 0; seed < 400; seed++)
        {
            var lot = new Random(seed);
            var requests = new List<SpendRequest>();
            var (day, spent) = (new DateOnly(2019, 4, 1), 0);
            for (var step = 0; step < 30; step++)
            {
                day = day.AddDays(lot.Next(4));
                var frame = Frame(requests, spent, today: day);
                var at = lot.Next(requests.Count + 1);
                if (at == requests.Count)
                {
                    requests.Add(Done(SpendRequest.Write($"SR-{at + 1:00}", Officer, Content(lot.Next(1, 260) * 1_000), frame)));
                    continue;
                }

                var (request, actor) = (requests[at], new[] { Officer, Chair, Director }[lot.Next(3)]);
                var result = lot.Next(7) switch
                {
                    0 => request.Ask(actor, frame),
                    1 => request.Return(actor, "Say more.", frame),
                    2 => request.Refuse(actor, day, "No.", frame),
                    3 => request.Withdraw(actor, null, frame),
                    4 => request.Release(actor, "Not needed.", frame),
                    _ => request.Approve(actor, day, null, frame),
                };
                if (result is SpendRequestResult.Done(var after))
                {
                    requests[at] = after;
                    if (after.State == SpendRequestState.Approved && request.State == SpendRequestState.Requested)
                    {
                        Assert.True(after.Content.Total <= frame.Delegation.LimitOf(after.Body!, "1.1"), $"seed {seed}: above the limit");
                        Assert.True(Frame(requests, spent, today: day).LeftOf("1.1") >= Money.Zero, $"seed {seed}: more than the budget");
                    }
                }
            }
        }
    }

    [Fact]
    public void Edition_HoldsWhatWasApprovedByItsDay_AndWhatIsLeftAsCommitted()
    {
        var before = Done(Asked(50_000).Approve(Chair, Today, null, Frame())).Approval! with { Line = "1.1" };
        var state = ProgrammeStates.Small() with
        {
            CostLines = [Line(Frame(spent: 20_000))],
            CostAreas = [new("1", "Technology")],
            SpendApprovals = [before, before with { Ref = "SR-02", ApprovedOn = new(2019, 7, 1) }],
        };

        var edition = state.Compose();

        Assert.Equal(["SR-01"], edition.SpendApprovals!.Select(a => a.Ref));
        var committed = Assert.Single(edition.CostLines[0].Amounts, a => a.Kind == CostKind.Committed);
        Assert.Equal((new Money(30_000), Year, "SR-01"), (committed.Amount, committed.Year, committed.Request));
        Assert.Equal(2, state.Compose("2019/20 Q2").SpendApprovals!.Count);
    }

    [Fact]
    public void Commitments_OfAYearThatIsOver_StandInTheYearAfterIt_AndACreditNoteGivesBack()
    {
        var approval = new SpendApproval(
            "SR-01", "Advice", "1.1", null, "Why", null, null, null, [new(new(2018), new(100)), new(Year, new(200))], "Residents", new(2018, 11, 1), []);
        var line = new CostLine("1.1", "1", "Advice", null, [Spent(2019, 2, 80), Spent(2019, 5, 50), Spent(2019, 6, -10)]);

        Assert.Equal(new Money(180), Assert.Single(Commitments.Of(line, [approval], new(2019, 6))).Amount);
        Assert.Equal([(new FinancialYear(2018), 20m), (Year, 200m)], Commitments.Of(line, [approval], new(2019, 3)).Select(a => (a.Year, a.Amount.Pounds)));
        Assert.Empty(Commitments.Of(line, [approval], new(2018, 10)));
    }

    private static CostAmount Spent(int year, int month, decimal pounds) => new(CostKind.Actual, new ReportingMonth(year, month).FinancialYear, new(year, month), new(pounds), null);

    private static SpendRequest Draft(decimal pounds) => Done(SpendRequest.Write("SR-01", Officer, Content(pounds), Frame()));

    private static SpendRequest Asked(decimal pounds) => Done(Draft(pounds).Ask(Officer, Frame()));

    private static SpendRequestContent Content(decimal pounds) =>
        new("Portal for residents", "1.1", "TP-01", [new(Year, new(pounds))], "To move services online.", "The strategic partner", "WO-7", null, "A portal");

    private static Actor Person(string name, ActorRoles roles, params string[] projects) => new(name, name, roles, projects.ToHashSet(StringComparer.Ordinal));

    private static Board Board(string name, string? above, BoardKind kind = BoardKind.WorkstreamBoard) => new(name, kind, above, "Oversees", null);

    private static CostLine Line(SpendFrame frame) => frame.Line("1.1")!;

    private static SpendFrame Frame(IReadOnlyList<SpendRequest>? requests = null, decimal spent = 0, DateOnly? until = null, DateOnly? today = null) => new(
        [Board("Residents", "Programme Board"), Board("Programme Board", null, BoardKind.ProgrammeBoard)],
        [new("Residents", "Chair", "Chair", true, null, until), new("Programme Board", "Director", "director", true, null, null)],
        [new("Residents", null, new(100_000)), new("Programme Board", null, new(1_000_000))],
        [new("1.1", "1", "Platform", null, [new(CostKind.Budget, Year, null, new(300_000), null), Spent(2019, 6, spent)])],
        [("TP-01", "Portal", "Residents")],
        [.. (requests ?? []).Select(r => r.Approval).OfType<SpendApproval>()],
        new(2018), new(2022), today ?? Today, (today ?? Today).ToDateTime(new TimeOnly(12, 0), DateTimeKind.Utc));

    private static SpendRequest Done(SpendRequestResult result) => Assert.IsType<SpendRequestResult.Done>(result).Request;

    private static SpendRefusal Refused(SpendRequestResult result) => Assert.IsType<SpendRequestResult.Refused>(result).Refusal;
}
