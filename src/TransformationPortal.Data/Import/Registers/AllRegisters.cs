namespace TransformationPortal.Data.Import.Registers;

/// <summary>The registers that make a programme.</summary>
public static class AllRegisters
{
    /// <summary>Every register, a register after those that it refers to.</summary>
    public static IReadOnlyList<RegisterDefinition> InOrder { get; } =
    [
        ProgrammeRegister.Definition, BoardsRegister.Definition, WorkstreamsRegister.Definition, DirectoratesRegister.Definition,
        SourcesRegister.Definition, ActivitiesRegister.Definition, ProjectsRegister.Definition, RatingsRegister.Definition,
        SavingsLinesRegister.Definition, SavingsTargetsRegister.Definition, SavingsPositionsRegister.Definition,
        DecisionsRegister.Definition, ReprofilesRegister.Definition, CostAreasRegister.Definition, CostLinesRegister.Definition,
        CostBudgetRegister.Definition, SpendRegister.Definition, FundingRegister.Definition, RisksRegister.Definition,
        MilestonesRegister.Definition, DependenciesRegister.Definition, BenefitsRegister.Definition, DocumentsRegister.Definition,
        MeetingsRegister.Definition, PlanRegister.Definition, QuarterTextsRegister.Definition, MeasuresRegister.Definition,
        SpotlightsRegister.Definition, ReportCostLinesRegister.Definition, ReportsRegister.Definition, PathToGreenRegister.Definition,
        SavingsExplanationsRegister.Definition, MilestoneForecastsRegister.Definition, IssuesRegister.Definition,
        CapacityRegister.Definition, DecisionsSoughtRegister.Definition, DoubtAnswersRegister.Definition, ReportRemarksRegister.Definition,
    ];
}
