using TransformationPortal.Data.History;
using TransformationPortal.Registers.Present;

namespace TransformationPortal.Registers.Update;

/// <summary>A file held against the present programme.</summary>
internal sealed record UpdatePlan(KeptRows Kept, PresentProgramme Present, ProgrammeData? Data, IReadOnlyList<ImportProblem> Problems, ProgrammeChanges Changes, ConfidenceWords Words, HoldsFrom From)
{
    public static ProgrammeChanges NoChanges { get; } = new([]);
}

/// <summary>What a file would do.</summary>
/// <param name="Problems">Every problem that stands in its way.</param>
/// <param name="Changes">What would change; nothing while there are problems.</param>
/// <param name="Effects">The main figures before and after.</param>
/// <param name="Seal">The state of the programme that it was held against.</param>
public sealed record UpdatePreview(IReadOnlyList<ImportProblem> Problems, ProgrammeChanges Changes, IReadOnlyList<FigureEffect> Effects, string Seal)
{
    /// <summary>The programme's name as it is now; nothing while there is none, or nothing would change.</summary>
    public string? Programme { get; init; }

    /// <summary>Where bands of confidence would not add up to their target; nothing while there are problems, or nothing would change.</summary>
    public IReadOnlyList<TargetGap> Gaps { get; init; } = [];

    /// <summary>What the council calls bands of confidence, as it would be.</summary>
    public ConfidenceWords Words { get; init; } = ConfidenceWords.Portal;

    /// <summary>From when the changes hold.</summary>
    public HoldsFrom From { get; init; }
}

/// <summary>What came of applying a file.</summary>
public enum UpdateOutcome
{
    /// <summary>It was applied.</summary>
    Applied,

    /// <summary>It changes nothing, and nothing was written.</summary>
    NothingToChange,

    /// <summary>The programme has changed since the file was held against it; nothing was written.</summary>
    Stale,

    /// <summary>There are problems; nothing was written.</summary>
    Refused,
}

/// <summary>What came of applying registers, and what stood in its way.</summary>
/// <param name="Problems">None where nothing did.</param>
internal sealed record UpdateAnswer(UpdateOutcome Outcome, IReadOnlyList<ImportProblem> Problems);
