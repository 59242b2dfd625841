using System.Text;
using System.Text.Json.Nodes;
using TransformationPortal.Core.Editions;
using TransformationPortal.Core.Programmes;
using TransformationPortal.Core.Savings;
using TransformationPortal.Core.Tests.Building;

namespace TransformationPortal.Core.Tests.Consistency;

/// <summary>The programmes that the labelled sentences speak of: the sample's, and three of imaginary councils with labels of their own.</summary>
internal static class Councils
{
    // The stored edition of an earlier version has no words of the council's own.
    private static readonly Lazy<Edition> Sample = new(() =>
    {
        var stored = JsonNode.Parse(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Editions", "sample-schema-1.json")))!;
        stored["words"] = new JsonArray(
            new JsonObject { ["word"] = "Fit for the Future Board", ["nowCalled"] = "Transformation Programme Board" },
            new JsonObject { ["word"] = "County Leadership Team", ["nowCalled"] = "CEDR" });
        return EditionJson.Read(Encoding.UTF8.GetBytes(stored.ToJsonString()));
    });

    public static Edition Of(string council) => council switch
    {
        "sample" => Sample.Value,
        "thornmere" => Thornmere().Edition("2024/25 Q2"),
        "ledbrook" => Ledbrook().Edition("2023/24 Q4"),
        "wexcombe" => Wexcombe().Edition("2022/23 Q4"),
        _ => throw new ArgumentOutOfRangeException(nameof(council), council, "There is no such council in the sets."),
    };

    private static ProgrammeBuilder Named(string name, string first, string last, params (string Label, string? Alias)[] labels) =>
        new ProgrammeBuilder().Years(first, last).With(s => s with
        {
            Programme = s.Programme with { Name = name, ConfidenceLabels = [.. labels.Select((l, i) => new ConfidenceLabel((Confidence)i, l.Label, l.Alias))] },
        });

    private static ProgrammeBuilder Thornmere() => Named("Balanced Borough", "2024/25", "2026/27", ("Complete", null), ("On track", "Green"), ("Amber", null), ("Red", null))
        .Workstreams("Homes and Streets", "Care").Boards("Savings Board").Directorates("Place", "People").Source("Budget 2024", isCore: true)
        .Project("BB1", "Street cleaning routes").Project("BB2", "Shared lives")
        .Line("B-1", "BB1", "Fewer rounds", "Homes and Streets", "Place", "Budget 2024").Target("2024/25", 3_994_000)
        .Position("2024/25", Confidence.High, 2_114_000, "2024-09").Position("2024/25", Confidence.Medium, 1_435_000, "2024-09").Position("2024/25", Confidence.Low, 445_000, "2024-09")
        .Target("2025/26", 2_200_000).Position("2025/26", Confidence.Medium, 2_200_000, "2024-09")
        .Line("B-2", "BB2", "Carers' payments", "Care", "People", "Budget 2024").Target("2024/25", 3_400_000)
        .Position("2024/25", Confidence.High, 2_000_000, "2024-09").Position("2024/25", Confidence.Medium, 1_000_000, "2024-09").Position("2024/25", Confidence.Low, 400_000, "2024-09");

    private static ProgrammeBuilder Ledbrook() => Named("Leaner Together", "2023/24", "2025/26", ("Banked", "Blue"), ("Firm", "Green"), ("Hopeful", "Amber"), ("Doubtful", "Red"))
        .Workstreams("Contact", "Estate").Boards("Efficiency Panel").Directorates("Customer", "Assets").Source("Plan", isCore: true)
        .Project("LT1", "One phone line").Project("LT2", "Smaller depots", ProjectPhase.Planning)
        .Line("M-1", "LT1", "Fewer desks", "Contact", "Customer", "Plan").Target("2023/24", 1_900_000).Position("2023/24", Confidence.Delivered, 1_200_000, "2024-03").Position("2023/24", Confidence.High, 700_000, "2024-03")
        .Target("2024/25", 900_000).Position("2024/25", Confidence.Medium, 900_000, "2024-03")
        .Line("M-2", "LT2", "Depot sale", "Estate", "Assets", "Plan").Target("2023/24", 1_200_000).Position("2023/24", Confidence.Low, 1_200_000, "2024-03")
        .CostArea("1", "Systems").CostLine("1.1", "Telephony").Budget("2023/24", 450_000).Spent("2023-11", 310_000);

    private static ProgrammeBuilder Wexcombe() => Named("Wexcombe Forward", "2020/21", "2022/23", ("Realised", null), ("On course", null), ("Some risk", null), ("At risk", null))
        .Workstreams("All services").Boards("Efficiency Board").Directorates("Education", "Environment").Source("Budget", isCore: true)
        .Project("CF1", "School meals").Project("CF2", "Waste rounds")
        .Line("C-1", "CF1", "Kitchens", "All services", "Education", "Budget").Target("2020/21", 12_000_000).Position("2020/21", Confidence.Delivered, 11_800_000, "2023-03").Position("2020/21", Confidence.Low, 200_000, "2023-03")
        .Target("2021/22", 11_400_000).Position("2021/22", Confidence.Delivered, 11_000_000, "2023-03").Position("2021/22", Confidence.Medium, 400_000, "2023-03")
        .Line("C-2", "CF2", "Rounds", "All services", "Environment", "Budget").Target("2022/23", 12_000_000).Position("2022/23", Confidence.Delivered, 10_600_000, "2023-03")
        .Position("2022/23", Confidence.High, 900_000, "2023-03").Position("2022/23", Confidence.Low, 500_000, "2023-03");
}
