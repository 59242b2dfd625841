using FsCheck;
using FsCheck.Fluent;

namespace TransformationPortal.Core.Tests;

public sealed class CodeOrderTests
{
    [Theory]
    [InlineData("TP-9", "TP-10")]
    [InlineData("TP-09", "TP-10")]
    [InlineData("R9", "R10")]
    [InlineData("1.9", "1.10")]
    [InlineData("1.1", "1.1.1")]
    [InlineData("2", "10")]
    [InlineData("S-99", "S-100")]
    [InlineData("S-99999999999999999998", "S-99999999999999999999")]
    [InlineData("", "1")]
    [InlineData("2021/22", "none")]
    [InlineData("2018/19", "2019/20")]
    [InlineData("A", "a")]
    [InlineData("R", "R1")]
    public void Compare_TwoCodes_CountsFiguresAsNumbers(string first, string second)
    {
        Assert.True(CodeOrder.Instance.Compare(first, second) < 0);
        Assert.True(CodeOrder.Instance.Compare(second, first) > 0);
    }

    [Fact]
    public void Compare_CodesThatDifferInZerosAlone_IsNoTie()
    {
        Assert.NotEqual(0, CodeOrder.Instance.Compare("TP-7", "TP-07"));
        Assert.Equal(0, CodeOrder.Instance.Compare("TP-07", "TP-07"));
    }

    [Fact]
    public void Compare_WithNothing_PutsNothingFirst()
    {
        Assert.True(CodeOrder.Instance.Compare(null, "") < 0);
        Assert.True(CodeOrder.Instance.Compare("", null) > 0);
        Assert.Equal(0, CodeOrder.Instance.Compare(null, null));
    }

    [Fact]
    public void Compare_AnyThreeCodes_IsOneOrder()
    {
        var code = Gen.Elements("0", "1", "9", "-", ".", "A", "z").ListOf().Select(parts => string.Concat(parts));
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(500).WithQuietOnSuccess(true), Prop.ForAll(code.Three().ToArbitrary(), codes =>
        {
            var (a, b, c) = codes;
            int Sign(string x, string y) => Math.Sign(CodeOrder.Instance.Compare(x, y));

            Assert.Equal(-Sign(b, a), Sign(a, b));
            Assert.Equal(a == b, Sign(a, b) == 0);
            Assert.False(Sign(a, b) < 0 && Sign(b, c) < 0 && Sign(a, c) >= 0);
        }));
    }
}
