using TransformationPortal.Core.Costs;
using TransformationPortal.Core.Savings;

namespace TransformationPortal.Core.Tests.Ledgers;

/// <summary>What value an entry has on a dimension, said a second time and apart from the ledgers, so that tests can check them.</summary>
internal static class Keys
{
    public static string Of(SavingsEntry entry, SavingsDimension dimension) => dimension switch
    {
        SavingsDimension.Kind => entry.Item.Kind switch
        {
            SavingsKind.OriginalTarget => "original",
            SavingsKind.RevisedTarget => "revised",
            _ => "position",
        },
        SavingsDimension.Year => entry.Item.Year?.ToString() ?? "none",
        SavingsDimension.Workstream => entry.Line.Workstream,
        SavingsDimension.Confidence => entry.Item.Confidence?.ToString() ?? "none",
        SavingsDimension.Directorate => entry.Line.Directorate,
        SavingsDimension.Source => entry.Line.Source,
        SavingsDimension.Board => entry.Line.Board,
        SavingsDimension.Activity => entry.Line.Activity ?? "none",
        SavingsDimension.Project => entry.Line.Project,
        SavingsDimension.Line => entry.Line.Ref,
        SavingsDimension.Carried => entry.Item.Carried ? "yes" : "no",
        _ => entry.Item.Decision ?? "none",
    };

    public static string Of(CostEntry entry, CostDimension dimension) => dimension switch
    {
        CostDimension.Kind => entry.Item.Kind.ToString().ToLowerInvariant(),
        CostDimension.Year => entry.Item.Year.ToString(),
        CostDimension.Area => entry.Line.Area,
        CostDimension.Line => entry.Line.Code,
        _ => entry.Item.Month?.ToString() ?? "none",
    };
}
