using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using TransformationPortal.Annexes.Tests.Reading;
using TransformationPortal.Annexes.Tests.Sample;
using TransformationPortal.Annexes.Word;
using TransformationPortal.Core.Papers;
using TransformationPortal.Core.Ledgers;

namespace TransformationPortal.Annexes.Tests.Word;

/// <summary>Figures in the sentences of a paper lead to the portal's page of what they are made of.</summary>
public sealed class FigureLinkTests
{
    private static readonly Uri Portal = new("https://portal.example.org/council/");

    [Theory]
    [InlineData(DecisionBasis.AsItStands, "https://portal.example.org/council/2019-20/q1/savings?kind=revised&year=2019/20&edition=1")]
    [InlineData(DecisionBasis.IfAgreed, "https://portal.example.org/council/2019-20/q1/savings?kind=revised&year=2019/20&edition=1&basis=agreed")]
    public void Annex2_WithThePortalsAddress_LeadsFromFiguresToTheirSlices(DecisionBasis basis, string address)
    {
        using var file = Write(Editions.Published, basis, Portal);
        var links = Links(file);

        Assert.True(links.Count > 40);
        Assert.Contains((basis == DecisionBasis.IfAgreed ? "£14.294m" : "£15.049m", address), links);
        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Office2019).Validate(file.Package).Select(e => $"{e.Description} {e.Path?.XPath}"));
    }

    [Fact]
    public void Annex2_WithThePortalsAddress_IsTheSameBytesAgain()
    {
        using var once = Write(Editions.Published, DecisionBasis.AsItStands, Portal);
        using var again = Write(Editions.Published, DecisionBasis.AsItStands, Portal);

        Assert.Equal(once.Bytes, again.Bytes);
    }

    [Fact]
    public void Annex2_WithoutAnAddressOrOfADraft_LeadsNowhere()
    {
        using var unknown = Write(Editions.Published, DecisionBasis.AsItStands, null);
        using var draft = Write(EditionStamp.Draft(Editions.Published.Edition), DecisionBasis.AsItStands, Portal);

        Assert.Empty(Links(unknown));
        Assert.Empty(Links(draft));
    }

    [Fact]
    public void Paper_WithAFigureFromElsewhere_HasItsSourceAsAFootnote()
    {
        var annex = Annex2.Compose(Editions.Published.Edition, DecisionBasis.AsItStands);
        var told = annex with
        {
            Parts = [annex.Parts[0] with { Sections = [new("Elsewhere", [new AnnexBlock.Paragraph(StoryText.Read("It is £612m^[Accounts, page 14] or £3^[Leaflet].", DecisionBasis.AsItStands))]), .. annex.Parts[0].Sections] }, .. annex.Parts.Skip(1)],
        };
        using var file = new WordFile(WordWriter.Write(told, new AnnexFace(Editions.Published, DecisionBasis.AsItStands, null), AnnexPrint.Standard));

        Assert.Equal(2, file.Body.Descendants<FootnoteReference>().Count());
        Assert.Equal([" Source: Accounts, page 14", " Source: Leaflet"], file.Main.FootnotesPart!.Footnotes!.Elements<Footnote>().Where(n => n.Type is null).Select(n => n.InnerText));
        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Office2019).Validate(file.Package).Select(e => $"{e.Description} {e.Path?.XPath}"));
    }

    private static WordFile Write(EditionStamp stamp, DecisionBasis basis, Uri? portal) =>
        new(WordWriter.Write(Annex2.Compose(stamp.Edition, basis), new AnnexFace(stamp, basis, portal), AnnexPrint.Standard));

    private static List<(string Text, string Address)> Links(WordFile file)
    {
        var addresses = file.Main.HyperlinkRelationships.ToDictionary(r => r.Id, r => r.Uri.OriginalString);
        return [.. file.Body.Descendants<Hyperlink>().Where(h => h.Id?.Value is not null).Select(h => (h.InnerText, addresses[h.Id!.Value!]))];
    }
}
