using TransformationPortal.Core.Ledgers;
using TransformationPortal.Core.Narrative;
using TransformationPortal.Core.Papers;
using TransformationPortal.Core.Views;

namespace TransformationPortal.Core.Tests.Narrative;

/// <summary>Figures that prose names, read from the sample.</summary>
public sealed class FigureReaderTests
{
    private readonly FigureReader figures = new(SampleEdition.Edition);

    [Theory]
    [InlineData("savings 2019/20 Delivered", "£2.3m")]
    [InlineData("savings 2019/20 Delivered exact", "£2.308m")]
    [InlineData("savings 2019/20 Delivered full", "£2,308,000")]
    [InlineData("savings this-year", "£15.0m")]
    [InlineData("savings.original this-year exact", "£14.724m")]
    [InlineData("savings.share years=next3 confidence=Low,Medium", "62%")]
    [InlineData("savings.position years=next3", "£30.1m")]
    [InlineData("savings years=next3 confidence=Low,Medium", "£18.6m")]
    [InlineData("savings later-years Low,Medium source=\"Core transformation programme\"", "£12.6m")]
    [InlineData("savings workstream=\"service redesign\" 2019/20 exact", "£2.307m")]
    [InlineData("Savings “Increasing Income & other” this-year", "£2.7m")]
    [InlineData("savings year=none basis=agreed exact", "£0.755m")]
    [InlineData("savings.share workstream=\"Reducing Third Party Spend\" 2019/20 kind=revised", "67%")]
    [InlineData("total-target", "£49.7m")]
    [InlineData("target-achieved", "15%")]
    [InlineData("target-achieved basis=agreed", "16%")]
    [InlineData("costs", "£17.9m")]
    [InlineData("costs.spent", "£1.8m")]
    [InlineData("costs.spent-or-committed", "£3.3m")]
    [InlineData("costs 2019/20 area=3", "£5.0m")]
    [InlineData("funding.confirmed", "£14.0m")]
    [InlineData("funding \"Corporate reserves\"", "£9.0m")]
    [InlineData("funding-margin", "£0.1m")]
    [InlineData("projects", "49")]
    [InlineData("projects Planning", "32")]
    [InlineData("projects phase=\"In flight\"", "11")]
    [InlineData("measure \"Page views of the transformation front page\"", "951")]
    public void Read_AFigureThatExists_GivesWhatThePapersPrint(string phrase, string printed)
    {
        var reading = figures.Read(phrase, DecisionBasis.AsItStands);

        Assert.Null(reading.Problem);
        Assert.Equal(printed, reading.Text);
    }

    [Theory]
    [InlineData("savings 2019/20 Deliverd", "“Deliverd” is not known here.", "{savings 2019/20 Delivered}")]
    [InlineData("savings confidence=Meduim", "“Meduim” is not a confidence of this edition.", "{savings confidence=Medium}")]
    [InlineData("savings confidenze=Medium", "“confidenze” is not something it can be limited by.", "{savings confidence=Medium}")]
    [InlineData("saving 2019/20", "there is no measure “saving”.", "{savings}")]
    [InlineData("totaltarget", "there is no measure “totaltarget”.", "{total-target}")]
    [InlineData("savings years=next9", "“2023/24” is not a year of this edition.", null)]
    [InlineData("savings \"Reducing Third Party Spend\"", "“Reducing Third Party Spend” can be a workstream or a activity; say which.", "{savings workstream=\"Reducing Third Party Spend\"}")]
    [InlineData("measure \"Page view\"", "“Page view” is not a measure of this quarter.", "{measure \"Page views of the 60 seconds interview\"}")]
    [InlineData("funding \"Corporate reserve\"", "“Corporate reserve” is not a source of funding.", "{funding \"Corporate reserves\"}")]
    [InlineData("projects Plannin", "“Plannin” is not known of projects.", "{projects Planning}")]
    [InlineData("total-target 2019/20", "“total-target” takes no terms.", null)]
    [InlineData("savings year=", "does not name a figure", null)]
    [InlineData("savings 2022/23 Delivered", "gives nothing: nothing is recorded for it.", "{savings Delivered}")]
    public void Read_WhatIsNoFigure_SaysWhyAndWhatWasMeant(string phrase, string problem, string? nearest)
    {
        var reading = figures.Read(phrase, DecisionBasis.AsItStands);

        Assert.Null(reading.Figure);
        Assert.Contains(problem, reading.Problem, StringComparison.Ordinal);
        if (nearest is not null)
        {
            Assert.Contains(nearest, reading.Nearest);
        }
    }

    [Fact]
    public void Read_OnTheOtherBasis_MovesWithTheDecision() =>
        Assert.Equal("£14.3m", figures.Read("savings this-year", DecisionBasis.IfAgreed).Text);

    [Fact]
    public void Write_EveryHeadlineAndAnnexFigure_IsReadAsTheSameFigure()
    {
        var edition = SampleEdition.Edition;
        var writer = new FigureWriter(edition);
        foreach (var basis in Enum.GetValues<DecisionBasis>())
        {
            List<Figure> all =
            [
                .. new KeyFigures(edition, basis).All.Concat(new KeyFigures(edition, basis).Facts).SelectMany(f => f.Parts.Select(p => p.Figure).Prepend(f.Figure)),
                .. AnnexWording.Sections(edition.Quarter.Year).SelectMany(s => AnnexWording.Default(edition, basis, s.Key)).SelectMany(t => t.Figures).Select(f => f.Figure),
                .. new FinancialPosition(edition, basis).Tables.SelectMany(t => t.Rows).SelectMany(r => r.Cells).Select(c => c.Figure).OfType<Figure>().Where(f => f.Amount is not null),
                .. new Dashboard(edition, basis).Measures.Select(m => m.Figure),
            ];
            Assert.True(all.Count > 150);
            foreach (var figure in all)
            {
                var written = writer.Write(figure, FigureFormat.Exact, FigureAddress.Of(figure.Source).Basis);
                var read = figures.Read(written.Trim('{', '}'), DecisionBasis.AsItStands);
                if (figure.Amount != 0 || read.Figure is not null)
                {
                    Assert.True(read.Problem is null, $"{written}: {read.Problem}");
                    Assert.Equal((figure.Amount, figure.Source), (read.Figure!.Amount, read.Figure.Source));
                }
            }
        }
    }
}
