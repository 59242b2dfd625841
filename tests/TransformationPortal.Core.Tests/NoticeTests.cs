using TransformationPortal.Core.Notices;

namespace TransformationPortal.Core.Tests;

/// <summary>How people are told.</summary>
public sealed class NoticeTests
{
    [Fact]
    public void Kind_EveryOne_HasItsFacts()
    {
        Assert.Equal(Enum.GetValues<NoticeKind>(), NoticeKinds.All.Select(k => k.Kind));
        Assert.All(NoticeKinds.All, k => Assert.Contains(k.Usual, k.IsDuty ? [k.Usual] : k.Choices));
    }

    [Fact]
    public void Duty_CannotBeSwitchedOff()
    {
        Assert.Equal(NoticeChannel.Mail, NoticeKind.ReportReturned.Facts().Of(NoticeChannel.Never));
        Assert.Equal(NoticeChannel.Never, NoticeKind.Published.Facts().Of(NoticeChannel.Never));
        Assert.Equal(NoticeChannel.Mail, NoticeKind.Published.Facts().Of(null));
    }

    [Fact]
    public void Pauses_Grow_AndEndAfterADay()
    {
        var since = new DateTime(2026, 3, 29, 0, 30, 0, DateTimeKind.Utc);

        var pauses = Enumerable.Range(1, 20).Select(SendingPauses.After).ToList();

        Assert.Equal(pauses.Order(), pauses);
        Assert.Equal(since.AddMinutes(1), SendingPauses.Next(1, since, since));
        Assert.NotNull(SendingPauses.Next(50, since, since.AddDays(1).AddTicks(-1)));
        Assert.Null(SendingPauses.Next(1, since, since.AddDays(1)));
    }

    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("  a \r\n\tb\u0000\u2028c ", "a b c")]
    [InlineData("", "")]
    public void OneLine_HoldsNoBreak(string text, string line) => Assert.Equal(line, OneLine.Of(text));

    [Fact]
    public void OneLine_IsCutBetweenCharacters()
    {
        Assert.Equal("abc…", OneLine.Of("abcdefgh", 4));
        Assert.Equal("ab…", OneLine.Of("ab😀cdef", 4));
        Assert.Equal("abcd", OneLine.Of("abcd", 4));
    }
}
