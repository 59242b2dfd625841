using TransformationPortal.Core;
using TransformationPortal.Core.Periods;
using TransformationPortal.Core.Reports;

namespace TransformationPortal.Data.Entities;

/// <summary>A part of a quarter's texts that is written on a page of its own: who wrote it last, and how often it was.</summary>
public sealed class QuarterPartEntity
{
    public int Id { get; private init; }

    public required Quarter Quarter { get; init; }

    /// <summary><c>achievements</c>, <c>spotlight:TP-01</c>, <c>annex:costs</c>: unique within its quarter.</summary>
    public required string Part { get; init; }

    /// <summary>Counts every change. Who writes over a revision that they have not seen is refused.</summary>
    public int Revision { get; internal set; }

    public required Person ChangedBy { get; set; }

    /// <summary>UTC.</summary>
    public required DateTime ChangedAt { get; set; }
}

/// <summary>A numbered paragraph of the financial annex that the PMO worded itself for a quarter.</summary>
public sealed class AnnexParagraphEntity
{
    public int Id { get; private init; }

    public required Quarter Quarter { get; init; }

    /// <summary>A key of <see cref="Core.Narrative.AnnexWording"/>.</summary>
    public required string Section { get; init; }

    public required int Order { get; init; }

    /// <summary>Markdown of the simple kind, with figures in braces.</summary>
    public required string Text { get; init; }
}

/// <summary>Why a disagreement that the portal found stands, in the words of whoever signed for it.</summary>
public sealed class ReconciliationNoteEntity
{
    public int Id { get; private init; }

    public required Quarter Quarter { get; init; }

    /// <summary>Key of the finding; it names what the finding says, so a note never answers another.</summary>
    public required string Finding { get; init; }

    public required string Disagreement { get; init; }

    public required string Words { get; init; }

    public required Person SignedBy { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime SignedAt { get; init; }

    /// <summary>Pounds that were apart when it was signed; nothing where it was about no money.</summary>
    public Money? Apart { get; init; }

    /// <summary>Codes of projects that it was signed for, with blanks between them; empty where it is about no projects.</summary>
    public string Covers { get; init; } = "";

    /// <summary>Who signed for finance; nobody while nobody has.</summary>
    public Person? FinanceBy { get; init; }

    /// <summary>UTC.</summary>
    public DateTime? FinanceAt { get; init; }
}
