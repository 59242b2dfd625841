using TransformationPortal.Core.Periods;
using TransformationPortal.Data.History;
using TransformationPortal.Registers.Present;

namespace TransformationPortal.Registers.Update;

/// <summary>A file held against the present programme.</summary>
internal sealed record UpdatePlan(KeptRows Kept, PresentProgramme Present, ProgrammeData? Data, IReadOnlyList<ImportProblem> Problems, ProgrammeChanges Changes, ConfidenceWords Words, HoldsFrom From)
{
    /// <summary>The changes that a later day has overtaken: the history alone has them.</summary>
    public IReadOnlyList<PastChange> Past { get; init; } = [];

    public static ProgrammeChanges NoChanges { get; } = new([]);
}

/// <summary>What is asked of the programme.</summary>
/// <param name="Tables">Those that come in; every other stays as it is.</param>
/// <param name="From">From when it holds; where it is not said, from today, or always while no quarter is published.</param>
internal sealed record UpdateRequest(IReadOnlyList<RegisterTable> Tables, HoldsFrom? From)
{
    /// <summary>Whether a row that was retired comes back under its key, where it would be another thing under its name otherwise.</summary>
    public bool Restores { get; init; }

    /// <summary>What is said anew of days that a later one has overtaken: only the history has it.</summary>
    public IReadOnlyList<RegisterChange> SaidAnew { get; init; } = [];

    /// <summary>What it is applied as: an upload, or the taking back of one; nothing where it is neither.</summary>
    public AppliedAs? As { get; init; }
}

/// <summary>What something is applied as, so that it can be taken back as a whole.</summary>
/// <param name="Key">Its name in addresses from then on.</param>
/// <param name="FileName">What the file was called.</param>
/// <param name="TakesBack">The key of the upload that it takes back; none where it is an upload.</param>
internal sealed record AppliedAs(string Key, string FileName, string? TakesBack = null)
{
    /// <summary>What the history says that it was done with.</summary>
    public string With => TakesBack is null ? FileName : $"Taken back: {FileName}" is var with && with.Length <= Data.Entities.Lengths.Name ? with : with[..Data.Entities.Lengths.Name];
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

    /// <summary>The published quarters that were made from what it changes: a correction of one would say something else.</summary>
    public IReadOnlyList<Quarter> Published { get; init; } = [];

    /// <summary>The question whether amounts are in thousands of pounds; nothing where none look so.</summary>
    public ScaleQuestion? Scale { get; init; }

    /// <summary>Rows that would be taken out and kept for reports, published quarters or rows that used them.</summary>
    public IReadOnlySet<(RegisterDefinition Register, string Key)> Kept { get; init; } = new HashSet<(RegisterDefinition, string)>();

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
