using TransformationPortal.Core.Editions;
using TransformationPortal.Core.Ledgers;
using TransformationPortal.Core.Periods;
using TransformationPortal.Core.Programmes;
using TransformationPortal.Core.Ratings;
using TransformationPortal.Core.Savings;
using TransformationPortal.Core.Views;

namespace TransformationPortal.Core.Papers;

/// <summary>
/// The savings of the quarter's year and of later years that are at medium or low confidence: which directorate and project
/// has them, what is done about it, and who does it.
/// </summary>
public sealed class UnsureSavings(Edition edition, DecisionBasis basis)
{
    private readonly CouncilWords words = new(edition.Programme);

    private Slice<SavingsDimension> All => SavingsSlices.Of(SavingsKind.Position, basis)
        .In(FinancialYear.Range(edition.Quarter.Year, edition.Programme.LastYear)).At(Confidence.Medium, Confidence.Low);

    /// <summary>How much it is, and over how many directorates and projects.</summary>
    public IEnumerable<AnnexText> Statements()
    {
        var (all, medium, low) = (Sum(All), Sum(All.At(Confidence.Medium)), Sum(All.At(Confidence.Low)));
        var (at, from) = (words.At(Confidence.Medium, Confidence.Low), edition.Quarter.Year);
        var projects = edition.Savings.Values(SavingsDimension.Project, All);
        if (all.Money is not { } money)
        {
            yield return AnnexText.Of($"From {from} on no saving is {at}.");
            yield break;
        }

        var unit = MoneyUnits.Agreeing(MoneyUnit.Exact, (money, [medium.Money.OrZero(), low.Money.OrZero()]));
        var parts = medium.Amount is null || low.Amount is null ? null
            : AnnexText.Of($"{(medium, unit)} is {words.At(Confidence.Medium)} and {(low, unit)} {words.At(Confidence.Low)}.");
        var directorates = edition.Savings.Values(SavingsDimension.Directorate, All);
        yield return AnnexText.Join(
            AnnexText.Of($"From {from} on {(all, unit)} is {at}, in {AnnexWords.Counted(projects.Count, "project", "projects")} of {AnnexWords.Counted(directorates.Count, "directorate", "directorates")}."), parts);
        var without = projects.Count(p => edition.FindProject(p)?.Actions is null);
        yield return without == 0 ? AnnexText.Words("The table sets out each project's part, with the actions on its path to green and who owns them.")
            : without == projects.Count ? AnnexText.Words("The table sets out each project's part and its accountable officer. No project has a path to green on record.")
            : AnnexText.Words($"The table sets out each project's part, with the actions on its path to green and who owns them. {AnnexWords.Capital(AnnexWords.Counted(without, "project has", "projects have"))} no path to green on record.");
    }

    /// <summary>Each project's part, by directorate. Money in pounds.</summary>
    public PaperTable Table() =>
        new RegisterBuilder<Row>(
                "unsure-savings", $"Savings {words.At(Confidence.Medium, Confidence.Low)}, by directorate and project", Rows,
                $"No saving is {words.At(Confidence.Medium, Confidence.Low)}.")
            .Words("directorate", "Directorate", 34, r => r.Directorate)
            .Words("project", "Project", 40, r => ProgrammeRegisters.Name(edition, r.Project))
            .Pounds("medium_pounds", edition.Programme.Label(Confidence.Medium), 18, r => r.Medium.Money)
            .Pounds("low_pounds", edition.Programme.Label(Confidence.Low), 18, r => r.Low.Money)
            .Words("action", "Action", 70, r => Lines(r.Actions.Select(a => a.Due is { } due ? $"{a.Action.TrimEnd('.')}, by {DateFormat.Short(due)}" : a.Action)))
            .Words("owner", "Owner", 40, r => r.Actions.Count == 0 ? Officer(r.Project) : Lines(r.Actions.Select(a => a.Owner ?? Officer(r.Project)).Distinct(StringComparer.Ordinal)))
            .Note($"Amounts of {AnnexWords.Span(FinancialYear.Range(edition.Quarter.Year, edition.Programme.LastYear))}. Where no action is recorded, the owner is the project's accountable officer.")
            .Build();

    private sealed record Row(string Directorate, string Project, Figure Medium, Figure Low, IReadOnlyList<RecoveryAction> Actions);

    // The most of a directorate first; a project whose amounts cancel out still has them.
    private List<Row> Rows =>
    [
        .. edition.Savings.Cut(All, SavingsDimension.Directorate).SelectMany(d =>
            edition.Savings.Cut(All.Where(SavingsDimension.Directorate, d.Value), SavingsDimension.Project).Select(p => One(d.Value, p.Value))
                .OrderByDescending(r => r.Medium.Amount.GetValueOrDefault() + r.Low.Amount.GetValueOrDefault()).ThenBy(r => r.Project, CodeOrder.Instance)),
    ];

    // What is done about the savings; where nothing is said of them by itself, what is done about the project.
    private Row One(string directorate, string project)
    {
        var part = All.Where(SavingsDimension.Directorate, directorate).Where(SavingsDimension.Project, project);
        var actions = edition.FindProject(project)?.Actions ?? [];
        var ofBenefits = actions.Where(a => a.Aspect == RagAspect.Benefits).ToList();
        return new(directorate, project, Sum(part.At(Confidence.Medium)), Sum(part.At(Confidence.Low)), ofBenefits.Count > 0 ? ofBenefits : actions);
    }

    private string Officer(string project) => edition.FindProject(project)?.AccountableOfficer ?? "";

    private Figure Sum(Slice<SavingsDimension> slice) => Figure.OfMoney(edition.Savings.Sum(slice), new Derivation.OfSavings(slice));

    private static string? Lines(IEnumerable<string> items) => string.Join("; ", items) is { Length: > 0 } text ? text : null;
}
