using TransformationPortal.Core;
using TransformationPortal.Core.Periods;
using TransformationPortal.Core.Programmes;
using TransformationPortal.Core.Reports;
using TransformationPortal.Data.Entities;
using TransformationPortal.Data.Quarters;

namespace TransformationPortal.Web.Areas.Pmo.Models.Parts;

/// <summary>A project that members are told more of, under headings that stay the same each quarter.</summary>
public sealed class SpotlightPart(Project project) : QuarterPart
{
    private const string Officer = "Officer";
    private const string People = "People";
    private const string Low = "Low";
    private const string High = "High";
    private const string Aim = "Aim";
    private const string Done = "Done";
    private const string Next = "Next";

    public override string Address => "spotlights/" + project.Code;

    public override string Key => QuarterParts.Spotlight(project.Code);

    public override string Title => $"Spotlight on {project.Code} {project.Name}";

    public override string Intro => "What the project is for, what has been done and what comes next. The headings stay the same each quarter.";

    public override string Clear => "Take it out of the spotlight";

    public override IReadOnlyList<PartField> Fields { get; } =
    [
        new(Officer, "Accountable officer", PartFieldKind.Line, Lengths.Name, IsRequired: true),
        new(People, "People involved", PartFieldKind.Words, Lengths.Text, IsRequired: true),
        new(Low, "Expected savings a year, from (pounds, optional)", PartFieldKind.Number, 20),
        new(High, "Expected savings a year, to (pounds, optional)", PartFieldKind.Number, 20),
        new(Aim, "What it is for", PartFieldKind.Prose, Lengths.Text, IsRequired: true),
        new(Done, "What has been done so far", PartFieldKind.Prose, Lengths.LongText, IsRequired: true),
        new(Next, "What comes next", PartFieldKind.Prose, Lengths.Text, IsRequired: true),
    ];

    public override IReadOnlyList<PartRow> Load(QuarterTexts texts) => texts.Story.Spotlights.FirstOrDefault(s => s.Project == project.Code) is { } s
        ? [PartRow.Of((Officer, s.AccountableOfficer), (People, s.PeopleInvolved), (Low, MoneyFormat.Count(s.ExpectedLow?.Pounds)), (High, MoneyFormat.Count(s.ExpectedHigh?.Pounds)), (Aim, s.Aim), (Done, s.DoneSoFar), (Next, s.Next))]
        : [PartRow.Of((Officer, project.AccountableOfficer), (Aim, project.Summary))];

    public override IEnumerable<PartProblem> Check(IReadOnlyList<PartRow> rows) =>
        rows is [var row] && Number(row[Low]).Value is { } low && Number(row[High]).Value is { } high && low > high
            ? [new(FieldId(High, 0), "The expected savings end below where they begin.")] : [];

    public override Task<PartOutcome> SaveAsync(QuarterStore store, Quarter quarter, int revision, Person by, IReadOnlyList<PartRow> rows, CancellationToken cancellationToken) => rows is [var row]
        ? store.SaveSpotlightAsync(quarter, revision, by,
            new(project.Code, row[Officer].Trim(), row[People].Trim(), Pounds(row[Low]), Pounds(row[High]), row[Aim].Trim(), row[Done].Trim(), row[Next].Trim()), cancellationToken)
        : store.RemoveSpotlightAsync(quarter, revision, by, project.Code, cancellationToken);

    private static Money? Pounds(string text) => Number(text).Value is { } value ? new Money(value) : null;
}
