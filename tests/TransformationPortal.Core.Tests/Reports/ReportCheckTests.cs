using TransformationPortal.Core.Ratings;
using TransformationPortal.Core.Reports;
using TransformationPortal.Core.Savings;
using static TransformationPortal.Core.Tests.Reports.Sample;

namespace TransformationPortal.Core.Tests.Reports;

/// <summary>What is said of a report in which one thing is missing or wrong: the field, and what to do.</summary>
public sealed class ReportCheckTests
{
    private const ReportProblemKind Missing = ReportProblemKind.Missing;
    private const ReportProblemKind Wrong = ReportProblemKind.Wrong;
    private const ReportProblemKind TooMuch = ReportProblemKind.TooMuch;

    [Fact]
    public void Problems_OfACompleteReport_AreNone() => Assert.Empty(ReportCheck.Problems(Complete, Context));

    [Fact]
    public void Problems_OfAnEmptyReport_AskForEveryPart()
    {
        var problems = ReportCheck.Problems(ReportContent.Empty, Context);

        Assert.All(problems, p => Assert.Equal(Missing, p.Kind));
        Assert.Equal(
            [ReportSection.Ratings, ReportSection.Progress, ReportSection.Savings, ReportSection.Spend, ReportSection.Capacity],
            problems.Select(p => p.Section).Distinct());
        Assert.Equal(6, problems.Count(p => p.Section == ReportSection.Ratings));
        Assert.Equal(2, problems.Count(p => p.Section == ReportSection.Savings));
    }

    [Fact]
    public void Problems_InASection_AreThoseOfThatSectionAlone() =>
        Assert.All(ReportCheck.Problems(ReportSection.Savings, ReportContent.Empty, Context), p => Assert.Equal(ReportSection.Savings, p.Section));

    [Fact]
    public void Problems_AnyField_BelongsToTheSectionThatItNames() =>
        Assert.All(ReportCheck.Problems(ReportContent.Empty, Context), p => Assert.Equal(p.Section, ReportFields.SectionOf(p.Field)));

    [Fact]
    public void Rating_NotGiven_IsAskedFor() => Assert.Equal(
        ("Ratings[Scope].Rag", "Give the scope rating: red, amber or green.", Missing),
        OnlyProblem(Complete with { Ratings = [.. Complete.Ratings.Where(r => r.Aspect != RagAspect.Scope)] }));

    [Fact]
    public void Rating_WithoutAReason_IsAskedWhy() => Assert.Equal(
        ("Ratings[Cost].Reason", "Say why the cost rating is amber.", Missing),
        OnlyProblem(WithRating(new(RagAspect.Cost, Rag.Amber, null))));

    [Fact]
    public void Rating_WithAReasonTooLong_IsToBeShortened() => Assert.Equal(
        ("Ratings[Cost].Reason", "Shorten the reason of the cost rating to 2,000 characters: it has 2,001.", TooMuch),
        OnlyProblem(WithRating(new(RagAspect.Cost, Rag.Amber, new('x', 2001)))));

    [Fact]
    public void Rating_NotGreenWithoutAPath_IsAskedForOne() => Assert.Equal(
        ("PathToGreen[Benefits]", "The benefits rating is red: say what will bring it back to green, who does it and by when.", Missing),
        OnlyProblem(WithRating(new(RagAspect.Benefits, Rag.Red, "It will not save"))));

    [Fact]
    public void Rating_GivenTwice_IsWrong() => Assert.Equal(
        ("Ratings[Scope].Rag", "There are two scope ratings: keep one.", Wrong),
        OnlyProblem(Complete with { Ratings = [.. Complete.Ratings, new(RagAspect.Scope, Rag.Green, "Again")] }));

    [Fact]
    public void PathToGreen_WithNothingButItsRating_IsAskedForActionOwnerAndDay() => Assert.Equal(
        [
            ("PathToGreen[P1].Action", "Say what the action of the path to green of the cost rating is."),
            ("PathToGreen[P1].Owner", "Say who owns the action of the path to green of the cost rating."),
            ("PathToGreen[P1].Due", "Say by which day the action of the path to green of the cost rating is done."),
        ],
        ReportCheck.Problems(Complete with { PathToGreen = [new("P1", RagAspect.Cost, null, null, null)] }, Context).Select(p => (p.Field, p.Sentence)));

    [Fact]
    public void Progress_Missing_IsAskedFor() =>
        Assert.Equal(("Progress", "Say what was done in this period.", Missing), OnlyProblem(Complete with { Progress = null }));

    [Fact]
    public void NextSteps_Missing_AreAskedFor() => Assert.Equal(("NextSteps", "Say what is done next.", Missing), OnlyProblem(Complete with { NextSteps = " " }));

    [Fact]
    public void Progress_TooLong_IsToBeShortened() => Assert.Equal(
        ("Progress", "Shorten the progress of this period to 4,000 characters: it has 4,001.", TooMuch), OnlyProblem(Complete with { Progress = new('x', 4001) }));

    [Fact]
    public void Savings_Negative_AreWrong() => Assert.Equal(
        ("Savings[S-1][2019/20][High]", "Enter what S-1 saves in 2019/20 at High as a positive amount: a saving is not negative.", Wrong),
        OnlyProblem(WithSavings(new("S-1", This, Confidence.Delivered, new(401_000)), new("S-1", This, Confidence.High, new(-1_000)), Later)));

    [Fact]
    public void Savings_OutsideTheProgramme_AreWrong() => Assert.Equal(
        ("Savings[S-1][2023/24][Low]", "2023/24 lies outside the programme, which runs from 2018/19 to 2022/23: remove the amount.", Wrong),
        OnlyProblem(Complete with { Savings = [.. Complete.Savings, new("S-1", new(2023), Confidence.Low, new(1))] }));

    [Fact]
    public void Savings_OfAnotherProjectsLine_AreWrong() => Assert.Equal(
        ("Savings[S-9][2019/20][Low]", "S-9 is not a savings line of TP-07: remove its amounts.", Wrong),
        OnlyProblem(Complete with { Savings = [.. Complete.Savings, new("S-9", This, Confidence.Low, new(1))] }));

    [Fact]
    public void Savings_DeliveredBeforeTheYearBegins_AreWrong() => Assert.Equal(
        ("Savings[S-1][2020/21][Delivered]", "Nothing of S-1 can be delivered for 2020/21 yet: the year begins on 1 April 2020.", Wrong),
        OnlyProblem(WithSavings(Now, new("S-1", Next, Confidence.Delivered, new(600_000)))));

    [Fact]
    public void Savings_DeliveredInTheLastMonthBeforeTheYear_AreWrongAndInItsFirstAreNot()
    {
        var content = WithSavings(Now, new("S-1", Next, Confidence.Delivered, new(600_000)));

        Assert.Single(ReportCheck.Problems(content, Context with { Month = new(2020, 3) }));
        Assert.Empty(ReportCheck.Problems(content, Context with { Month = new(2020, 4) }));
    }

    [Fact]
    public void Savings_BelowTheTarget_AreToBeExplained() => Assert.Equal(
        ("Variances[S-1][2019/20]", "S-1 adds up to £150,000 in 2019/20, £250,000 less than the revised target of £400,000: explain the difference.", Missing),
        OnlyProblem(WithSavings(new("S-1", This, Confidence.High, new(150_000)), Later)));

    [Fact]
    public void Savings_AboveTheTarget_AreToBeExplained() => Assert.Equal(
        ("Variances[S-1][2019/20]", "S-1 adds up to £500,000 in 2019/20, £100,000 more than the revised target of £400,000: explain the difference.", Missing),
        OnlyProblem(WithSavings(new("S-1", This, Confidence.High, new(500_000)), Later)));

    [Fact]
    public void Savings_DeliveredAboveTheTarget_AreToBeExplained() => Assert.Equal(
        ("Variances[S-1][2019/20]", "S-1 has delivered £450,000 in 2019/20, more than the revised target of £400,000: explain how.", Missing),
        OnlyProblem(WithSavings(new("S-1", This, Confidence.Delivered, new(450_000)), Later)));

    [Fact]
    public void Savings_NoneAgainstATarget_AreToBeExplained() => Assert.Equal(
        ("Variances[S-1][2020/21]", "S-1 has no amounts in 2020/21 against the revised target of £600,000: enter them, or explain why there are none.", Missing),
        OnlyProblem(WithSavings(Now)));

    [Fact]
    public void Savings_WithoutATarget_AreToBeExplained() => Assert.Equal(
        ("Variances[S-1][2021/22]", "S-1 adds up to £5,000 in 2021/22, £5,000 more than what was asked, which is nothing: explain the difference.", Missing),
        OnlyProblem(Complete with { Savings = [.. Complete.Savings, new("S-1", new(2021), Confidence.Low, new(5_000))] }));

    [Fact]
    public void Savings_OffTheTargetButExplained_AreAccepted() => Assert.Empty(ReportCheck.Problems(
        WithSavings(Now) with { Variances = [new("S-1", Next, "The later part is not planned yet")] }, Context));

    [Fact]
    public void Savings_OffTheTargetExplainedWithASpace_AreNotAccepted() => Assert.Single(ReportCheck.Problems(
        WithSavings(Now) with { Variances = [new("S-1", Next, " ")] }, Context));

    [Fact]
    public void Savings_ZeroAgainstATargetOfZero_NeedNoExplanation() => Assert.Empty(ReportCheck.Problems(
        WithSavings(new SavingsCell("S-1", This, Confidence.High, Money.Zero)), Context with { Lines = [new("S-1", "Nothing", [new(This, Money.Zero)])] }));

    [Fact]
    public void Savings_InFractionsOfAPenny_AreWrong() => Assert.Equal(
        ("Savings[S-1][2019/20][High]", "Give what S-1 saves in 2019/20 at High in pounds and whole pence.", Wrong),
        OnlyProblem(WithSavings(new("S-1", This, Confidence.High, new(400_000.001m)), Later) with { Variances = [new("S-1", This, "Rounding")] }));

    [Fact]
    public void Savings_OfAThousandMillion_AreTooMuch() => Assert.Equal(
        ("Savings[S-1][2019/20][High]", "Check what S-1 saves in 2019/20 at High: £1,000 million or more is not a project’s amount.", TooMuch),
        OnlyProblem(WithSavings(new("S-1", This, Confidence.High, new(1_000_000_000)), Later) with { Variances = [new("S-1", This, "Typing")] }));

    [Fact]
    public void Savings_TwiceInOneCell_AreWrong() => Assert.Equal(
        ("Savings[S-1][2020/21][Medium]", "S-1 has two amounts at Medium in 2020/21: keep one.", Wrong),
        OnlyProblem(WithSavings(Now, new("S-1", Next, Confidence.Medium, new(300_000)), new("S-1", Next, Confidence.Medium, new(300_000)))));

    [Fact]
    public void Explanation_TooLong_IsToBeShortened() => Assert.Equal(
        ("Variances[S-1][2019/20]", "Shorten the explanation for S-1 in 2019/20 to 2,000 characters: it has 2,001.", TooMuch),
        OnlyProblem(Complete with { Variances = [new("S-1", This, new('x', 2001))] }));

    private static readonly SavingsCell Now = new("S-1", This, Confidence.High, new(400_000));
    private static readonly SavingsCell Later = new("S-1", Next, Confidence.Medium, new(600_000));

    private static ReportContent WithSavings(params SavingsCell[] cells) => Complete with { Savings = cells };

    private static ReportContent WithRating(RatingEntry entry) =>
        Complete with { Ratings = [.. Complete.Ratings.Where(r => r.Aspect != entry.Aspect), entry] };
}
