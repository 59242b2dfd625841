using TransformationPortal.Core.Papers;
using TransformationPortal.Core.Ledgers;
using TransformationPortal.Core.Narrative;

namespace TransformationPortal.Core.Tests.Narrative;

public sealed class ProseTests
{
    private readonly FigureReader figures = new(SampleEdition.Edition);

    [Theory]
    [InlineData("Plain words", "Plain words")]
    [InlineData("{costs}", "<costs>")]
    [InlineData("Of {total-target}, {savings 2019/20 Delivered}.", "Of |<total-target>|, |<savings 2019/20 Delivered>|.")]
    [InlineData("A { brace, {1} and {} and {open", "A { brace, {1} and {} and {open")]
    [InlineData("{costs\n}", "{costs\n}")]
    public void Parse_AnyText_TellsFiguresFromWords(string text, string parts) =>
        Assert.Equal(parts, string.Join('|', Prose.Parse(text).Select(p => p.IsFigure ? $"<{p.Text}>" : p.Text)));

    [Fact]
    public void Problems_WhatIsRight_AreNone() => Assert.Empty(ProseCheck.Problems(
        figures, "**{costs}** is planned, see [the case](document:business-case-2018), [projects](/2019-20/q1/projects), [TP-07](project:TP-07) and [elsewhere](https://example.org/a)."));

    [Theory]
    [InlineData("{savings 2019/20 Deliverd}", "Did you mean {savings 2019/20 Delivered}")]
    [InlineData("{savings 2019/20", "opens a brace and does not close it")]
    [InlineData("[x](http://example.org)", "“http://example.org” is none of these")]
    [InlineData("[x](javascript:alert(1))", "is none of these")]
    [InlineData("[[x]](http://example.org)", "“http://example.org” is none of these")]
    [InlineData("[a\\]b](http://example.org)", "“http://example.org” is none of these")]
    [InlineData("[[£99.9m]](figure:savings?kind=position)", "is none of these")]
    [InlineData("[x][y]\n\n> [y]: http://example.org", "“http://example.org” is none of these")]
    [InlineData("[x](//example.org)", "is none of these")]
    [InlineData("[x](figure:savings)", "“figure:savings” is none of these")]
    [InlineData("<javascript:alert(1)>", "is none of these")]
    [InlineData("[x]: ftp://example.org", "“ftp://example.org” is none of these")]
    [InlineData("![x](https://example.org/a.png)", "Pictures cannot be shown")]
    public void Problems_WhatIsWrong_AreNamed(string text, string message) =>
        Assert.Contains(message, Assert.Single(ProseCheck.Problems(figures, text)).Message, StringComparison.Ordinal);

    [Fact]
    public void Fix_AFigureThatADecisionMoves_KeepsBothWordsAndItsAddress() => Assert.Equal(
        "Of [£15.0m](figure:savings?kind=revised&year=2019/20 \"£14.3m\"), [£2.3m](figure:savings?kind=position&year=2019/20&confidence=Delivered).",
        FixedProse.Fix(figures, "Of {savings this-year}, {savings this-year Delivered}."));

    [Fact]
    public void Fix_AFigureOnABasisOfItsOwn_SaysSoInItsAddress() => Assert.Equal(
        "[£0.755m](figure:savings?kind=revised&year=none&basis=agreed) and [15%](figure:figures/target-achieved?basis=stands)",
        FixedProse.Fix(figures, "{savings year=none basis=agreed exact} and {target-achieved basis=stands}"));

    [Fact]
    public void Fix_AFigureThatIsGone_StaysAsItWasWritten() => Assert.Equal("{savings 1999/00}", FixedProse.Fix(figures, "{savings 1999/00}"));

    [Fact]
    public void StoryText_WithAFigureFromElsewhere_KeepsItsSourceAsAFootnote()
    {
        var text = StoryText.Read(FixedProse.Fix(figures, "**The council spends £612m^[Statement of accounts, page 14]** and {costs} on this."), DecisionBasis.AsItStands);

        Assert.Equal("Statement of accounts, page 14", Assert.Single(text.Runs, r => r.Note is not null).Note);
        Assert.Equal("The council spends £612m (source: Statement of accounts, page 14) and £17.9m on this.", text.Plain);
        Assert.Equal("£612m (source: Accounts)", FixedProse.Plain("£612m^[ Accounts ]", DecisionBasis.AsItStands));
    }

    [Theory]
    [InlineData("£612m^[Statement of accounts", "is not closed on its line")]
    [InlineData("£612m^[Statement\nof accounts]", "is not closed on its line")]
    [InlineData("£612m^[]", "in plain words")]
    [InlineData("£612m^[{costs}]", "in plain words")]
    [InlineData("£612m^[see [there](https://example.org)]", "in plain words")]
    public void Problems_OfASource_AreNamed(string text, string says) =>
        Assert.Contains(ProseCheck.Problems(figures, text), p => p.Sentence.Contains(says, StringComparison.Ordinal));

    [Fact]
    public void Problems_OfALongSource_SayHowLongItMayBe() =>
        Assert.Equal("A source may have at most 300 characters, and this one has 301.", Assert.Single(ProseCheck.Problems(figures, $"£1m^[{new string('x', 301)}]")).Sentence);

    [Fact]
    public void StoryText_WithStrongWordsAndFigures_KeepsBoth()
    {
        var text = StoryText.Read(FixedProse.Fix(figures, "**{costs} planned**, {savings this-year} [due](/x)"), DecisionBasis.IfAgreed);

        Assert.Equal("£17.9m planned, £14.3m due", text.Plain);
        Assert.Equal(
            [("£17.9m", true, "costs/entries?kind=budget"), ("£14.3m", false, "savings?kind=revised&year=2019/20")],
            text.Runs.Where(r => r.FigureAddress is not null).Select(r => (r.Text, r.IsStrong, r.FigureAddress!)));
    }
}
