using TransformationPortal.Core.Editions;
using TransformationPortal.Core.Ledgers;
using TransformationPortal.Core.Programmes;
using TransformationPortal.Core.Savings;

namespace TransformationPortal.Core.Views;

/// <summary>The savings of one project.</summary>
public sealed class ProjectSavings(Edition edition, DecisionBasis basis)
{
    /// <summary>Targets and position of a project by year, in £ million, a saving as a positive. A cell with no entry is blank.</summary>
    public FigureTable Of(Project project)
    {
        var all = Slice<SavingsDimension>.All.On(basis).Where(SavingsDimension.Project, project.Code);
        var years = edition.Savings.Values(SavingsDimension.Year, all);
        List<FigureColumn> columns =
        [
            new(null, "Original target"), new(null, "Revised target"),
            .. ConfidenceFacts.Bands.Select(b => new FigureColumn(null, edition.Programme.Label(b))),
        ];
        FigureRow Row(string label, FigureRowKind kind, Slice<SavingsDimension> slice)
        {
            FigureCell Cell(SavingsKind of, Confidence? band = null)
            {
                var cell = slice.Where(SavingsDimension.Kind, SavingsKeys.Kind(of));
                cell = band is { } b ? cell.At(b) : cell;
                return FigureCell.Recorded(edition.Savings.Sum(cell), new Derivation.OfSavings(cell));
            }

            return new(label, kind, 0, [Cell(SavingsKind.OriginalTarget), Cell(SavingsKind.RevisedTarget), .. ConfidenceFacts.Bands.Select(b => Cell(SavingsKind.Position, b))]);
        }

        return new("project-savings", $"Savings of {project.Code} by year and confidence", TableFormat.ChartMillions, "Financial year", columns,
        [
            .. years.Select(y => Row(edition.Label(SavingsDimension.Year, y), FigureRowKind.Item, all.Where(SavingsDimension.Year, y))),
            .. years.Count > 1 ? [Row("Total", FigureRowKind.GrandTotal, all)] : Array.Empty<FigureRow>(),
        ], basis == DecisionBasis.IfAgreed ? [.. new PendingDecisions(edition).Notes()] : []);
    }
}
