namespace TransformationPortal.Registers.Definitions;

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
        MeetingsRegister.Definition, PlanRegister.Definition, PressuresRegister.Definition, WordsRegister.Definition, QuarterTextsRegister.Definition, MeasuresRegister.Definition,
        SpotlightsRegister.Definition, ReportCostLinesRegister.Definition, ReportsRegister.Definition, PathToGreenRegister.Definition,
        SavingsExplanationsRegister.Definition, MilestoneForecastsRegister.Definition, IssuesRegister.Definition,
        CapacityRegister.Definition, DecisionsSoughtRegister.Definition, DoubtAnswersRegister.Definition, ReportRemarksRegister.Definition,
    ];

    /// <summary>
    /// Those that the PMO keeps: what a programme is made of and stands at. Reports and a quarter's story are written on
    /// pages of their own.
    /// </summary>
    public static IReadOnlyList<RegisterDefinition> Kept { get; } =
    [
        .. InOrder.TakeWhile(d => d != QuarterTextsRegister.Definition), ReportCostLinesRegister.Definition,
    ];

    /// <summary>A register that is kept, by its name or its title, whatever their case.</summary>
    public static RegisterDefinition? FindKept(string? name) => Find(Kept, name);

    internal static RegisterDefinition? Find(IReadOnlyList<RegisterDefinition> registers, string? name) => registers.FirstOrDefault(d =>
        string.Equals(d.Name, name, StringComparison.OrdinalIgnoreCase) || string.Equals(d.Title, name, StringComparison.OrdinalIgnoreCase));
}
