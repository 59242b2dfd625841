using TransformationPortal.Core.Papers;
using TransformationPortal.Core.Ledgers;
using TransformationPortal.Core.Narrative;
using TransformationPortal.Core.Periods;
using TransformationPortal.Core.Programmes;
using TransformationPortal.Core.Tests.Building;

namespace TransformationPortal.Core.Tests.Narrative;

/// <summary>The annex's default paragraphs: the composed statements, written in the language of figures.</summary>
public sealed class AnnexWordingTests
{
    public static TheoryData<string> Keys => [.. AnnexWording.Sections(new FinancialYear(2019)).Select(s => s.Key)];

    [Theory]
    [MemberData(nameof(Keys))]
    public void Template_OfTheSample_ReadsAsTheStatementOnBothBases(string section)
    {
        var edition = SampleEdition.Edition;
        var figures = new FigureReader(edition);
        var template = AnnexWording.Template(edition, section);

        Assert.All(template, t => Assert.Empty(ProseCheck.Problems(figures, t)));
        foreach (var basis in Enum.GetValues<DecisionBasis>())
        {
            Assert.Equal(
                AnnexWording.Default(edition, basis, section).Select(t => t.Plain),
                template.Select(t => StoryText.Read(FixedProse.Fix(figures, t), basis).Plain));
        }
    }

    [Fact]
    public void Template_OfTheSample_TypesNoFigureOfTheStatementsByHand()
    {
        var typed = AnnexWording.Sections(new FinancialYear(2019)).Where(s => s.Key != AnnexWording.Decisions)
            .SelectMany(s => AnnexWording.Template(SampleEdition.Edition, s.Key)).Select(Prose.Words);

        Assert.All(typed, words => Assert.DoesNotContain("£", words, StringComparison.Ordinal));
        Assert.All(typed, words => Assert.DoesNotContain("%", words, StringComparison.Ordinal));
    }

    [Fact]
    public void Template_OfLaterYears_SaysWhatThePapersSayInTheLanguageOfFigures() => Assert.Equal(
        "Over the next three years, 2020/21 to 2022/23, {savings.position years=next3} is expected. {savings years=next3 confidence=Low,Medium} of it ({savings.share years=next3 confidence=Low,Medium}) is at medium or low confidence. Table\u00A03 sets it out by workstream.",
        AnnexWording.Template(SampleEdition.Edition, AnnexWording.LaterYears)[0]);

    [Fact]
    public void Composed_WithoutEdits_HoldsTheDefaultsWithTheAddressesOfTheirFigures() => Law.HoldsForEveryProgramme(programme =>
    {
        var edition = programme.Edition;
        foreach (var (key, _) in AnnexWording.Sections(edition.Quarter.Year))
        {
            foreach (var basis in Enum.GetValues<DecisionBasis>())
            {
                var (stored, composed) = (AnnexWording.Of(edition, basis, key), AnnexWording.Default(edition, basis, key));
                Assert.Equal(composed.Select(t => t.Plain), stored.Select(t => t.Plain));
                Assert.Equal(
                    composed.SelectMany(t => t.Figures).Where(f => f.Figure.Amount is not null).Select(f => f.Text),
                    stored.SelectMany(t => t.Runs).Where(r => r.FigureAddress is not null).Select(r => r.Text));
            }
        }
    }, cases: 30);

    [Fact]
    public void Composed_WithASectionOfTheQuarter_HoldsItInPlaceOfTheDefault()
    {
        var state = ProgrammeStates.Small() with
        {
            AnnexEdits =
            [
                new(Quarter.Parse("2019/20 Q1"), AnnexWording.Costs, ["**Mine**: {costs}.", "And a second."]),
                new(Quarter.Parse("2019/20 Q2"), AnnexWording.Target, ["Of another quarter."]),
            ],
        };

        var edition = state.Compose();

        Assert.Equal(["Mine: £3.3m.", "And a second."], AnnexWording.Of(edition, DecisionBasis.AsItStands, AnnexWording.Costs).Select(t => t.Plain));
        Assert.StartsWith("The savings target of the programme", AnnexWording.Of(edition, DecisionBasis.AsItStands, AnnexWording.Target)[0].Plain, StringComparison.Ordinal);
        Assert.Contains(Annex2.Compose(edition, DecisionBasis.AsItStands).Blocks.OfType<AnnexBlock.Numbered>(), b => b.Text.Plain == "And a second.");
    }

    [Fact]
    public void Composed_WithAFigureInTheStory_FixesItsWords()
    {
        var state = ProgrammeStates.Small();
        state = state with { Stories = [.. state.Stories.Select(s => s with { Items = [new(StoryKind.Achievement, 1, "{costs.spent} spent", null)] })] };

        Assert.Equal("[£0.2m](figure:costs/entries?kind=actual) spent", Assert.Single(state.Compose().Story.Items).Text);
    }
}
