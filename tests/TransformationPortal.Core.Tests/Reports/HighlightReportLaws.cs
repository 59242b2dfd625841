using FsCheck;
using FsCheck.Fluent;
using TransformationPortal.Core.Reports;
using TransformationPortal.Core.Savings;
using static TransformationPortal.Core.Tests.Reports.Sample;

namespace TransformationPortal.Core.Tests.Reports;

/// <summary>Random people doing random things with one report, held against a model that knows only the rules.</summary>
public sealed class HighlightReportLaws
{
    private static readonly Actor[] People = [Officer, OtherOfficer, Finance, Pmo, OtherPmo, Everybody, Member, Who("frank", ActorRoles.Finance | ActorRoles.Officer, Code)];

    // Complete; incomplete; complete with other savings; complete with a doubt.
    private static readonly ReportContent[] Contents =
    [
        Complete,
        Complete with { Progress = null },
        Complete with { Savings = [new("S-1", This, Confidence.High, new(400_000)), Complete.Savings[2]] },
        Complete with { Capacity = new(4, 3, "Work", null) },
    ];

    private static readonly Arbitrary<Move[]> Moves = Arb.From(
        (from who in Gen.Choose(0, People.Length - 1)
         from action in Gen.Elements(Enum.GetValues<ReportAction>())
         from content in Gen.Choose(0, Contents.Length - 1)
         select new Move(who, action, content)).ArrayOf(),
        moves => moves.Select((_, i) => moves.Where((_, j) => j != i).ToArray()));

    [Fact]
    public void NoSequenceOfActions_ReachesAnIllegalStateOrLetsAWriterDecide() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(600).WithEndSize(60).WithQuietOnSuccess(true), Prop.ForAll(Moves, moves =>
        {
            var (report, model) = (NotStarted, new Model());
            foreach (var move in moves)
            {
                var actor = People[move.Who];
                var expected = model.Allows(actor, move);
                switch (Act(report, actor, move))
                {
                    case ReportResult.Done done:
                        Assert.True(expected, $"{actor.UserName} could {move.Action} in {report.State}");
                        model.Apply(actor, move);
                        Assert.Equal(report.Revision + done.Events.Count, done.Report.Revision);
                        report = done.Report;
                        break;
                    case ReportResult.Refused refused:
                        Assert.False(expected, $"{actor.UserName} could not {move.Action} in {report.State}: {refused.Refusal}");
                        Assert.NotEmpty(refused.Refusal.Sentence);
                        break;
                    default:
                        Assert.Fail("Neither done nor refused.");
                        break;
                }

                model.Matches(report);
            }
        }));

    private static ReportResult Act(HighlightReport report, Actor actor, Move move) => move.Action switch
    {
        ReportAction.Start => report.Start(actor, Noon, Context),
        ReportAction.Save => report.Save(actor, Noon, Context, Contents[move.Content]),
        ReportAction.ReportNoChange => report.ReportNoChange(actor, Noon, Context, "So"),
        ReportAction.AnswerDoubt => report.AnswerDoubt(actor, Noon, Context, "capacity-gap-without-risk", "Covered"),
        ReportAction.Submit => report.Submit(actor, Noon, Context),
        ReportAction.ConfirmSavings => report.ConfirmSavings(actor, Noon, Context),
        ReportAction.DeclineSavings => report.DeclineSavings(actor, Noon, Context, "No"),
        ReportAction.Return => report.Return(actor, Noon, [new("Progress", "More")], null),
        ReportAction.Approve => report.Approve(actor, Noon, Context),
        ReportAction.Reopen => report.Reopen(actor, Noon, "Wrong"),
        _ => throw new ArgumentOutOfRangeException(nameof(move)),
    };

    private sealed record Move(int Who, ReportAction Action, int Content);

    /// <summary>The rules again, as plainly as they can be said: -1 is the empty content that a report here opens with.</summary>
    private sealed class Model
    {
        private readonly HashSet<string> writers = [];
        private ReportState state = ReportState.NotStarted;
        private int content = -1;
        private bool? finance;
        private bool isAnswered;
        private int versions;
        private int? approved;

        private bool IsComplete => content is 0 or 2 or 3;

        public bool Allows(Actor actor, Move move)
        {
            var writes = actor.IsPmo || (actor.IsOfficer && actor.Projects.Contains(Code));
            var others = !writers.Contains(actor.UserName);
            return move.Action switch
            {
                ReportAction.Start => writes && state == ReportState.NotStarted,
                ReportAction.Save => writes && state is ReportState.NotStarted or ReportState.Draft or ReportState.Returned && writes,
                ReportAction.Submit => writes && state is not (ReportState.Submitted or ReportState.Approved) && IsComplete,
                ReportAction.AnswerDoubt => writes && state is ReportState.Draft or ReportState.Returned or ReportState.Submitted && writes && content == 3,
                ReportAction.ConfirmSavings => actor.IsFinance && others && state == ReportState.Submitted && finance != true,
                ReportAction.DeclineSavings => actor.IsFinance && others && state == ReportState.Submitted,
                ReportAction.Return => actor.IsPmo && others && state == ReportState.Submitted,
                ReportAction.Approve => actor.IsPmo && others && state == ReportState.Submitted && finance == true && (content != 3 || isAnswered),
                ReportAction.Reopen => actor.IsPmo && others && state == ReportState.Approved,
                _ => false, // there is no approved report that nothing could have changed since
            };
        }

        public void Apply(Actor actor, Move move)
        {
            if (move.Action is ReportAction.Start or ReportAction.Submit or ReportAction.AnswerDoubt || (move.Action == ReportAction.Save && (state == ReportState.NotStarted || content != move.Content)))
            {
                writers.Add(actor.UserName);
            }

            switch (move.Action)
            {
                case ReportAction.Start:
                    state = ReportState.Draft;
                    break;
                case ReportAction.Save:
                    // Two of the contents differ in their savings from the other two.
                    finance = Savings(content) == Savings(move.Content) ? finance : null;
                    (content, state) = (move.Content, state == ReportState.NotStarted ? ReportState.Draft : state);
                    break;
                case ReportAction.Submit:
                    (state, versions) = (ReportState.Submitted, versions + 1);
                    break;
                case ReportAction.AnswerDoubt:
                    isAnswered = true;
                    break;
                case ReportAction.ConfirmSavings or ReportAction.DeclineSavings:
                    finance = move.Action == ReportAction.ConfirmSavings;
                    break;
                case ReportAction.Return:
                    state = ReportState.Returned;
                    break;
                case ReportAction.Approve:
                    (state, approved) = (ReportState.Approved, versions);
                    break;
                default:
                    state = ReportState.Draft;
                    break;
            }
        }

        public void Matches(HighlightReport report)
        {
            Assert.Equal((state, versions, approved, finance), (report.State, report.Versions, report.ApprovedVersion, report.Finance?.IsConfirmed));
            Assert.Equal(writers.Order(), report.Writers.Select(w => w.UserName).Order());
            Assert.Empty(ReportChanges.Between(content < 0 ? ReportContent.Empty : Contents[content], report.Content));
            if (report.State == ReportState.Approved)
            {
                Assert.DoesNotContain(report.ApprovedBy!.UserName, writers);
                Assert.Empty(ReportCheck.Problems(report.Content, Context));
            }
        }

        private static int Savings(int content) => content is 0 or 1 or 3 ? 1 : content;
    }
}
