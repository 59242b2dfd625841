using TransformationPortal.Core.Editions;
using TransformationPortal.Core.Narrative;
using TransformationPortal.Core.Periods;
using TransformationPortal.Core.Reports;
using TransformationPortal.Data.Quarters;
using TransformationPortal.Web.Areas.Pmo.Models.Parts;
using TransformationPortal.Web.Editions;
using TransformationPortal.Web.Text;

namespace TransformationPortal.Web.Areas.Pmo.Models;

/// <summary>The quarters of the programme that can be worked on, the newest first.</summary>
/// <param name="Damaged">A sentence for each stored edition that is not what was published.</param>
public sealed record QuarterListPage(IReadOnlyList<(Quarter Quarter, bool HasEnded)> Quarters, IReadOnlyList<EditionEntry> Editions, IReadOnlyList<string> Damaged);

/// <summary>The quarter's workbench.</summary>
/// <param name="Desk">The reports of the quarter's last month.</param>
/// <param name="Done">What was just done; nothing when the page was simply opened.</param>
public sealed record WorkbenchPage(QuarterLook Look, QuarterTexts Texts, PmoDesk Desk, string? Done)
{
    public Quarter Quarter => Look.Quarter;

    public int Approved => Look.Reports.Count(r => r.State == ReportState.Approved);

    public int Missing => Look.Reports.Count - Approved;
}

/// <summary>The picker of figures.</summary>
/// <param name="Asked">The figure that somebody named, without its braces.</param>
/// <param name="Reading">What it gives.</param>
public sealed record FiguresPage(OpenedEdition Draft, IReadOnlyList<CatalogueFigure> Figures, string? Asked, FigureReading? Reading);

/// <summary>A part of the quarter's texts.</summary>
/// <param name="Draft">What previews are shown against.</param>
/// <param name="Version">Who saved it last.</param>
/// <param name="Rows">As they were typed or stored, with empty ones to write in.</param>
/// <param name="Revision">What the next save is held against.</param>
public sealed record PartPage(QuarterPart Part, Quarter Quarter, OpenedEdition Draft, PartVersion Version, IReadOnlyList<PartRow> Rows, int Revision)
{
    public IReadOnlyList<PartProblem> Problems { get; init; } = [];

    public bool IsPreviewed { get; init; }

    public bool Done { get; init; }

    /// <summary>Who has saved the part since it was opened here; nothing where nobody has.</summary>
    public PartVersion? Conflict { get; init; }

    /// <summary>What they saved.</summary>
    public IReadOnlyList<PartRow> Theirs { get; init; } = [];

    public FigureReader Figures { get; } = new(Draft.Content);

    /// <summary>The figures that are asked for most.</summary>
    public IReadOnlyList<CatalogueFigure> MostAsked => [.. FigureCatalogue.Of(Draft.Content).Where(f => f.Group is "Headline figures" or "Years ahead")];

    /// <summary>What was typed in a field, as members will read it.</summary>
    public Microsoft.AspNetCore.Html.IHtmlContent Preview(string text) => StoryHtml.Block(FixedProse.Fix(Figures, text), Draft);
}

/// <summary>What the gate found.</summary>
/// <param name="Look">The quarter with its findings.</param>
public sealed record FindingsPage(QuarterLook Look)
{
    public string? Done { get; init; }

    public string? Problem { get; init; }

    /// <summary>Key of the finding that the problem is about.</summary>
    public string? ProblemAt { get; init; }

    public string? Typed { get; init; }

    /// <summary>The source that was typed, where the problem is about that.</summary>
    public string? TypedSource { get; init; }
}

/// <summary>Publishing, or correcting.</summary>
public sealed record PublishPage(QuarterLook Look, string? Problem, string? Notice, bool IsBeforeItsEnd)
{
    /// <summary>The keys of the changes that were ticked.</summary>
    public IReadOnlyCollection<string> Confirmed { get; init; } = [];

    public bool IsCorrection => Look.Number > 1;
}
