using TransformationPortal.Registers;
using TransformationPortal.Registers.Definitions;

namespace TransformationPortal.Tests.Shared;

/// <summary>
/// An illustrative programme of another council: two years, three workstreams of other names, four confidence labels of its
/// own. Nothing in it is real.
/// </summary>
internal static class SecondCouncil
{
    public const string Council = "Ashmere District Council (illustrative)";

    public const string Programme = "Ashmere Forward";

    private static readonly Dictionary<string, string[]> Rows = new(StringComparer.Ordinal)
    {
        ["programme"] =
        [
            $"name|{Programme}", $"council|{Council}", "first_year|2023/24", "last_year|2024/25", "objective|Balance the budget and answer residents sooner",
            "planned_benefit_low|900000", "planned_benefit_high|1500000", "redundancy_provision|", "provenance|An illustrative programme.",
            "delivered_label|Banked", "high_label|On course", "medium_label|At risk", "low_label|Unlikely",
            "delivered_alias|Blue", "high_alias|Green", "medium_alias|Amber", "low_alias|Red", "savings_also_by|Directorate", "savings_also_by_second|Accountable officer",
        ],
        ["boards"] =
        [
            "Cabinet|Executive||Decides|", "Change Board|Programme board|Cabinet|Runs the programme|", "Customer Board|Workstream board|Change Board|Runs customer work|",
            "Assets Board|Workstream board|Change Board|Runs assets|",
        ],
        ["workstreams"] = ["Customer First|Customer|yes|", "Smarter Assets|Assets|yes|", "Commercial Services|Commercial|yes|"],
        ["directorates"] = ["Residents|Residents", "Place and Assets|Place"],
        ["sources"] = ["Budget 2023|Budget|yes", "Earlier decisions|Earlier|no"],
        ["activities"] = ["Contact||", "Buildings||50000"],
        ["projects"] =
        [
            "AF1|One front door|In flight|Customer Board|Customer First|Residents|Head of Customers|2023-05-01|2024-12-31|Brings five counters into one.|",
            "AF2|Town hall lets|In flight|Assets Board|Smarter Assets|Place and Assets|Head of Property|2023-06-01|2024-09-30||",
            "AF3|Trade waste|Planning|Assets Board|Commercial Services|Place and Assets|Head of Waste||||",
        ],
        ["ratings"] = ["AF1|2023-06|Overall|Green|On plan.|", "AF2|2023-06|Overall|Amber|Letting is slow.|"],
        ["savings_lines"] =
        [
            "L1|AF1|Fewer counters|Customer First|Residents|Budget 2023|Contact", "L2|AF2|Rent of two floors|Smarter Assets|Place and Assets|Budget 2023|Buildings",
            "L3|AF3|Trade waste income|Commercial Services|Place and Assets|Earlier decisions|",
        ],
        ["savings_targets"] = ["L1|2023/24|300000|300000|", "L1|2024/25|250000|250000|", "L2|2023/24|200000|150000|", "L2|2024/25||50000|", "L3|2024/25|120000.50|120000.50|"],
        ["savings_positions"] =
        [
            "L1|2023-06|2023/24|Delivered|100000", "L1|2023-06|2023/24|High|200000", "L2|2023-06|2023/24|Medium|150000", "L1|2023-06|2024/25|High|250000",
            "L3|2023-06|2024/25|Low|120000.50",
        ],
        ["decisions"] = ["D1|Move the rent of one floor|Cabinet|2023-09-12|Pending|||"],
        ["reprofiles"] = ["D1|L2|Rent of one floor|50000|2023/24|2024/25|Medium||"],
        ["cost_areas"] = ["TECH|Technology", "TEAM|The team"],
        ["cost_lines"] = ["T1|TECH|Telephony|", "P1|TEAM|Programme team|"],
        ["cost_budget"] = ["T1|2023/24|80000", "P1|2023/24|120000", "P1|2024/25|120000"],
        ["spend"] = ["T1|2023-04|Actual|10000|", "T1|2023-06|Committed|30000|", "P1|2023-06|Actual|9500.25|"],
        ["funding"] = ["Transformation reserve|320000|Confirmed"],
        ["risks"] = ["R1|AF2|Nobody rents|High|Two agents|Medium|A third agent|2023-06-20|yes|||", "R2||Vacancies stay open|Medium|Weekly look|Low|||no|||"],
        ["milestones"] = ["AF1|Counters closed|2023-12-15|2024-01-15||", "AF2|First tenant in|2023-10-01|||"],
        ["dependencies"] = ["AF2|AF1|Counters leave the ground floor|2024-01-31|Amber|The date moved|"],
        ["benefits"] = ["AF1|Residents are answered the first time|"],
        ["documents"] = ["business-case|Business case|Word document|"],
        ["meetings"] = ["Cabinet|2023-07-18|18:00|Quarter 1|", "Change Board||||Date to be set"],
        ["plan"] = ["Counters|Move|2023-09-01|2023-12-15|"],
        ["pressures"] = ["P1|2023/24|Residents||Calls take longer than planned|45000|2023-06-01|Head of Customers|Partly covered|Vacancies kept", "P2|2024/25|Place and Assets|AF2|Rents fall|20000||Head of Property|Not covered|"],
        ["words"] = ["Front door|Where residents ask first||Head of Customers", "Savings Panel||Change Board|"],
        ["report_cost_lines"] = ["T1|AF1"],
    };

    /// <summary>Every register that is kept, as the workbook's sheets would come.</summary>
    public static IReadOnlyList<RegisterTable> Tables() =>
    [
        .. AllRegisters.Kept.Select(register => new RegisterTable(
            register.Name, register.Title, register.Layout == RegisterLayout.Fields ? ["field", "value"] : [.. register.Columns.Select(c => c.Name)],
            [.. Rows[register.Name].Select((row, i) => new RegisterTableRow(i + 2, row.Split('|')))])),
    ];
}
