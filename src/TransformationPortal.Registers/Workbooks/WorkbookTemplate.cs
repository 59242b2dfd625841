namespace TransformationPortal.Registers.Workbooks;

/// <summary>What the writer and the reader of workbooks have agreed on.</summary>
public static class WorkbookTemplate
{
    /// <summary>Counts the changes of the layout. A workbook of a later version than this is refused; one of an earlier version is read, and what it has no column for stays.</summary>
    public const int Version = 2;

    public const string MediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <summary>The sheet that says what the workbook is and how to fill it in.</summary>
    internal const string AboutSheet = "About this workbook";

    /// <summary>The hidden sheet that holds the drop-down lists.</summary>
    internal const string ListsSheet = "Lists";

    /// <summary>The sheet of a marked copy that lists what is wrong.</summary>
    internal const string ProblemsSheet = "Problems";

    internal const string VersionLabel = "Version of the template";

    internal const string SealLabel = "State of the programme";

    /// <summary>The sheet of a register.</summary>
    internal static string SheetName(RegisterDefinition register) => register.Title;

    internal static bool IsOwnSheet(string name) => name is AboutSheet or ListsSheet or ProblemsSheet;
}
