using TransformationPortal.Core.Ledgers;
using TransformationPortal.Core.Tests.Building;
using TransformationPortal.Core.Views;

namespace TransformationPortal.Core.Tests.Views;

public sealed class KeyFiguresTests
{
    [Theory]
    [InlineData("total-target", "Total savings target, 18/19 to 21/22", "£7.8m", "£7.8m")]
    [InlineData("year-target", "19/20 savings target", "£2.6m", "£2.3m")]
    [InlineData("year-delivered", "19/20 savings delivered", "£0.3m", "£0.3m")]
    [InlineData("target-achieved", "Share of 19/20 target achieved", "12%", "13%")]
    [InlineData("planned-spend", "Planned spend, 18/19 to 21/22", "£3.3m", "£3.3m")]
    [InlineData("spent", "Spend to date", "£0.2m", "£0.2m")]
    [InlineData("spent-or-committed", "Spent or committed", "£0.6m", "£0.6m")]
    [InlineData("share-spent", "Share of planned spend", "7%", "7%")]
    [InlineData("projects", "Projects in the programme", "4", "4")]
    [InlineData("completed-projects", "Completed projects", "1", "1")]
    public void Find_AKey_IsThatFigureOnEitherBasis(string key, string title, string asItStands, string ifAgreed)
    {
        var (stands, agreed) = (Small(DecisionBasis.AsItStands).Find(key)!, Small(DecisionBasis.IfAgreed).Find(key)!);

        Assert.Equal((title, title), (stands.Title, agreed.Title));
        Assert.Equal((asItStands, ifAgreed), (stands.Figure.Text, agreed.Figure.Text));
        Assert.EndsWith(".", stands.HowMade, StringComparison.Ordinal);
    }

    [Fact]
    public void Find_AnotherKey_IsNothing()
    {
        Assert.Null(Small(default).Find("no-such-figure"));
        Assert.NotNull(Small(default).Find("Year-Target"));
    }

    [Fact]
    public void All_HaveKeysOfTheirOwn() => Assert.Distinct(Small(default).All.Select(f => f.Key));

    [Fact]
    public void FullText_OfMoney_IsInPounds()
    {
        Assert.Equal("£2,600,000", Small(DecisionBasis.AsItStands).YearTarget.Figure.FullText);
        Assert.Equal("£2,345,000", Small(DecisionBasis.IfAgreed).YearTarget.Figure.FullText);
        Assert.Equal("12%", Small(default).TargetAchieved.Figure.FullText);
    }

    [Fact]
    public void Ratio_NamesTheFiguresItIsMadeOf()
    {
        var achieved = Small(default).TargetAchieved;

        Assert.Equal([("19/20 savings delivered", "£0.3m"), ("19/20 savings target", "£2.6m")], achieved.Parts.Select(p => (p.Label, p.Figure.Text)));
        Assert.Equal(new Derivation.OfFigures("target-achieved", DecisionBasis.AsItStands), achieved.Figure.Source);
        Assert.Equal(300_000m / 2_600_000m, achieved.Figure.Amount);
    }

    [Fact]
    public void Ratio_OfATargetOfNoPounds_IsBlank()
    {
        var edition = new ProgrammeBuilder().Project("TP-01").Line("S-01").Target("2019/20", 0).Position("2019/20", default, 5).Edition();

        Assert.Equal("", new KeyFigures(edition, default).TargetAchieved.Figure.Text);
    }

    [Fact]
    public void Projects_AreSplitByPhaseTheFurthestFirst() =>
        Assert.Equal([("Complete", "1"), ("In flight", "2"), ("Planning", "1")], Small(default).Projects.Parts.Select(p => (p.Label, p.Figure.Text)));

    [Fact]
    public void OnlyDecision_OfSeveral_TakesThatOneAsAgreedAndItsSliceSaysSo()
    {
        var edition = ProgrammeStates.SmallBuilder().Decision("D-10").Reprofile("S-05", 100_000, "2019/20", "2021/22").Edition();

        var (both, first, second) = (Figure(null), Figure("D-01"), Figure("D-10"));

        Assert.Equal([2_245_000, 2_345_000, 2_500_000], new[] { both, first, second }.Select(f => f.Amount));
        Assert.All([both, first, second], f => Assert.Equal(f.Money, edition.Savings.Sum(((Derivation.OfSavings)f.Source).Slice)));

        Figure Figure(string? decision) => new KeyFigures(edition, DecisionBasis.IfAgreed, decision).YearTarget.Figure;
    }

    [Fact]
    public void OnlyDecision_WhereItIsTheOnlyOne_NeedsNoLimitOnDecisions()
    {
        var edition = ProgrammeStates.Small().Compose();

        Assert.Equal(new KeyFigures(edition, DecisionBasis.IfAgreed).YearTarget.Figure, new KeyFigures(edition, DecisionBasis.IfAgreed, "D-01").YearTarget.Figure);
    }

    private static KeyFigures Small(DecisionBasis basis) => new(ProgrammeStates.Small().Compose(), basis);
}
