using TransformationPortal.Core.Savings;

namespace TransformationPortal.Core.Tests.Savings;

public sealed class ConfidenceTests
{
    [Fact]
    public void Bands_AreAllOfThemFromSurestToLeastSure()
    {
        Assert.Equal([Confidence.Delivered, Confidence.High, Confidence.Medium, Confidence.Low], ConfidenceFacts.Bands);
        Assert.Equal(Enum.GetValues<Confidence>().Order(), ConfidenceFacts.Bands);
    }

    [Fact]
    public void Meaning_OfEveryBand_IsItsOwn()
    {
        Assert.Equal(4, ConfidenceFacts.Bands.Select(b => b.Meaning()).Distinct().Count());
        Assert.Throws<ArgumentOutOfRangeException>(() => ((Confidence)9).Meaning());
    }
}
