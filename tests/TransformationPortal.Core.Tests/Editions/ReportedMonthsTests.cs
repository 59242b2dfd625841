using TransformationPortal.Core.Editions;
using TransformationPortal.Core.Ratings;
using TransformationPortal.Core.Savings;
using TransformationPortal.Core.Tests.Building;

namespace TransformationPortal.Core.Tests.Editions;

/// <summary>What an edition takes from the registers, and what from the approved reports of a project.</summary>
public sealed class ReportedMonthsTests
{
    [Fact]
    public void Compose_WithAReportInTheQuarter_TakesTheProjectsRegistersFromIt()
    {
        var edition = With(Month("2019-06", "June")).Compose();

        Assert.Equal(["June step", "Other project’s step"], edition.Milestones.Select(m => m.Title).Order());
        Assert.Equal(["June risk", "The programme’s risk"], edition.Risks.Select(r => r.Impact).Order());
        Assert.Equal(["June need"], edition.Dependencies.Select(d => d.What));
    }

    [Fact]
    public void Compose_WithSeveralReports_TakesTheLastByTheQuartersEnd()
    {
        var state = With(Month("2019-05", "May"), Month("2019-06", "June"), Month("2019-07", "July"));

        Assert.Contains(state.Compose().Milestones, m => m.Title == "June step");
        Assert.Contains(state.Compose("2019/20 Q2").Milestones, m => m.Title == "July step");
        Assert.Equal(2, state.Compose().Milestones.Count);
    }

    [Fact]
    public void Compose_WithAReportOnlyOfALaterMonth_TakesTheRegisters() =>
        Assert.Contains(With(Month("2019-07", "July")).Compose().Milestones, m => m.Title == "Register step");

    [Fact]
    public void Compose_ALineThatTheLastReportHoldsNothingFor_HasNoPosition()
    {
        var edition = With(Month("2019-06", "June")).Compose();

        Assert.DoesNotContain(edition.SavingsLines.Single(l => l.Ref == "S-1").Amounts, a => a.Kind == SavingsKind.Position);
        Assert.Contains(edition.SavingsLines.Single(l => l.Ref == "S-2").Amounts, a => a.Kind == SavingsKind.Position);
    }

    [Fact]
    public void Compose_ALineThatTheLastReportHolds_HasThatPosition()
    {
        var edition = With(Month("2019-05", "May")).Compose();

        Assert.Equal(new Money(100), Assert.Single(edition.SavingsLines.Single(l => l.Ref == "S-1").Amounts, a => a.Kind == SavingsKind.Position).Amount);
    }

    private static ProgrammeState With(params ReportedMonth[] reported) => new ProgrammeBuilder()
        .Workstreams("Redesign").Boards("Board A").Directorates("Adults").Source("Plan").Project("TP-01").Project("TP-02")
        .Line("S-1").Position("2019/20", Confidence.High, 100, "2019-05")
        .Line("S-2", "TP-02").Position("2019/20", Confidence.High, 200, "2019-05")
        .With(s => s with
        {
            Milestones = [new("TP-01", "Register step", Day, null, null, null), new("TP-02", "Other project’s step", Day, null, null, null)],
            Risks = [new("R1", null, "The programme’s risk", RiskLevel.High, "-", RiskLevel.Low, null, null, false, null), new("R2", "TP-01", "Register risk", RiskLevel.High, "-", RiskLevel.Low, null, null, false, null)],
            Dependencies = [new("TP-01", "TP-02", "Register need", null, new(Rag.Green, "-"), null)],
            Reported = reported,
        }).State();

    private static ReportedMonth Month(string month, string word) => new(
        "TP-01", Core.Periods.ReportingMonth.Parse(month), Approved,
        [new("TP-01", $"{word} step", Day, null, null, null)],
        [new("R2", "TP-01", $"{word} risk", RiskLevel.High, "-", RiskLevel.Low, null, null, false, null)],
        [new("TP-01", "TP-02", $"{word} need", null, new(Rag.Green, "-"), null)]);

    private static readonly DateOnly Day = new(2019, 9, 1);

    private static readonly DateTime Approved = new(2019, 9, 10, 12, 0, 0, DateTimeKind.Utc);
}
