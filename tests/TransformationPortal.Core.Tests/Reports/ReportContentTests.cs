using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using TransformationPortal.Core.Reports;
using static TransformationPortal.Core.Tests.Reports.Sample;

namespace TransformationPortal.Core.Tests.Reports;

/// <summary>What a report holds as text, and what differs between two.</summary>
public sealed class ReportContentTests
{
    [Fact]
    public void Json_OfACompleteReport_ComesBackWithNothingLost()
    {
        var read = ReportJson.Read(ReportJson.Write(Complete));

        Assert.Empty(ReportChanges.Between(Complete, read));
        Assert.Equal(ReportJson.Write(Complete), ReportJson.Write(read));
    }

    [Fact]
    public void Json_OfAReport_IsPlainAndLeavesOutWhatIsEmpty() => Assert.Equal(
        """{"ratings":[],"pathToGreen":[],"progress":"£1 – “so”","savings":[{"line":"S-1","year":"2019/20","confidence":"High","amount":1.2}],"variances":[],"spend":[],"milestones":[],"risks":[],"dependencies":[],"decisions":[],"evidence":[]}""",
        ReportJson.Write(new() { Progress = "£1 – “so”", Savings = [new("S-1", This, Core.Savings.Confidence.High, new(1.20m))] }));

    [Fact]
    public void Json_ThatIsNoReport_IsRefused()
    {
        Assert.Throws<ReportUnreadableException>(() => ReportJson.Read("{\"colour\":1}"));
        Assert.Throws<ReportUnreadableException>(() => ReportJson.Read("null"));
        Assert.Throws<ReportUnreadableException>(() => ReportJson.Read("nonsense"));
        Assert.Throws<ReportUnreadableException>(() => ReportJson.Read("""{"savings":[{"line":"S-1","year":"2019","confidence":"High"}]}"""));
    }

    [Fact]
    public void EveryValueOfAReport_WhenItChanges_IsAChangeOfItsOwnField() =>
        Assert.All(RandomReports.Edits, edit =>
        {
            var change = Assert.Single(ReportChanges.Between(Complete, edit.Change(Complete)));

            Assert.Equal(edit.Field, change.Field);
            Assert.Equal(ReportFields.SectionOf(edit.Field), change.Section);
            Assert.NotEqual(change.From, change.To);
            Assert.NotEmpty(change.Label);
        });

    [Fact]
    public void EveryPropertyOfAReport_IsAmongTheEditsThatTheseTestsTry()
    {
        var json = JsonDocument.Parse(ReportJson.Write(Complete)).RootElement;
        var tried = RandomReports.Edits.Select(e => e.Field.Split('[', '.')[0]).ToHashSet(StringComparer.OrdinalIgnoreCase);

        Assert.All(json.EnumerateObject().Select(p => p.Name), name => Assert.Contains(name, tried));
        Assert.Equal(typeof(ReportContent).GetProperties().Count(p => p.SetMethod is not null) - 1, json.EnumerateObject().Count());
    }

    [Fact]
    public void Between_AnyTwoReports_IsEmptyWhenAndOnlyWhenTheirTextsAreTheSame() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(300).WithQuietOnSuccess(true), Prop.ForAll(RandomReports.Any, RandomReports.Any, (one, other) =>
        {
            var same = ReportJson.Write(one) == ReportJson.Write(other);

            Assert.Equal(same, ReportChanges.Between(one, other).Count == 0);
            Assert.Equal(ReportChanges.Between(one, other).Select(c => (c.Field, c.From, c.To)).Order(), ReportChanges.Between(other, one).Select(c => (c.Field, From: c.To, To: c.From)).Order());
        }));

    [Fact]
    public void Json_OfAnyReport_ComesBackAsTheSameText() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(300).WithQuietOnSuccess(true), Prop.ForAll(RandomReports.Any, content =>
            Assert.Equal(ReportJson.Write(content), ReportJson.Write(ReportJson.Read(ReportJson.Write(content))))));

    [Fact]
    public void Entered_AnyReportTwice_IsTheSameTheSecondTime() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(300).WithQuietOnSuccess(true), Prop.ForAll(RandomReports.Any, content =>
        {
            var once = Draft.Entered(content);

            Assert.Equal(ReportJson.Write(once), ReportJson.Write((Draft with { Content = once }).Entered(once)));
        }));

    [Fact]
    public void With_EverySectionInTurn_IsTheOtherReport()
    {
        var other = ReportSectionFacts.All.Aggregate(ReportContent.Empty, (content, section) => content.With(section, Complete));

        Assert.Equal(ReportJson.Write(Complete), ReportJson.Write(other));
        Assert.All(ReportSectionFacts.All, section => Assert.All(
            ReportChanges.Between(ReportContent.Empty, ReportContent.Empty.With(section, Complete)), c => Assert.Equal(section, c.Section)));
    }

    [Fact]
    public void Sections_BySlug_AreFoundAgainAndEachHasATitleOfItsOwn()
    {
        Assert.All(ReportSectionFacts.All, s => Assert.True(ReportSectionFacts.TryParse(s.Slug(), out var found) && found == s));
        Assert.False(ReportSectionFacts.TryParse("nonsense", out _));
        Assert.Equal(ReportSectionFacts.All.Count, ReportSectionFacts.All.Select(s => s.Title()).Distinct().Count());
    }

    [Fact]
    public void Between_ARowTakenAway_NamesTheRowAsItWas() => Assert.Equal(
        ["Milestone “Structure agreed”: title", "Milestone “Structure agreed”: baseline", "Milestone “Structure agreed”: forecast"],
        ReportChanges.Between(Complete, Complete with { Milestones = [] }).Select(c => c.Label));
}
