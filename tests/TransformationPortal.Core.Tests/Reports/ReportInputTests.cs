using TransformationPortal.Core.Ratings;
using TransformationPortal.Core.Reports;
using static TransformationPortal.Core.Tests.Reports.Sample;

namespace TransformationPortal.Core.Tests.Reports;

public sealed class ReportInputTests
{
    [Theory]
    [InlineData("1200", 1200)]
    [InlineData(" £1,200 ", 1200)]
    [InlineData("1 200.50", 1200.5)]
    [InlineData("-5", -5)]
    [InlineData("(500)", -500)]
    [InlineData("£1.2m", 1200000)]
    [InlineData("\u200B500", 500)]
    public void Amount_AsPeopleWriteIt_IsRead(string text, double pounds) => InEveryCulture.Run(() => Assert.Equal(new Money((decimal)pounds), new ReportInput().Amount("Spend[1.2]", text)));

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData(null)]
    public void AnEmptyText_IsNothingEnteredAndNoProblem(string? text)
    {
        var input = new ReportInput();

        Assert.Null(input.Amount("Spend[1.2]", text));
        Assert.Null(input.Number("Capacity.PostsNeeded", text));
        Assert.Null(input.Day("Milestones[M1].Actual", text));
        Assert.Null(input.Choice<Rag>("Ratings[Cost].Rag", text));
        Assert.Empty(input.Problems);
    }

    [Theory]
    [InlineData("30/6/2019")]
    [InlineData("2019-06-30")]
    [InlineData("30 June 2019")]
    [InlineData("30 06 2019")]
    public void Day_AsPeopleWriteIt_IsRead(string text) => InEveryCulture.Run(() => Assert.Equal(Day("2019-06-30"), new ReportInput().Day("Milestones[M1].Actual", text)));

    [Fact]
    public void Choice_WhateverItsCase_IsRead() => Assert.Equal(Rag.Amber, new ReportInput().Choice<Rag>("Ratings[Cost].Rag", "amber"));

    [Fact]
    public void Texts_ThatCannotBeRead_AreNamedAtTheirFields()
    {
        var input = new ReportInput();
        input.Amount("Savings[S-1][2019/20][High]", "1,5");
        input.Number("Capacity.PostsNeeded", "£2");
        input.Day("Milestones[M1].Actual", "31/6/2019");
        input.Choice<Rag>("Ratings[Cost].Rag", "purple");
        input.Choice<Rag>("Ratings[Scope].Rag", "1");

        Assert.Equal(
            [
                ("Savings[S-1][2019/20][High]", "“1,5” cannot be read: commas set thousands apart, three figures at a time."),
                ("Capacity.PostsNeeded", "“£2” cannot be read: enter a number, such as 2 or 2.5."),
                ("Milestones[M1].Actual", "“31/6/2019” cannot be read: June has 30 days. Did you mean 30/6/2019?"),
                ("Ratings[Cost].Rag", "“purple” cannot be read: enter one of the choices."),
                ("Ratings[Scope].Rag", "“1” cannot be read: enter one of the choices."),
            ],
            input.Problems.Select(p => (p.Field, p.Sentence)));
        Assert.All(input.Problems, p => Assert.Equal(ReportProblemKind.Wrong, p.Kind));
    }

    [Fact]
    public void AField_ThatNoReportHas_IsTheProgrammersError() => Assert.Throws<ArgumentException>(() => new ReportInput().Amount("Colour", "x"));
}
