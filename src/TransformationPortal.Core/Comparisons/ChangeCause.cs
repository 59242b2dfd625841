namespace TransformationPortal.Core.Comparisons;

/// <summary>What made a figure change between two editions.</summary>
public enum ChangeKind
{
    /// <summary>A decision was taken, or one that figures wait for came or went.</summary>
    Decision,

    /// <summary>A project's position for a later month took the place of an earlier one.</summary>
    Position,

    /// <summary>The position for the same month reads differently.</summary>
    Correction,

    /// <summary>A target or budget was set, changed or withdrawn.</summary>
    Target,

    /// <summary>A line is new.</summary>
    LineAdded,

    /// <summary>A line is in the programme no more.</summary>
    LineRemoved,

    /// <summary>A line counts elsewhere: under another workstream, board, project and so on.</summary>
    LineMoved,

    /// <summary>Money was spent in a month.</summary>
    Spending,

    /// <summary>What is ordered but not yet spent changed.</summary>
    Commitment,

    /// <summary>A project came, went or changed its phase.</summary>
    Project,
}

/// <summary>A cause of a change. Two are the same when all they say is the same.</summary>
/// <param name="Key">What it is about: a decision's reference, a project's code; empty where its text says all.</param>
/// <param name="Text">In the reader's words: <c>TP-13’s position for September 2019</c>.</param>
public sealed record ChangeCause(ChangeKind Kind, string Key, string Text);

/// <summary>A part of a figure's change. The parts of a change add up to it.</summary>
/// <param name="Line">The reference of the line it is in, with its title; empty for a change that is in no line.</param>
/// <param name="Amount">Pounds, or a number of projects.</param>
public sealed record ChangePart(ChangeCause Cause, string Line, string Title, decimal Amount);
