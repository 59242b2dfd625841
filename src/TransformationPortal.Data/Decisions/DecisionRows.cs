using System.Globalization;
using Microsoft.EntityFrameworkCore;
using TransformationPortal.Core;
using TransformationPortal.Core.Programmes;
using TransformationPortal.Core.Reprofiling;
using TransformationPortal.Data.Entities;

namespace TransformationPortal.Data.Decisions;

/// <summary>The rows of the register of decisions: what may stand in them, and how they are read and stored.</summary>
internal static class DecisionRows
{
    public static DecisionProblem? Needed(string field, string? text, string what, int most) => string.IsNullOrWhiteSpace(text)
        ? new(field, $"Enter {what}.")
        : text.Trim().Length > most ? new(field, string.Create(CultureInfo.InvariantCulture, $"Use at most {most} characters; these are {text.Trim().Length}.")) : null;

    public static DecisionProblem? TooLong(string field, string? text) => text?.Trim().Length > Lengths.Text
        ? new(field, string.Create(CultureInfo.InvariantCulture, $"Use at most {Lengths.Text} characters; these are {text.Trim().Length}."))
        : null;

    public static string? Text(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    public static ReprofileEntity Entity(Reprofile move, DecisionEntity decision, SavingsLineEntity line, DateOnly enteredOn) => new()
    {
        Decision = decision, Line = line, Label = move.Label.Trim(), Amount = move.Amount, FromYear = move.FromYear, ToYear = move.ToYear, Confidence = move.Confidence,
        Note = Text(move.Note), IsCarryForward = move.IsCarryForward, EnteredOn = enteredOn,
    };

    public static Reprofile Of(ReprofileEntity r) => new(r.Decision.Ref, r.Line.Ref, r.Label, r.Amount, r.FromYear, r.ToYear, r.Confidence, r.Note, r.IsCarryForward);

    public static RegisteredDecision Of(DecisionEntity d, IEnumerable<RegisteredMove> moves) => new(
        new(d.Ref, d.Title, d.Body, d.Due, d.Outcome, d.Note, d.Settled, d.OutcomeNote),
        [.. moves.OrderBy(m => m.Move.Line, CodeOrder.Instance).ThenBy(m => m.Move.FromYear).ThenBy(m => m.Move.Confidence)], d.RecordedBy, d.RecordedAt);

    /// <summary>
    /// Acts on the register in one transaction. Where a connection is lost while storing, what would be entered twice is looked
    /// for; all else refuses to be done twice.
    /// </summary>
    public static async Task<DecisionAnswer> DecideAsync(
        this PortalDbContext context, Func<CancellationToken, Task<DecisionAnswer>> act, CancellationToken ct, Func<string, CancellationToken, Task<bool>>? isStored = null)
    {
        DecisionAnswer? answer = null;
        await context.WriteAsync(
            async token =>
            {
                answer = await act(token);
                if (answer.IsDone)
                {
                    await context.SaveChangesAsync(token);
                }
            },
            async token => answer?.Ref is { } made && isStored is not null && await isStored(made, token),
            ct);
        return answer!;
    }
}
