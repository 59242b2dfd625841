using TransformationPortal.Core.Editions;
using TransformationPortal.Core.Periods;
using TransformationPortal.Core.Programmes;
using TransformationPortal.Core.Reports;

namespace TransformationPortal.Data.Quarters;

/// <summary>The parts that a quarter's texts are written in, each on a page of its own.</summary>
public static class QuarterParts
{
    public const string Achievements = "achievements";
    public const string Focus = "focus";
    public const string Measures = "measures";
    public const string Documents = "documents";

    public static string Spotlight(string project) => "spotlight:" + project;

    public static string Annex(string section) => "annex:" + section;

    public static string Of(StoryKind kind) => kind == StoryKind.Achievement ? Achievements : Focus;
}

/// <summary>Who wrote a part last, and when. Revision 0 is a part that nobody has written here.</summary>
public sealed record PartVersion(int Revision, Person? By, DateTime? At)
{
    public static PartVersion None { get; } = new(0, null, null);
}

/// <summary>The quarter's texts as they are written, with the version of each part.</summary>
/// <param name="State">Everything the write side holds.</param>
public sealed record QuarterTexts(Quarter Quarter, ProgrammeState State, IReadOnlyDictionary<string, PartVersion> Versions)
{
    public QuarterStory Story { get; } = State.Stories.FirstOrDefault(s => s.Quarter == Quarter) ?? new(Quarter, [], [], []);

    public PartVersion Version(string part) => Versions.GetValueOrDefault(part) ?? PartVersion.None;

    /// <summary>What the PMO wrote for a section of the annex; nothing where the default stands.</summary>
    public IReadOnlyList<string>? Annex(string section) => State.AnnexEdits.FirstOrDefault(e => e.Quarter == Quarter && e.Section == section)?.Paragraphs;
}

/// <summary>What came of saving a part.</summary>
public abstract record PartOutcome
{
    private PartOutcome()
    {
    }

    public sealed record Saved : PartOutcome;

    /// <summary>Somebody else has saved the part since it was opened; nothing was stored.</summary>
    public sealed record Conflicted(PartVersion Theirs) : PartOutcome;

    /// <summary>It was refused and nothing was stored.</summary>
    /// <param name="Sentence">Why, for who tried.</param>
    public sealed record Refused(string Sentence) : PartOutcome;
}
