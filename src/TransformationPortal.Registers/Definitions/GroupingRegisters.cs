using TransformationPortal.Core;
using TransformationPortal.Core.Programmes;
using TransformationPortal.Data.Entities;

namespace TransformationPortal.Registers.Definitions;

internal static class BoardsRegister
{
    public static readonly Column<string> Name = Columns.Text("name", Lengths.Name);
    public static readonly Column<BoardKind> Kind = Columns.OneOf<BoardKind>("kind", KindName);
    public static readonly Column<string> ReportsTo = Columns.Reference("reports_to", "boards", "name").Optional();
    public static readonly Column<string> Role = Columns.Text("role", Lengths.Text);
    public static readonly Column<string> Basis = Columns.Text("basis", Lengths.Name).Optional();

    public static readonly RegisterDefinition Definition = new("boards", "Boards", [Name, Kind, ReportsTo, Role, Basis], [Name]);

    private static string KindName(BoardKind kind) => kind switch
    {
        BoardKind.ManagementTeam => "Management team",
        BoardKind.ProgrammeBoard => "Programme board",
        BoardKind.WorkstreamBoard => "Workstream board",
        _ => kind.ToString(),
    };
}

internal static class WorkstreamsRegister
{
    public static readonly Column<string> Name = Columns.Text("name", Lengths.Name);
    public static readonly Column<string> ShortName = Columns.Text("short_name", Lengths.Name);
    public static readonly Column<bool> IsComponent = Columns.YesNo("programme_component");
    public static readonly Column<string> Basis = Columns.Text("basis", Lengths.Name).Optional();

    public static readonly RegisterDefinition Definition = new("workstreams", "Workstreams", [Name, ShortName, IsComponent, Basis], [Name]);
}

internal static class DirectoratesRegister
{
    public static readonly Column<string> Name = Columns.Text("name", Lengths.Name);
    public static readonly Column<string> ShortName = Columns.Text("short_name", Lengths.Name);

    public static readonly RegisterDefinition Definition = new("directorates", "Directorates", [Name, ShortName], [Name]);
}

internal static class SourcesRegister
{
    public static readonly Column<string> Name = Columns.Text("name", Lengths.Name);
    public static readonly Column<string> ShortName = Columns.Text("short_name", Lengths.Name);
    public static readonly Column<bool> IsCore = Columns.YesNo("core");

    public static readonly RegisterDefinition Definition = new("sources", "Sources of targets", [Name, ShortName, IsCore], [Name]);
}

internal static class ActivitiesRegister
{
    public static readonly Column<string> Name = Columns.Text("name", Lengths.Name);
    public static readonly Column<string> Group = Columns.Text("group", Lengths.Name).Optional();
    public static readonly Column<Money> FirstTarget = Columns.MoneyNotBelowZero("first_target").Later();

    public static readonly RegisterDefinition Definition = new("activities", "Core activities", [Name, Group, FirstTarget], [Name]);
}
