using TransformationPortal.Core.Ratings;

namespace TransformationPortal.Core.Tests.Ratings;

public sealed class RagTests
{
    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("\n\t")]
    public void RagRating_WithoutAReason_IsRefused(string? reason)
    {
        var refusal = Assert.Throws<ArgumentException>(() => new RagRating(Rag.Amber, reason!));

        Assert.StartsWith("A rating of Amber needs a reason.", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void RagRating_WithAReason_HoldsBoth()
    {
        var rating = new RagRating(Rag.Red, "The supplier left");

        Assert.Equal((Rag.Red, "The supplier left"), (rating.Rating, rating.Reason));
        Assert.Equal(new RagRating(Rag.Red, "The supplier left"), rating);
        Assert.NotEqual(new RagRating(Rag.Red, "Something else"), rating);
    }

    [Fact]
    public void Worst_OfSeveral_IsTheOneNearestToRed()
    {
        Assert.Equal(Rag.Red, RagRules.Worst(Rated(Rag.Green, Rag.Red, Rag.Amber)));
        Assert.Equal(Rag.Amber, RagRules.Worst(Rated(Rag.Amber, Rag.Green)));
        Assert.Equal(Rag.Green, RagRules.Worst(Rated(Rag.Green)));
    }

    [Fact]
    public void Worst_OfNone_IsNothing() => Assert.Null(RagRules.Worst([]));

    [Fact]
    public void Meaning_OfEveryRating_IsItsOwn()
    {
        Assert.Equal(3, Enum.GetValues<Rag>().Select(r => r.Meaning()).Distinct().Count());
        Assert.Throws<ArgumentOutOfRangeException>(() => ((Rag)9).Meaning());
    }

    private static IEnumerable<AspectRating> Rated(params Rag[] ratings) =>
        ratings.Select((rating, i) => new AspectRating((RagAspect)i, new RagRating(rating, "Because")));
}
