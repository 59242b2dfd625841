using System.Globalization;
using TransformationPortal.Annexes.Tests.Reading;
using TransformationPortal.Annexes.Tests.Sample;
using TransformationPortal.Core.Composing;
using TransformationPortal.Core.Papers;
using TransformationPortal.Core.Editions;
using TransformationPortal.Core.Ledgers;

namespace TransformationPortal.Annexes.Tests.Documents;

/// <summary>The papers know no council's own names: whatever is named comes from the edition.</summary>
public sealed class NamesTests
{
    private static readonly string[] SampleNames =
    [
        "Oxfordshire", "Service Redesign", "Third Party", "Increasing Income", "Children, Education", "Medium Term", "Previously agreed",
        "Cabinet", "CEDR", "Sub-Committee", "Technology", "Corporate reserves", "Finance, Strategic",
    ];

    [Theory]
    [InlineData("annex-1")]
    [InlineData("annex-2")]
    [InlineData("quarterly-report")]
    public void Paper_EveryNameOfTheProgrammeChanged_HoldsNoneOfTheOldOnes(string key)
    {
        using var file = WordFile.Of(key, Editions.Stamp(EditionComposer.Compose(Renamed(SampleProgramme.State), SampleProgramme.Quarter, 1)));

        Assert.All(SampleNames, name => Assert.DoesNotContain(name, file.Text, StringComparison.OrdinalIgnoreCase));
        Assert.Contains("Workstream 1", file.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Annex2_ConfidenceBandsRelabelled_UsesTheCouncilsWords()
    {
        var stamp = Editions.With(s => s with
        {
            Programme = s.Programme with { ConfidenceLabels = [.. s.Programme.ConfidenceLabels.Select(l => l with { Label = "Band " + l.Confidence })] },
        });

        var statements = string.Join('\n', Annex2.Compose(stamp.Edition, DecisionBasis.AsItStands).Blocks.OfType<AnnexBlock.Numbered>().Select(b => b.Text.Plain));

        Assert.Contains("£5.890m is rated “Band High”", statements, StringComparison.Ordinal);
    }

    private static ProgrammeState Renamed(ProgrammeState s)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        string New(string old, string kind) => names.TryGetValue(old, out var known) ? known : names[old] = string.Create(CultureInfo.InvariantCulture, $"{kind} {names.Values.Count(v => v.StartsWith(kind, StringComparison.Ordinal)) + 1}");
        return s with
        {
            Programme = s.Programme with { Name = "Programme", Council = "Council", Objective = "To do well", Provenance = null },
            Boards = [.. s.Boards.Select(b => b with { Name = New(b.Name, "Board"), ReportsTo = b.ReportsTo is null ? null : New(b.ReportsTo, "Board"), Role = "Looks on" })],
            Workstreams = [.. s.Workstreams.Select(w => w with { Name = New(w.Name + "/w", "Workstream"), ShortName = "W" })],
            Directorates = [.. s.Directorates.Select(d => d with { Name = New(d.Name, "Directorate"), ShortName = "D" })],
            Sources = [.. s.Sources.Select(x => x with { Name = New(x.Name + "/s", "Source"), ShortName = "S" })],
            Activities = [.. s.Activities.Select(a => a with { Name = New(a.Name + "/a", "Activity"), Group = a.Group is null ? null : "Group" })],
            Projects = [.. s.Projects.Select(p => p with
            {
                Name = p.Code, Board = New(p.Board, "Board"), Workstream = New(p.Workstream + "/w", "Workstream"), Directorate = New(p.Directorate, "Directorate"),
                AccountableOfficer = "Officer", Summary = null,
            })],
            Ratings = [.. s.Ratings.Select(r => r with { Rating = new(r.Rating.Aspect, new(r.Rating.Rating.Rating, "Reason")) })],
            SavingsLines = [.. s.SavingsLines.Select(l => l with
            {
                Title = l.Ref, Workstream = New(l.Workstream + "/w", "Workstream"), Directorate = New(l.Directorate, "Directorate"), Source = New(l.Source + "/s", "Source"),
                Activity = l.Activity is null ? null : New(l.Activity + "/a", "Activity"),
            })],
            Decisions = [.. s.Decisions.Select(d => d with { Title = d.Ref, Body = "Board 2", Note = null })],
            Reprofiles = [.. s.Reprofiles.Select(r => r with { Label = "Move", Note = null })],
            CostAreas = [.. s.CostAreas.Select(a => a with { Name = New(a.Name, "Area") })],
            CostLines = [.. s.CostLines.Select(l => l with { Name = New(l.Name, "Cost line") })],
            Funding = [.. s.Funding.Select(f => f with { Source = New(f.Source, "Fund") })],
            Risks = [.. s.Risks.Select(r => r with { Impact = "Impact", Controls = "Controls", FurtherAction = null })],
            Milestones = [.. s.Milestones.Select(m => m with { Title = New(m.Title, "Milestone") })],
            Dependencies = [.. s.Dependencies.Select(d => d with { What = New(d.What, "Need"), Rating = new(d.Rating.Rating, "Reason") })],
            Benefits = [.. s.Benefits.Select(b => b with { Text = New(b.Text, "Benefit") })],
            Documents = [], Stories = [], Plan = [],
            Meetings = [.. s.Meetings.Select(m => m with { Body = "Board 1", Item = "Item", Note = null })],
        };
    }
}
