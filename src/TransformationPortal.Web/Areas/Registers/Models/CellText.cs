using System.Globalization;
using TransformationPortal.Core;
using TransformationPortal.Core.Periods;
using TransformationPortal.Registers;

namespace TransformationPortal.Web.Areas.Registers.Models;

/// <summary>A cell of a register as people read it: £2,308,000 and 30 June 2019, where it is kept as 2308000 and 2019-06-30.</summary>
public static class CellText
{
    private const int Longest = 120;

    public static string Of(Column column, string text) => column.Holds switch
    {
        _ when text.Length == 0 => "",
        var t when t == typeof(Money) && decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var pounds) =>
            decimal.IsInteger(pounds) ? MoneyFormat.Format(new Money(pounds), MoneyStyle.Pounds) : MoneyFormat.WithPence(new Money(pounds)),
        var t when t == typeof(DateOnly) && DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) => DateFormat.Long(day),
        var t when t == typeof(ReportingMonth) && ReportingMonth.TryParse(text, out var month) => month.Name,
        _ => text,
    };

    /// <summary>The same, cut where it is long.</summary>
    public static string Short(Column column, string text) => Of(column, text) is var shown && shown.Length <= Longest ? shown : shown[..Longest] + "…";

    /// <summary>Whether cells of the column are numbers, which line up on the right.</summary>
    public static bool IsNumber(Column column) => column.Holds == typeof(Money) || column.Holds == typeof(decimal) || column.Holds == typeof(int);
}
