using TransformationPortal.Core.Programmes;
using TransformationPortal.Core.Ratings;
using TransformationPortal.Core.Tests.Building;
using TransformationPortal.Core.Views;

namespace TransformationPortal.Core.Tests.Views;

public sealed class ProjectFilterTests
{
    [Fact]
    public void All_ListsEveryProject() => Assert.Equal(["TP-01", "TP-02", "TP-03", "TP-04"], Codes(ProjectFilter.All));

    [Fact]
    public void In_LimitsByEachOfItsParts()
    {
        Assert.Equal(["TP-02", "TP-03"], Codes(new() { Phase = ProjectPhase.InFlight }));
        Assert.Equal(["TP-03"], Codes(new() { Rag = Rag.Red }));
        Assert.Equal(["TP-03"], Codes(new() { Rag = Rag.Amber, Aspect = RagAspect.Cost }));
        Assert.Equal(["TP-02"], Codes(new() { Board = "Board B" }));
        Assert.Equal(["TP-04"], Codes(new() { Workstream = "Buying" }));
        Assert.Equal(["TP-02", "TP-03"], Codes(new() { Directorate = "children" }));
        Assert.Equal(["TP-03"], Codes(new() { Officer = "director for children" }));
        Assert.Equal(["TP-03"], Codes(new() { Directorate = "Children", Phase = ProjectPhase.InFlight, Rag = Rag.Red }));
        Assert.Empty(Codes(new() { Phase = ProjectPhase.Stopped }));
    }

    [Theory]
    [InlineData("2018/19", "TP-01")]
    [InlineData("2019/20", "TP-02 TP-03 TP-04")]
    [InlineData("2021/22", "TP-02 TP-03")]
    public void Year_ListsProjectsWithASavingInIt(string year, string codes) =>
        Assert.Equal(codes, string.Join(' ', Codes(new() { Year = Core.Periods.FinancialYear.Parse(year) })));

    [Theory]
    [InlineData("tp-02", "TP-02")]
    [InlineData("INFORMATION", "TP-02")]
    [InlineData("replaces", "TP-02")]
    [InlineData("director finance", "TP-01")]
    [InlineData("  early   help  ", "TP-03")]
    [InlineData("early finance", "")]
    [InlineData("", "TP-01 TP-02 TP-03 TP-04")]
    [InlineData(null, "TP-01 TP-02 TP-03 TP-04")]
    public void Text_FindsProjectsThatMentionEveryWordWhateverTheMachineSpeaks(string? text, string codes) =>
        InEveryCulture.Run(() => Assert.Equal(codes, string.Join(' ', Codes(new() { Text = text }))));

    [Fact]
    public void Equality_OfFilters_IsThatOfTheirParts() =>
        Assert.Equal(new ProjectFilter { Rag = Rag.Red }, ProjectFilter.All with { Rag = Rag.Red });

    private static IEnumerable<string> Codes(ProjectFilter filter) => filter.In(ProgrammeStates.Small().Compose()).Select(p => p.Code);
}
