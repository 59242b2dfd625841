using TransformationPortal.Core;
using TransformationPortal.Core.Periods;
using TransformationPortal.Core.Programmes;
using TransformationPortal.Data.Entities;

namespace TransformationPortal.Registers.Definitions;

internal static class QuarterTextsRegister
{
    public static readonly Column<Quarter> Quarter = Columns.Quarter("quarter");
    public static readonly Column<StoryKind> Kind = Columns.OneOf<StoryKind>("kind");
    public static readonly Column<int> Order = Columns.Integer("order");
    public static readonly Column<string> Text = Columns.Text("text", Lengths.Text);
    public static readonly Column<string> Link = Columns.Text("link", Lengths.Name).Optional();

    public static readonly RegisterDefinition Definition = new(
        "quarter_texts", "Achievements and focus", [Quarter, Kind, Order, Text, Link], [Quarter, Kind, Order]);
}

internal static class MeasuresRegister
{
    public static readonly Column<Quarter> Quarter = Columns.Quarter("quarter");
    public static readonly Column<string> Label = Columns.Text("label", Lengths.Name);
    public static readonly Column<decimal> Value = Columns.Number("value");
    public static readonly Column<string> Caption = Columns.Text("caption", Lengths.Name).Optional();
    public static readonly Column<string> Source = Columns.Text("source", Lengths.Sentence);
    public static readonly Column<string> LinkText = Columns.Text("link_text", Lengths.Name).Optional();
    public static readonly Column<string> Document = Columns.Reference("document", "documents", "key").Optional();

    public static readonly RegisterDefinition Definition = new(
        "measures", "Measures", [Quarter, Label, Value, Caption, Source, LinkText, Document], [Quarter, Label]);
}

internal static class SpotlightsRegister
{
    public static readonly Column<Quarter> Quarter = Columns.Quarter("quarter");
    public static readonly Column<string> Project = Columns.Reference("project", "projects", "code");
    public static readonly Column<string> Officer = Columns.Text("accountable_officer", Lengths.Name);
    public static readonly Column<string> PeopleInvolved = Columns.Text("people_involved", Lengths.Text);
    public static readonly Column<Money> ExpectedLow = Columns.MoneyNotBelowZero("expected_low").Optional();
    public static readonly Column<Money> ExpectedHigh = Columns.MoneyNotBelowZero("expected_high").Optional();
    public static readonly Column<string> Aim = Columns.Text("aim", Lengths.Text);
    public static readonly Column<string> DoneSoFar = Columns.Text("done_so_far", Lengths.LongText);
    public static readonly Column<string> Next = Columns.Text("next", Lengths.Text);

    public static readonly RegisterDefinition Definition = new(
        "spotlights",
        "Spotlights",
        [Quarter, Project, Officer, PeopleInvolved, ExpectedLow, ExpectedHigh, Aim, DoneSoFar, Next],
        [Quarter, Project])
    {
        InOrder = [OrderedColumns.Amounts(ExpectedLow, ExpectedHigh)],
    };
}
