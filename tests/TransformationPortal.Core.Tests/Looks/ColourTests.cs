using FsCheck;
using FsCheck.Fluent;
using TransformationPortal.Core.Looks;

namespace TransformationPortal.Core.Tests.Looks;

public sealed class ColourTests
{
    [Theory]
    [InlineData("#0b3d5c", "#0b3d5c")]
    [InlineData("0b3d5c", "#0b3d5c")]
    [InlineData(" #0B3D5C ", "#0b3d5c")]
    [InlineData("#abc", "#aabbcc")]
    [InlineData("ABC", "#aabbcc")]
    public void TryParse_AsPeopleTypeIt_IsUnderstood(string text, string colour)
    {
        Assert.True(Colour.TryParse(text, out var read));
        Assert.Equal(colour, read.ToString());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("#")]
    [InlineData("navy")]
    [InlineData("#12345")]
    [InlineData("#1234567")]
    [InlineData("##123456")]
    [InlineData("#12345g")]
    [InlineData("１２３４５６")]
    [InlineData("rgb(1,2,3)")]
    [InlineData("+12345")]
    public void TryParse_AnythingElse_IsNot(string? text) => Assert.False(Colour.TryParse(text, out _));

    // The first two are WCAG's own limits, the others from its working group's examples of grey on white.
    [Theory]
    [InlineData("#000000", 21.0)]
    [InlineData("#ffffff", 1.0)]
    [InlineData("#767676", 4.54)]
    [InlineData("#777777", 4.47)]
    [InlineData("#ff0000", 3.99)]
    public void ContrastWith_White_IsTheRatioOfTheGuidelines(string colour, double ratio)
    {
        Assert.True(Colour.TryParse(colour, out var read));
        Assert.Equal(ratio, Math.Floor(read.ContrastWith(Colour.White) * 100) / 100);
        Assert.Equal(read.ContrastWith(Colour.White), Colour.White.ContrastWith(read));
    }

    [Fact]
    public void Read_AnyColoursThatAreTaken_CanBeReadWhereverPagesPutThem()
    {
        var part = Gen.Choose(0, 255);
        var colour = from r in part from g in part from b in part select new Colour((byte)r, (byte)g, (byte)b);
        Prop.ForAll(Arb.From(from main in colour from link in colour select (main, link)), pair =>
        {
            var (colours, problems) = LookCheck.Read(pair.main.ToString(), pair.link.ToString());
            Assert.Equal(colours is null, problems.Count > 0);
            if (colours is not null)
            {
                Assert.True(colours.Main.ContrastWith(Colour.White) >= LookCheck.Needed);
                Assert.True(colours.MainDark.ContrastWith(colours.MainTint) >= LookCheck.Needed, $"{colours.Main}: dark on tint");
                Assert.True(colours.Link.ContrastWith(colours.MainTint) >= LookCheck.Needed && colours.LinkHover.ContrastWith(colours.MainTint) >= LookCheck.Needed, $"{colours}");
                Assert.True(colours.MainSoft.ContrastWith(Colour.White) >= 3, $"{colours.Main}: a bar of a chart on white");
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(2000).WithQuietOnSuccess(true));
    }

    [Fact]
    public void Default_IsTakenAsAnyOtherWouldBe() =>
        Assert.Equal(LookColours.Default, LookCheck.Read(LookColours.Default.Main.ToString(), LookColours.Default.Link.ToString()).Colours);

    [Theory]
    [InlineData("#4f9fd0", "#0f5a78", LookFields.Main, "White text on #4f9fd0 has a contrast of 2.91 to 1, and 4.5 to 1 is needed. Choose a darker main colour.")]
    [InlineData("#777777", "#0f5a78", LookFields.Main, "White text on #777777 has a contrast of 4.47 to 1, and 4.5 to 1 is needed. Choose a darker main colour.")]
    [InlineData("#14505c", "#2f8f5f", LookFields.Link, "Links in #2f8f5f on the palest shade of the main colour have a contrast of 3.43 to 1, and 4.5 to 1 is needed. Choose a darker colour for links.")]
    [InlineData("navy", "#0f5a78", LookFields.Main, "“navy” is not a colour that is understood. Enter the main colour as a colour as six figures and letters from a to f, such as #14505c.")]
    [InlineData("#14505c", " ", LookFields.Link, "Enter the colour of links: a colour as six figures and letters from a to f, such as #14505c.")]
    public void Read_WhatCannotBeUsed_SaysWhatWasFoundAndWhatIsNeeded(string main, string link, string field, string sentence)
    {
        var problem = Assert.Single(LookCheck.Read(main, link).Problems);
        Assert.Equal((field, sentence), (problem.Field, problem.Sentence));
    }
}
