using TransformationPortal.Annexes.Tests.Reading;
using TransformationPortal.Annexes.Tests.Sample;
using TransformationPortal.Core.Composing;
using TransformationPortal.Core.Papers;
using TransformationPortal.Core.Editions;
using TransformationPortal.Core.Ledgers;

namespace TransformationPortal.Annexes.Tests.Word;

/// <summary>What a file says of itself on its face.</summary>
public sealed class WordFaceTests
{
    [Fact]
    public void SupersededEdition_OnItsFaceAndEveryPage_SaysWhichEditionCorrectedIt()
    {
        using var file = WordFile.Of("annex-2", Editions.Published with { Status = EditionStatus.Superseded, LatestNumber = 3 });

        const string Warning = "Superseded. Edition 3 of this quarter has corrected this edition; use that one.";
        Assert.Contains(Warning, file.Text, StringComparison.Ordinal);
        Assert.Contains("Edition 1 (superseded)", file.Text, StringComparison.Ordinal);
        Assert.EndsWith(Warning, file.Main.HeaderParts.Single().Header!.InnerText, StringComparison.Ordinal);
    }

    [Fact]
    public void Draft_OnItsFace_SaysSoAndHasNoSeal()
    {
        using var file = WordFile.Of("annex-1", EditionStamp.Draft(SampleProgramme.Edition));

        Assert.Contains("Draft for preview. It has not been published, and its figures may change.", file.Text, StringComparison.Ordinal);
        Assert.Contains("None: a draft is not sealed", file.Text, StringComparison.Ordinal);
        Assert.Contains("Draft of edition 1", file.Main.HeaderParts.Single().Header!.InnerText, StringComparison.Ordinal);
    }

    [Fact]
    public void Correction_OnItsFace_SaysWhatItCorrects()
    {
        var edition = EditionComposer.Compose(SampleProgramme.State, SampleProgramme.Quarter, 2, "A saving was counted twice.");

        using var file = WordFile.Of("annex-2", Editions.Stamp(edition));

        Assert.Contains("Correction of an earlier edition: A saving was counted twice.", file.Text, StringComparison.Ordinal);
        Assert.Contains("Edition 2", file.Main.HeaderParts.Single().Header!.InnerText, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(DecisionBasis.AsItStands, "As it stands. Decisions still to be taken have changed no figure.")]
    [InlineData(DecisionBasis.IfAgreed, "If agreed. Every decision still to be taken is counted as agreed.")]
    public void Basis_OnItsFace_IsSaidInWords(DecisionBasis basis, string sentence)
    {
        using var file = WordFile.Of("annex-2", Editions.Published, basis);

        Assert.Contains(sentence, file.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void StampOf_PublishedEdition_KnowsWhetherItIsSuperseded()
    {
        var published = new PublishedEdition(SampleProgramme.Edition, "abc", new DateTime(2019, 7, 12, 0, 0, 0, DateTimeKind.Utc), "PMO", 2);

        Assert.Equal(EditionStatus.Superseded, EditionStamp.Of(published).Status);
        Assert.Equal(EditionStatus.Published, EditionStamp.Of(published with { LatestNumber = 1 }).Status);
    }
}
