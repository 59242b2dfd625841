namespace TransformationPortal.Core.Reports;

/// <summary>How much a report may hold. A draft is kept whatever is wrong or missing in it, but not beyond these.</summary>
public static class ReportLimits
{
    /// <summary>Characters of a title, a name or a job title.</summary>
    public const int Title = 200;

    /// <summary>Characters of what is needed of another project.</summary>
    public const int Sentence = 400;

    /// <summary>Characters of a reason, an action or another paragraph.</summary>
    public const int Paragraph = 2000;

    /// <summary>Characters of progress and of next steps.</summary>
    public const int Story = 4000;

    /// <summary>Characters of a row's key.</summary>
    public const int Key = 40;

    public const int PathToGreenSteps = 30;

    public const int Milestones = 40;

    /// <summary>Risks and issues together.</summary>
    public const int Risks = 40;

    public const int Dependencies = 20;

    public const int Decisions = 10;

    public const int Evidence = 40;

    /// <summary>Characters of an address.</summary>
    public const int Address = 1000;

    /// <summary>Bytes of a document that shows something: 10 MB.</summary>
    public const int DocumentBytes = 10_000_000;

    /// <summary>Savings cells and explanations of variances, each.</summary>
    public const int SavingsCells = 1000;

    /// <summary>What a return may ask to be changed.</summary>
    public const int Remarks = 100;

    /// <summary>Characters of a field's name.</summary>
    public const int Field = 200;

    /// <summary>Pounds: amounts of savings and spend lie below it.</summary>
    public const decimal Amount = 1_000_000_000m;

    /// <summary>Full-time equivalents.</summary>
    public const decimal Posts = 10_000m;
}
