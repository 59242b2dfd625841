using TransformationPortal.Core;
using TransformationPortal.Core.Periods;
using TransformationPortal.Core.Programmes;
using TransformationPortal.Core.Savings;
using TransformationPortal.Data.Entities;

namespace TransformationPortal.Registers.Definitions;

internal static class SavingsLinesRegister
{
    public static readonly Column<string> Ref = Columns.Code("ref", Lengths.Ref);
    public static readonly Column<string> Project = Columns.Reference("project", "projects", "code");
    public static readonly Column<string> Title = Columns.Text("title", Lengths.Name);
    public static readonly Column<string> Workstream = Columns.Reference("workstream", "workstreams", "name");
    public static readonly Column<string> Directorate = Columns.Reference("directorate", "directorates", "name");
    public static readonly Column<string> Source = Columns.Reference("source", "sources", "name");
    public static readonly Column<string> Activity = Columns.Reference("core_activity", "activities", "name").Optional();

    public static readonly RegisterDefinition Definition = new(
        "savings_lines", "Savings lines", [Ref, Project, Title, Workstream, Directorate, Source, Activity], [Ref]);
}

internal static class SavingsTargetsRegister
{
    public static readonly Column<string> Line = Columns.Reference("line", "savings_lines", "ref");
    public static readonly Column<FinancialYear> Year = Columns.Year("financial_year");
    public static readonly Column<Money> Original = Columns.MoneyNotBelowZero("original_target").Optional();
    public static readonly Column<Money> Revised = Columns.MoneyNotBelowZero("revised_target").Optional();
    public static readonly Column<Money> CarriedOut = Columns.MoneyNotBelowZero("carried_to_later_year").Later();

    public static readonly RegisterDefinition Definition = new(
        "savings_targets", "Savings targets", [Line, Year, Original, Revised, CarriedOut], [Line, Year])
    {
        InOrder = [OrderedColumns.Amounts(CarriedOut, Revised)],
    };
}

internal static class SavingsPositionsRegister
{
    public static readonly Column<string> Line = Columns.Reference("line", "savings_lines", "ref");
    public static readonly Column<ReportingMonth> AsAt = Columns.Month("as_at");
    public static readonly Column<FinancialYear> Year = Columns.Year("financial_year");
    public static readonly Column<Confidence> Confidence = Columns.OneOf<Confidence>("confidence");
    public static readonly Column<Money> Amount = Columns.Money("amount");

    public static readonly RegisterDefinition Definition = new(
        "savings_positions", "Savings positions", [Line, AsAt, Year, Confidence, Amount], [Line, AsAt, Year, Confidence]);
}

internal static class DecisionsRegister
{
    public static readonly Column<string> Ref = Columns.Code("ref", Lengths.Ref);
    public static readonly Column<string> Title = Columns.Text("title", Lengths.Name);
    public static readonly Column<string> Body = Columns.Text("body", Lengths.Name);
    public static readonly Column<DateOnly> Due = Columns.Date("due").Optional();
    public static readonly Column<DecisionOutcome> Outcome = Columns.OneOf<DecisionOutcome>("outcome");
    public static readonly Column<string> Note = Columns.Text("note", Lengths.Text).Optional();
    public static readonly Column<DateOnly> Settled = Columns.Date("decided_on").Later();
    public static readonly Column<string> OutcomeNote = Columns.Text("outcome_note", Lengths.Text).Later();

    public static readonly RegisterDefinition Definition = new("decisions", "Decisions", [Ref, Title, Body, Due, Outcome, Note, Settled, OutcomeNote], [Ref]);
}

internal static class ReprofilesRegister
{
    public static readonly Column<string> Decision = Columns.Reference("decision", "decisions", "ref");
    public static readonly Column<string> Line = Columns.Reference("line", "savings_lines", "ref");
    public static readonly Column<string> Label = Columns.Text("label", Lengths.Name);
    public static readonly Column<Money> Amount = Columns.MoneyNotBelowZero("amount");
    public static readonly Column<FinancialYear> FromYear = Columns.Year("from_year");
    public static readonly Column<FinancialYear> ToYear = Columns.Year("to_year").Optional();
    public static readonly Column<Confidence> Confidence = Columns.OneOf<Confidence>("confidence");
    public static readonly Column<string> Note = Columns.Text("note", Lengths.Text).Optional();
    public static readonly Column<bool> CarryForward = Columns.Mark("carry_forward").Later();

    public static readonly RegisterDefinition Definition = new(
        "reprofiles", "Re-profiles", [Decision, Line, Label, Amount, FromYear, ToYear, Confidence, Note, CarryForward], [Decision, Line, FromYear, ToYear, Confidence]);
}

/// <summary>Amounts expected to fall short, which are no savings: one row a pressure and year.</summary>
internal static class PressuresRegister
{
    public static readonly Column<string> Ref = Columns.Code("ref", Lengths.Ref);
    public static readonly Column<FinancialYear> Year = Columns.Year("financial_year");
    public static readonly Column<string> Directorate = Columns.Reference("directorate", "directorates", "name");
    public static readonly Column<string> Project = Columns.Reference("project", "projects", "code").Optional();
    public static readonly Column<string> Why = Columns.Text("why", Lengths.Text);
    public static readonly Column<Money> Amount = Columns.MoneyNotBelowZero("amount");
    public static readonly Column<DateOnly> Since = Columns.Date("expected_since").Optional();
    public static readonly Column<string> Owner = Columns.Text("owner", Lengths.Name);
    public static readonly Column<PressureCover> Cover = Columns.OneOf<PressureCover>("covered", c => c.Words());
    public static readonly Column<string> HowCovered = Columns.Text("from_what", Lengths.Name).Optional();

    public static readonly RegisterDefinition Definition = new(
        "pressures", "Pressures", [Ref, Year, Directorate, Project, Why, Amount, Since, Owner, Cover, HowCovered], [Ref, Year]) { IsLater = true };
}
