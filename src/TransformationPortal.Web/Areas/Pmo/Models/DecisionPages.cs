using TransformationPortal.Core;
using TransformationPortal.Core.Editions;
using TransformationPortal.Core.Ledgers;
using TransformationPortal.Core.Periods;
using TransformationPortal.Core.Programmes;
using TransformationPortal.Core.Reports;
using TransformationPortal.Core.Reprofiling;
using TransformationPortal.Core.Savings;
using TransformationPortal.Data.Decisions;
using TransformationPortal.Web.Areas.Reports.Models;

namespace TransformationPortal.Web.Areas.Pmo.Models;

/// <summary>The register of decisions, and the closed years whose remainder can be looked at.</summary>
public sealed record DecisionsPage(IReadOnlyList<RegisteredDecision> Decisions, IReadOnlyList<FinancialYear> ClosedYears, Money? NotYetRehomed);

/// <summary>A decision, with a sentence about what has just been done.</summary>
/// <param name="Programme">Whose words for confidence are used.</param>
public sealed record RegisteredDecisionPage(RegisteredDecision Item, Programme Programme, string? Done)
{
    /// <summary>Why what was asked for was not done; none where nothing was refused.</summary>
    public string? Refusal { get; init; }

    /// <summary>The refusal as a list on top of the page.</summary>
    public IReadOnlyList<(string Sentence, string Address)> Refused => Refusal is { } refusal ? [(refusal, "#moves")] : [];

    /// <summary>What has just been done, in one sentence; none when nothing was.</summary>
    public string? DoneSentence => Done switch
    {
        "added" => $"{Item.Decision.Ref} is in the register. Enter what it would move.",
        "moved" => "The re-profile is entered. Figures follow it if the decision is agreed.",
        "recorded" => $"{Item.Decision.Ref} is {Item.Decision.Outcome.ToString().ToLowerInvariant()}. Every later edition follows; published ones keep what they said.",
        "rehomed" => "The saving has a year. Every later edition shows it there.",
        "taken-back" => "The year is taken back. The saving has none again.",
        "carried" => "What was not delivered is carried forward. Every later edition shows it in its new year.",
        _ => null,
    };
}

/// <summary>A form of the register: its fields with what was typed and what is wrong with it.</summary>
/// <param name="Item">The decision that it is about; none for a new one.</param>
/// <param name="Move">The re-profile that it is about, where it is about one.</param>
public sealed record DecisionFormPage(RegisteredDecision? Item, RegisteredMove? Move, IReadOnlyList<ReportField> Fields, IReadOnlyList<DecisionProblem> Problems)
{
    /// <summary>The year that was chosen, where all that is left is to say yes to it.</summary>
    public FinancialYear? Asked { get; init; }

    /// <summary>The problems as a list on top of the page, each leading to its field.</summary>
    public IReadOnlyList<(string Sentence, string Address)> Summary => [.. Problems.Select(p => (p.Sentence, "#" + (p.Field.Length > 0 ? p.Field : "main-content")))];
}

/// <summary>What would be carried forward, before it is.</summary>
public sealed record CarryForwardPage(CarryForwardPlan Plan, Edition Now, IReadOnlyList<ReportField> Fields, IReadOnlyList<DecisionProblem> Problems)
{
    public IReadOnlyList<(string Sentence, string Address)> Summary => [.. Problems.Select(p => (p.Sentence, "#" + (p.Field == "year" ? "main-content" : p.Field)))];

    /// <summary>The programme's revised target of a year as it stands, in pounds.</summary>
    public Money Target(FinancialYear year) => Now.Savings.Sum(SavingsSlices.Of(SavingsKind.RevisedTarget, DecisionBasis.AsItStands).In(year)).OrZero();
}

/// <summary>What the forms of the register hold, as it was typed.</summary>
public sealed record DecisionForm(
    string? Title, string? Body, string? Due, string? Note, string? Line, string? Label, string? Amount, string? FromYear, string? ToYear, string? Confidence,
    string? Outcome, string? Day, string? Year, string? Confirmed = null)
{
    private static readonly IReadOnlyList<FieldOption> Outcomes = [new("Agreed", "Agreed"), new("Refused", "Refused")];

    public static DecisionForm Empty { get; } = new(null, null, null, null, null, null, null, null, null, null, null, null, null);

    public IReadOnlyList<ReportField> NewDecision(IReadOnlyList<DecisionProblem> problems) =>
    [
        Field(problems, "title", "What is to be decided", FieldKind.Line, Title),
        Field(problems, "body", "Who decides", FieldKind.Line, Body, "For instance the executive, or the board of the programme"),
        Field(problems, "due", "When the decision is due", FieldKind.Day, Due, "For instance 16/7/2019. Leave it empty where no day is set"),
        Field(problems, "note", "What readers should know", FieldKind.Area, Note),
    ];

    public IReadOnlyList<ReportField> NewMove(Edition now, DateOnly today, IReadOnlyList<DecisionProblem> problems)
    {
        var years = FinancialYear.Range(now.Programme.FirstYear, now.Programme.LastYear).Select(y => new FieldOption(y.ToString(), y.ToString())).ToList();
        return
        [
            Field(problems, "line", "Savings line", FieldKind.List, Line) with { Options = [.. now.SavingsLines.Select(l => new FieldOption(l.Ref, $"{l.Ref} {l.Title}"))] },
            Field(problems, "amount", "Amount that moves, in pounds", FieldKind.Number, Amount, "For instance 755,000"),
            Field(problems, "fromYear", "Out of", FieldKind.List, FromYear) with { Options = years },
            Field(problems, "toYear", "Into", FieldKind.List, ToYear, "Leave it empty while no year has been set: the portal then says that the amount is not yet re-homed") with
            {
                Options = Years(ReprofileCheck.YearsFor(now.Programme, now.Programme.FirstYear.AddYears(-1), today)),
            },
            Field(problems, "confidence", "Confidence that the amount stands at", FieldKind.Choice, Confidence) with
            {
                Options = [.. ConfidenceFacts.Bands.Where(b => b != Core.Savings.Confidence.Delivered).Select(b => new FieldOption(b.ToString(), now.Programme.Label(b)))],
            },
            Field(problems, "label", "What readers are to call it", FieldKind.Line, Label, "For instance Fleet – 19/20 re-profile"),
            Field(problems, "note", "What readers should know", FieldKind.Area, Note),
        ];
    }

    public IReadOnlyList<ReportField> Deciding(IReadOnlyList<DecisionProblem> problems) =>
    [
        Field(problems, "outcome", "What was decided", FieldKind.Choice, Outcome) with { Options = Outcomes },
        Field(problems, "day", "On which day", FieldKind.Day, Day, "For instance 16/7/2019"),
        Field(problems, "note", "What was said", FieldKind.Area, Note),
    ];

    public IReadOnlyList<ReportField> Rehoming(Edition now, RegisteredMove move, DateOnly today, IReadOnlyList<DecisionProblem> problems) =>
    [
        Field(problems, "year", "The year that the saving moves to", FieldKind.List, Year) with
        {
            Options = Years(ReprofileCheck.YearsFor(now.Programme, move.Move.FromYear, today)),
        },
    ];

    public IReadOnlyList<ReportField> CarryingForward(IReadOnlyList<DecisionProblem> problems) =>
    [
        Field(problems, "body", "Who agreed it", FieldKind.Line, Body, "For instance the board of the programme"),
        Field(problems, "note", "What readers should know", FieldKind.Area, Note),
    ];

    private static IReadOnlyList<FieldOption> Years(IEnumerable<FinancialYear> years) => [.. years.Select(y => new FieldOption(y.ToString(), y.ToString()))];

    private static ReportField Field(IReadOnlyList<DecisionProblem> problems, string name, string label, FieldKind kind, string? text, string? hint = null) =>
        new(name, label, kind, text ?? "") { Hint = hint, Errors = [.. problems.Where(p => p.Field == name).Select(p => p.Sentence)] };
}
