using TransformationPortal.Core.Ledgers;
using TransformationPortal.Core.Narrative;
using TransformationPortal.Core.Tests.Building;

namespace TransformationPortal.Core.Tests.Narrative;

public sealed class FigureCatalogueTests
{
    [Fact]
    public void Of_TheSample_OffersWhatThePapersState()
    {
        var offered = FigureCatalogue.Of(SampleEdition.Edition).ToDictionary(f => f.Phrase, f => (f.Now.Text, f.IfAgreed?.Text), StringComparer.Ordinal);

        Assert.Equal(("£15.0m", "£14.3m"), offered["{savings 2019/20}"]);
        Assert.Equal(("£2.3m", null), offered["{savings 2019/20 Delivered}"]);
        Assert.Equal(("62%", null), offered["{savings.share years=next3 confidence=Low,Medium}"]);
        Assert.Equal(("£12.6m", null), offered["{savings years=next3 confidence=Low,Medium source=\"Core transformation programme\"}"]);
        Assert.Equal(("£9.0m", null), offered["{funding \"Corporate reserves\"}"]);
        Assert.Equal(("1,184", null), offered["{measure \"Page views of the 60 seconds interview\"}"]);
        Assert.True(offered.Count > 80);
    }

    [Fact]
    public void Of_AnyProgramme_OffersOnlyWhatGivesSomething() => Law.HoldsForEveryProgramme(programme =>
    {
        var edition = programme.Edition;
        var figures = new FigureReader(edition);
        foreach (var offered in FigureCatalogue.Of(edition))
        {
            Assert.Equal(offered.Now, figures.Read(offered.Phrase.Trim('{', '}'), DecisionBasis.AsItStands).Figure);
        }
    }, cases: 20);
}
