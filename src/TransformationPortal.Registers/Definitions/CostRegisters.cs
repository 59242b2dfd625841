using TransformationPortal.Core;
using TransformationPortal.Core.Costs;
using TransformationPortal.Core.Periods;
using TransformationPortal.Core.Programmes;
using TransformationPortal.Data.Entities;

namespace TransformationPortal.Registers.Definitions;

internal static class CostAreasRegister
{
    public static readonly Column<string> Code = Columns.Code("code", Lengths.Ref);
    public static readonly Column<string> Name = Columns.Text("name", Lengths.Name);

    public static readonly RegisterDefinition Definition = new("cost_areas", "Cost areas", [Code, Name], [Code]);
}

internal static class CostLinesRegister
{
    public static readonly Column<string> Code = Columns.Code("code", Lengths.Ref);
    public static readonly Column<string> Area = Columns.Reference("area", "cost_areas", "code");
    public static readonly Column<string> Name = Columns.Text("name", Lengths.Name);
    public static readonly Column<string> Note = Columns.Text("note", Lengths.Text).Optional();

    public static readonly RegisterDefinition Definition = new("cost_lines", "Cost lines", [Code, Area, Name, Note], [Code]);
}

internal static class CostBudgetRegister
{
    public static readonly Column<string> Line = Columns.Reference("line", "cost_lines", "code");
    public static readonly Column<FinancialYear> Year = Columns.Year("financial_year");
    public static readonly Column<Money> Amount = Columns.MoneyNotBelowZero("amount");

    public static readonly RegisterDefinition Definition = new("cost_budget", "Cost budget", [Line, Year, Amount], [Line, Year]);
}

internal static class SpendRegister
{
    public static readonly Column<string> Line = Columns.Reference("line", "cost_lines", "code");
    public static readonly Column<ReportingMonth> Month = Columns.Month("month");
    public static readonly Column<CostKind> Kind = Columns.OneOf("kind", without: CostKind.Budget);
    public static readonly Column<Money> Amount = Columns.Money("amount");
    public static readonly Column<string> Note = Columns.Text("note", Lengths.Text).Optional();

    public static readonly RegisterDefinition Definition = new("spend", "Spend", [Line, Month, Kind, Amount, Note], [Line, Month, Kind]);
}

internal static class FundingRegister
{
    public static readonly Column<string> Source = Columns.Text("source", Lengths.Name);
    public static readonly Column<Money> Amount = Columns.MoneyNotBelowZero("amount");
    public static readonly Column<FundingStatus> Status = Columns.OneOf<FundingStatus>(
        "status", s => s == FundingStatus.ToBeIdentified ? "To be identified" : s.ToString());

    public static readonly RegisterDefinition Definition = new("funding", "Funding", [Source, Amount, Status], [Source]);
}
