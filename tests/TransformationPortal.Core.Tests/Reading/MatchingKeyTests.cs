using TransformationPortal.Core.Reading;

namespace TransformationPortal.Core.Tests.Reading;

public sealed class MatchingKeyTests
{
    [Theory]
    [InlineData("O’Connor", "O'Connor")]
    [InlineData("Siân", "sian")]
    [InlineData("Łódź–Gwynedd", "lodz-gwynedd")]
    [InlineData("2019 – 2024", "2019-2024")]
    [InlineData("2019 - 2024", "2019–2024")]
    [InlineData("Adults & health", "Adults and  Health")]
    [InlineData("Adults&health", "adults and health")]
    [InlineData("ORBIS\u200B", " Orbis ")]
    [InlineData("“Straße”", "\"strasse\"")]
    public void AreSame_WhatPeopleCallTheSame_IsTheSame(string one, string other) =>
        InEveryCulture.Run(() => Assert.True(MatchingKey.AreSame(one, other)));

    [Theory]
    [InlineData("TP-01", "TP-10")]
    [InlineData("well-being", "wellbeing")]
    [InlineData("Brand health", "Br & health")]
    [InlineData("Phase 1", "Phase 2")]
    public void AreSame_WhatDiffersInMore_IsNot(string one, string other) => Assert.False(MatchingKey.AreSame(one, other));

    [Theory]
    [InlineData("O’Connor & Siân's review", "connor and sian’s", true)]
    [InlineData("Programme 2019 - 2024", "2019–2024", true)]
    [InlineData("Anything", "  ", true)]
    [InlineData(null, "x", false)]
    public void Holds_FindsRegardlessOfSpelling(string? text, string sought, bool isFound) =>
        Assert.Equal(isFound, MatchingKey.Holds(text, sought));

    [Theory]
    [InlineData("👍🏽", 4)]
    [InlineData("a\r\nb", 3)]
    [InlineData("e\u0301", 2)]
    [InlineData("a\0b", 2)]
    public void Count_IsWhatBrowserAndDatabaseCount(string text, int count) => Assert.Equal(count, TypedText.Count(text));

    [Fact]
    public void Clean_WhatNobodySees_IsSaid()
    {
        Assert.Null(TypedText.Clean("a\vb").Note);
        Assert.Equal("One character that cannot be seen was left out.", TypedText.Clean("a\0b").Note);
        Assert.Equal("2 characters that cannot be seen were left out.", TypedText.Clean("\u202Eab\u200B").Note);
    }
}
