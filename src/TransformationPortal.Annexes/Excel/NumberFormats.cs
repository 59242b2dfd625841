using TransformationPortal.Core.Papers;
using TransformationPortal.Core.Views;

namespace TransformationPortal.Annexes.Excel;

/// <summary>How a spreadsheet prints the numbers of a table: as the table itself does.</summary>
internal static class NumberFormats
{
    public const string Pounds = "£#,##0;-£#,##0";
    public const string Count = "#,##0";
    public const string Percent = "0%";
    public const string Date = "d mmm yyyy";

    public static string Of(TableFormat format) => format.Decimals() == 0 ? Count : "#,##0." + new string('0', format.Decimals());
}
