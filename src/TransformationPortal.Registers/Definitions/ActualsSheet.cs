using TransformationPortal.Core;
using TransformationPortal.Core.Periods;
using TransformationPortal.Data.Entities;

namespace TransformationPortal.Registers.Definitions;

/// <summary>A month's spend as finance sends it: less than the register of spend, and laid over it.</summary>
public static class ActualsSheet
{
    internal static readonly Column<string> Line = Columns.Reference("cost_line", "cost_lines", "code");
    internal static readonly Column<ReportingMonth> Month = Columns.Month("month");
    internal static readonly Column<Money> Amount = Columns.Money("amount");
    internal static readonly Column<string> Note = Columns.Text("note", Lengths.Text).Optional();

    // Without a key: what stands twice is shown, and refused only where it says two things.
    public static RegisterDefinition Definition { get; } = new("actuals", "Actuals", [Line, Month, Amount, Note], []);
}
