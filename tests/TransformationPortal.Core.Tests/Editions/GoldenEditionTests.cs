using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using TransformationPortal.Core.Ratings;
using TransformationPortal.Core.Composing;
using TransformationPortal.Core.Papers;
using TransformationPortal.Core.Editions;
using TransformationPortal.Core.Ledgers;
using TransformationPortal.Core.Narrative;
using TransformationPortal.Core.Periods;
using TransformationPortal.Core.Programmes;
using TransformationPortal.Core.Tests.Building;
using TransformationPortal.Core.Views;
using TransformationPortal.Tests.Shared;

namespace TransformationPortal.Core.Tests.Editions;

/// <summary>
/// Editions of every schema version, as they were written when each was the current one. What has been published must be
/// readable for ever and show the same figures; so these files are never written again. A new schema version gets files beside
/// them. The sample is the one that version 1 of the portal published.
/// </summary>
public sealed class GoldenEditionTests
{
    private static readonly byte[] Schema1 = File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Editions", "schema-1.json"));
    private static readonly byte[] Schema2 = File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Editions", "schema-2.json"));
    private static readonly byte[] Schema3 = File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Editions", "schema-3.json"));
    private static readonly byte[] Schema4 = File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Editions", "schema-4.json"));
    private static readonly byte[] Sample1 = File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Editions", "sample-schema-1.json"));

    [Fact]
    public void SampleOfSchema1_IsReadWithItsSealAndThePublishedFigures()
    {
        Assert.Equal("1686a2a51f7844500337dfa0fa75eeb2da1d5906c126351f86523998c3828f49", EditionJson.Seal(Sample1));
        var edition = EditionJson.Read(Sample1);

        Assert.Equal(1, edition.SchemaVersion);
        Assert.Null(edition.FinancialAnnex);
        Assert.Equal(
            ["£49.7m", "£15.0m", "£2.3m", "15%", "£17.9m", "£1.8m", "£3.3m", "10%", "49", "6"],
            new KeyFigures(edition, DecisionBasis.AsItStands).All.Select(f => f.Figure.Text));
        Assert.Equal("16%", new KeyFigures(edition, DecisionBasis.IfAgreed).TargetAchieved.Figure.Text);
        Assert.Equal(PublishedTables.Text("table-2"), PublishedTables.Joined(Printed(new FinancialPosition(edition, DecisionBasis.AsItStands).CurrentYearByWorkstream())));
        Assert.Equal(
            "£18.5m of the target is the core transformation programme. Table\u00A01 sets it out by activity and year.",
            Annex2.Compose(edition, DecisionBasis.AsItStands).Blocks.OfType<AnnexBlock.Numbered>().ElementAt(4).Text.Plain);
        Assert.Equal(Encoding.UTF8.GetString(Sample1), Encoding.UTF8.GetString(EditionJson.Write(edition)));
    }

    [Fact]
    public void Schema1_IsReadAndShowsWhatWasPublished()
    {
        var edition = EditionJson.Read(Schema1);

        Assert.Equal(1, edition.SchemaVersion);
        Assert.Equal("2019/20 Q1", edition.Quarter.ToString());
        Assert.Equal((2, "Corrects an error"), (edition.Number, edition.Notice));
        Assert.Equal(
            TableText.Expected("""
                Workstream                        | Original | Delivered | High   | Medium | Low    | Revised
                Redesign                          | -1.100   | 0.000     | -0.300 | -0.100 | -0.700 | -1.100
                Buying                            | -1.200   | -0.300    | -0.700 | 0.000  | -0.500 | -1.500
                Total ==           | -2.300   | -0.300    | -1.000 | -0.100 | -1.200 | -2.600
                Early help re-profile *           | 0.255    |           |        |        | 0.255  | 0.255
                Total (Revised) == | -2.045   | -0.300    | -1.000 | -0.100 | -0.945 | -2.345
                """),
            new FinancialPosition(edition, DecisionBasis.AsItStands).CurrentYearByWorkstream().Grid());
        Assert.Equal(
            TableText.Expected("""
                Area            | 18/19 | 19/20 | 20/21 | 21/22 | Total
                1. Technology = | 0.9   | 2.3   | 0.0   | 0.0   | 3.2
                  1.1 Platform  | 0.2   | 2.3   | -     | -     | 2.5
                  1.2 Support   | 0.7   | -     | -     | -     | 0.7
                2. People =     | 0.0   | 0.1   | 0.0   | 0.0   | 0.1
                  2.1 Training  | -     | 0.1   | 0.0   | -     | 0.1
                Total ==        | 0.9   | 2.4   | 0.0   | 0.0   | 3.3
                """),
            new ImplementationCosts(edition, DecisionBasis.AsItStands).Budget().Grid());
        Assert.Equal(["R9", "R10"], edition.Risks.Select(r => r.Ref));
        Assert.Equal(["TP-01", "TP-02", "TP-03", "TP-04"], edition.Projects.Select(p => p.Code));
    }

    [Fact]
    public void Schema1_ReadAndWrittenAgain_IsTheSameByteForByte() =>
        Assert.Equal(Encoding.UTF8.GetString(Schema1), Encoding.UTF8.GetString(EditionJson.Write(EditionJson.Read(Schema1))));

    [Fact]
    public void Schema2_IsReadAndShowsTheWordsThatWerePublished()
    {
        var edition = EditionJson.Read(Schema2);

        Assert.Equal((2, "Corrects an error"), (edition.SchemaVersion, edition.Notice));
        var delivered = Assert.Single(edition.Story.Items, i => i.Kind == StoryKind.Focus).Text;
        Assert.Equal("Close the gap of £2.6m", FixedProse.Plain(delivered, DecisionBasis.AsItStands));
        Assert.Equal("Close the gap of £2.3m", FixedProse.Plain(delivered, DecisionBasis.IfAgreed));
        Assert.Equal(
            ["**2.6** written by hand: £2.600m."],
            AnnexWording.Of(edition, DecisionBasis.AsItStands, AnnexWording.ThisYear).Select(t => string.Concat(t.Runs.Select(r => r.IsStrong ? $"**{r.Text}**" : r.Text))));
        Assert.Equal(("band-sum:S-06", "PMO"), (edition.ReconciliationNotes![0].Finding, edition.ReconciliationNotes[0].SignedBy));
    }

    [Fact]
    public void Schema2_ReadAndWrittenAgain_IsTheSameByteForByte() =>
        Assert.Equal(Encoding.UTF8.GetString(Schema2), Encoding.UTF8.GetString(EditionJson.Write(EditionJson.Read(Schema2))));

    [Fact]
    public void Schema3_IsReadWithWhatWasReorganised()
    {
        var edition = EditionJson.Read(Schema3);

        var split = Assert.Single(edition.Reorganisations!);
        Assert.Equal("On 1 June 2019 the directorate “Children” gave a part to the new “Schools”.", ReorganisationWords.Of(split));
        Assert.Equal(["TP-02", "S-02", "S-05"], [.. split.Projects, .. split.Lines]);
        Assert.Equal(["Adults", "Children", "Schools"], edition.Directorates.Select(d => d.Name));
        Assert.Equal(["reconciliation-notes", "reorganisations"], new QuarterTables(edition, DecisionBasis.AsItStands).Registers.Select(r => r.Key).TakeLast(2));
    }

    [Fact]
    public void Schema3_ReadAndWrittenAgain_IsTheSameByteForByte() =>
        Assert.Equal(Encoding.UTF8.GetString(Schema3), Encoding.UTF8.GetString(EditionJson.Write(EditionJson.Read(Schema3))));

    [Fact]
    public void Schema4_IsReadWithWhatAClosedYearCarried()
    {
        var edition = EditionJson.Read(Schema4);

        Assert.Equal("£0.100m of the target of 2018/19 was carried forward.", Assert.Single(new Dashboard(edition, DecisionBasis.AsItStands).CarriedForward).Sentence);
        Assert.Equal(
            TableText.Expected("""
                Financial year      | Target it closed with | Delivered | Carried to a later year
                2018/19             | -1.000                | -0.900    | 0.100
                """),
            new ClosedYears(edition, DecisionBasis.AsItStands).Table()!.Grid());
    }

    [Fact]
    public void Schema4_WhileItIsCurrent_IsWrittenByteForByte()
    {
        Assert.Equal(4, Edition.CurrentSchemaVersion);
        Assert.Equal(Encoding.UTF8.GetString(Schema4), Encoding.UTF8.GetString(EditionJson.Write(EditionJson.Read(Schema4))));
    }

    [Fact]
    public void Schema4_WhileItIsCurrent_IsWhatTheSmallProgrammeComposesTo() => Assert.Equal(Encoding.UTF8.GetString(Schema4), Encoding.UTF8.GetString(Composed()));

    [Fact]
    public void Schema4_WhileItIsCurrent_HoldsEveryMemberThatAnEditionCan()
    {
        var text = Encoding.UTF8.GetString(Schema4);
        var members = MembersOf(typeof(Edition), []).Select(m => JsonNamingPolicy.CamelCase.ConvertName(m.Name)).Distinct().ToList();

        Assert.True(members.Count > 80, $"Only {members.Count} members were found.");
        Assert.All(members, member => Assert.Contains($"\"{member}\":", text, StringComparison.Ordinal));
    }

    private static byte[] Composed() => EditionJson.Write(EditionComposer.Compose(
        ProgrammeStates.Small().Split(Grouping.Directorate, "Children", "Schools", new(2019, 6, 1), p => p == "TP-02") with
        {
            Stories = [.. ProgrammeStates.Small().Stories.Select(s => s with { Items = [.. s.Items.Select(i => i.Kind == StoryKind.Focus ? i with { Text = "Close the gap of {savings this-year}" } : i)] })],
            Targets = [.. ProgrammeStates.Small().Targets.Select(t => t.Line == "S-01" ? t with { CarriedOut = new(100_000) } : t)],
            AnnexEdits = [new(Quarter.Parse("2019/20 Q1"), AnnexWording.ThisYear, ["**2.6** written by hand: {savings this-year exact}."]), new(Quarter.Parse("2018/19 Q4"), "cover-legal", ["None."])],
            Activities = [.. ProgrammeStates.Small().Activities.Select((a, i) => i == 0 ? a with { FirstTarget = new(400_000) } : a)],
            Actions = [new("TP-01", new(2019, 6), new(RagAspect.Benefits, "Agree the posts", "Head of Service", new(2019, 9, 30)))],
            Changes = [new("Projects", "TP-01", "Phase", "Planning", "In flight", new(2019, 6, 3), new(2019, 7, 8)), new("Projects", "TP-02", "Phase", null, "Complete", new(2019, 7, 1), new(2019, 7, 8))],
        },
        Quarter.Parse("2019/20 Q1"),
        2,
        "Corrects an error",
        [new("band-sum:S-06", "The bands of S-06 disagree.", "It is being looked into.", "PMO", new DateTime(2019, 7, 12, 9, 30, 0, DateTimeKind.Utc))]));

    private static IEnumerable<IEnumerable<string>> Printed(FigureTable table) => table.Rows.Select(row => row.Cells.Select(table.Text).Prepend(row.Label));

    // The properties of the records an edition is made of, all the way down.
    private static IEnumerable<PropertyInfo> MembersOf(Type type, HashSet<Type> seen)
    {
        var element = type.IsGenericType ? type.GetGenericArguments()[0] : type;
        if (element.Namespace?.StartsWith("TransformationPortal.Core", StringComparison.Ordinal) != true
            || element.IsValueType || !seen.Add(element))
        {
            return [];
        }

        var own = element.GetProperties().Where(p => p.GetCustomAttribute<JsonIgnoreAttribute>() is null).ToList();
        return [.. own, .. own.SelectMany(p => MembersOf(p.PropertyType, seen))];
    }
}
