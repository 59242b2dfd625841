namespace TransformationPortal.Core.Tests;

public sealed class MoneyTests
{
    [Fact]
    public void Arithmetic_IsExactToThePenny()
    {
        var tenPence = new Money(0.10m);

        Assert.Equal(new Money(0.30m), tenPence + tenPence + tenPence);
        Assert.Equal(new Money(-0.10m), tenPence - tenPence - tenPence);
        Assert.Equal(new Money(-0.10m), -tenPence);
        Assert.Equal(Money.Zero, tenPence - tenPence);
    }

    [Fact]
    public void Millions_ThereAndBack_IsNotRounded()
    {
        Assert.Equal(new Money(755_000m), Money.FromMillions(0.755m));
        Assert.Equal(0.7550001m, new Money(755_000.1m).Millions);
    }

    [Fact]
    public void ShareOf_NoPounds_IsNoShare()
    {
        Assert.Null(new Money(1m).ShareOf(Money.Zero));
        Assert.Equal(0m, Money.Zero.ShareOf(new Money(5m)));
        Assert.Equal(0.25m, new Money(1m).ShareOf(new Money(4m)));
    }

    [Fact]
    public void Equality_IgnoresTrailingZeros()
    {
        Assert.Equal(new Money(1.2m), new Money(1.20m));
        Assert.Equal(new Money(1.2m).GetHashCode(), new Money(1.20m).GetHashCode());
    }

    [Fact]
    public void Order_IsThatOfThePounds()
    {
        Money less = new(-2m), more = new(1m), same = new(1m);

        Assert.True(less < more && more > less && less <= more && more >= less && more <= same && more >= same);
        Assert.Equal([less, more], new[] { more, less }.Order());
    }

    [Fact]
    public void ToString_InAnyCulture_IsPlainPounds() =>
        InEveryCulture.Run(() => Assert.Equal("-1234.5", new Money(-1234.50m).ToString()));

    [Fact]
    public void SumOrNothing_OfNothing_IsNothing()
    {
        Assert.Null(Array.Empty<Money>().SumOrNothing());
        Assert.Null(Array.Empty<Money?>().SumOrNothing());
        Assert.Null(new Money?[] { null, null }.SumOrNothing());
    }

    [Fact]
    public void SumOrNothing_OfZeros_IsZero()
    {
        Assert.Equal(Money.Zero, new[] { Money.Zero }.SumOrNothing());
        Assert.Equal(Money.Zero, new Money?[] { null, Money.Zero }.SumOrNothing());
        Assert.Equal(Money.Zero, new[] { new Money(3m), new Money(-3m) }.SumOrNothing());
    }

    [Fact]
    public void SumOrNothing_OfSome_LeavesOutWhatIsNotRecorded() =>
        Assert.Equal(new Money(5m), new Money?[] { new(2m), null, new(3m) }.SumOrNothing());

    [Fact]
    public void OrZero_OfNothing_IsZero()
    {
        Assert.Equal(Money.Zero, ((Money?)null).OrZero());
        Assert.Equal(new Money(2m), ((Money?)new Money(2m)).OrZero());
    }
}
