using System.Globalization;
using TransformationPortal.Core.Comparisons;
using TransformationPortal.Core.Editions;
using TransformationPortal.Core.Ledgers;
using TransformationPortal.Core.Periods;
using TransformationPortal.Core.Programmes;
using TransformationPortal.Core.Savings;
using TransformationPortal.Core.Views;

namespace TransformationPortal.Core.Notices;

/// <summary>What somebody may follow.</summary>
public enum FollowedKind
{
    Figure,
    Project,
    Risk,
    Decision,
    Board,
}

/// <summary>A figure, project, risk, decision or board that somebody follows.</summary>
/// <param name="Key">The figure’s name in an address, the project’s code, the risk’s or decision’s reference, the board’s name.</param>
public sealed record FollowedThing(FollowedKind Kind, string Key)
{
    private const int MostCauses = 5;

    /// <summary>As an address says it: <c>project:TP-08</c>.</summary>
    public string Text => $"{Kind.ToString().ToLowerInvariant()}:{Key}";

    /// <returns>Nothing where the text names nothing that can be followed.</returns>
    public static FollowedThing? Parse(string? text) =>
        text?.Split(':', 2) is [var kind, { Length: > 0 and <= 200 } key] && Enum.TryParse<FollowedKind>(kind, ignoreCase: true, out var found) && Enum.IsDefined(found) && !char.IsDigit(kind[0])
            ? new(found, key) : null;

    /// <summary>What it is called in an edition; nothing where the edition does not know it.</summary>
    public string? NameIn(Edition edition) => Kind switch
    {
        FollowedKind.Figure => new KeyFigures(edition, DecisionBasis.AsItStands).Find(Key)?.Title,
        FollowedKind.Project => edition.FindProject(Key) is { } project ? $"{project.Code} {project.Name}" : null,
        FollowedKind.Risk => RiskIn(edition) is { } risk ? $"{risk.Ref} {OneLine.Of(risk.Impact, 100)}" : null,
        FollowedKind.Decision => DecisionIn(edition) is { } decision ? $"{decision.Ref} {decision.Title}" : null,
        FollowedKind.Board => edition.Boards.FirstOrDefault(b => b.Name == Key)?.Name,
        _ => throw new InvalidOperationException($"Unknown kind {Kind}."),
    };

    /// <summary>Its address below a quarter.</summary>
    public string Address => Kind switch
    {
        FollowedKind.Figure => $"figures/{Key}",
        FollowedKind.Project => $"projects/{Key}",
        FollowedKind.Risk => "risks",
        FollowedKind.Decision => "decisions",
        FollowedKind.Board => "savings?board=" + Uri.EscapeDataString(Key),
        _ => throw new InvalidOperationException($"Unknown kind {Kind}."),
    };

    /// <summary>What a new edition changes of it: from, to and why, a sentence each. None where nothing changed.</summary>
    public IReadOnlyList<string> Changes(EditionComparison comparison)
    {
        var (from, to) = (comparison.Before.Content, comparison.After.Content);
        return Kind switch
        {
            FollowedKind.Figure => OfFigure(comparison, new KeyFigures(from, comparison.Basis).Find(Key), new KeyFigures(to, comparison.Basis).Find(Key)),
            FollowedKind.Project => [.. OfProject(comparison), .. Of(comparison, SavingsDimension.Project, Key)],
            FollowedKind.Risk => OfRisk(RiskIn(from), RiskIn(to)),
            FollowedKind.Decision => OfDecision(DecisionIn(from), DecisionIn(to)),
            FollowedKind.Board => Of(comparison, SavingsDimension.Board, comparison.Before.NameNow(SavingsDimension.Board, Key)),
            _ => throw new InvalidOperationException($"Unknown kind {Kind}."),
        };
    }

    private static IReadOnlyList<string> OfFigure(EditionComparison comparison, KeyFigure? before, KeyFigure? after) => (before, after) switch
    {
        (null, null) => [],
        (_, null) => [$"{before.Title} is told no more."],
        _ => (before?.Figure.FullText ?? "", after.Figure.FullText) is var (was, now) && was == now ? []
            : [Moved(after.Title, was, now), .. Causes(comparison.Figures.FirstOrDefault(f => f.Title == after.Title))],
    };

    // What is expected of it in the years, band by band, is told by its targets and by what is delivered.
    private static IReadOnlyList<string> Of(EditionComparison comparison, SavingsDimension dimension, string value) =>
    [
        .. from measured in new[]
           {
               ("Savings target", SavingsSlices.Of(SavingsKind.RevisedTarget, comparison.Basis)),
               ("Savings delivered", SavingsSlices.Of(SavingsKind.Position, comparison.Basis).At(Confidence.Delivered)),
           }
           let figure = comparison.Compare(measured.Item2.Where(dimension, value))
           where figure.Changed
           from sentence in new[] { Moved(measured.Item1, figure.Before.FullText, figure.After.FullText) }.Concat(Causes(figure))
           select sentence,
    ];

    private IEnumerable<string> OfProject(EditionComparison comparison)
    {
        if (comparison.Projects.FirstOrDefault(p => string.Equals(p.Code, Key, StringComparison.OrdinalIgnoreCase)) is { } project)
        {
            if (project.PhaseChanged)
            {
                yield return Moved("Phase", project.Before?.Phase.Name() ?? "", project.After?.Phase.Name() ?? "");
            }

            foreach (var rating in project.Ratings)
            {
                yield return Moved($"Rating, {rating.Aspect.ToString().ToLowerInvariant()}", rating.Before?.ToString() ?? "", rating.After?.ToString() ?? "") + (rating.Reason is { } why ? $" Why: {OneLine.Of(why, 300)}" : "");
            }
        }

        foreach (var milestone in comparison.Milestones.Where(m => string.Equals(m.Project, Key, StringComparison.OrdinalIgnoreCase)))
        {
            yield return Moved($"Milestone “{OneLine.Of(milestone.Title, 120)}”{(milestone.ReachedSince ? ", reached" : "")}",
                milestone.ExpectedBefore is { } was ? DateFormat.Long(was) : "", milestone.ExpectedAfter is { } now ? DateFormat.Long(now) : "");
        }
    }

    private static IReadOnlyList<string> OfRisk(Risk? before, Risk? after)
    {
        if (before is null || after is null)
        {
            return before is null == after is null ? [] : [after is null ? "It is in the register no more." : "It is new in the register."];
        }

        var told = new List<string>();
        if (before.ResidualRating != after.ResidualRating)
        {
            told.Add(Moved("Rating with controls", before.ResidualRating.ToString(), after.ResidualRating.ToString()));
        }

        if (before.InitialRating != after.InitialRating)
        {
            told.Add(Moved("Rating before controls", before.InitialRating.ToString(), after.InitialRating.ToString()));
        }

        if (before.Controls != after.Controls)
        {
            told.Add($"Controls: {OneLine.Of(after.Controls, 400)}");
        }

        if (before.Closed is null && after.Closed is { } day)
        {
            told.Add($"It was closed on {DateFormat.Long(day)}.");
        }

        return told;
    }

    private static IReadOnlyList<string> OfDecision(Decision? before, Decision? after)
    {
        if (before is null || after is null)
        {
            return before is null == after is null ? [] : [after is null ? "It is in the register no more." : "It is new in the register."];
        }

        var told = new List<string>();
        if (before.Outcome != after.Outcome)
        {
            told.Add(Moved("Outcome", before.Outcome.ToString(), after.Outcome.ToString()) + (after.OutcomeNote is { } why ? $" Why: {OneLine.Of(why, 300)}" : ""));
        }

        if (before.Due != after.Due)
        {
            told.Add(Moved("Due", before.Due is { } was ? DateFormat.Long(was) : "", after.Due is { } now ? DateFormat.Long(now) : ""));
        }

        return told;
    }

    private static string Moved(string what, string from, string to) => $"{what}: from {Or(from)} to {Or(to)}.";

    private static string Or(string text) => text.Length == 0 ? "nothing recorded" : text;

    // The greatest first; what is left is named by its number.
    private static IEnumerable<string> Causes(ComparedFigure? figure)
    {
        var causes = (figure?.Parts ?? []).GroupBy(p => p.Cause).Select(g => (g.Key.Text, Amount: g.Sum(p => p.Amount))).Where(c => c.Amount != 0)
            .OrderByDescending(c => Math.Abs(c.Amount)).ThenBy(c => c.Text, StringComparer.Ordinal).ToList();
        return causes.Take(MostCauses).Select(c => $"{ChangeWords.Of(c.Amount, figure!.After.Unit)}: {c.Text}.")
            .Concat(causes.Count > MostCauses ? [string.Create(CultureInfo.InvariantCulture, $"And {causes.Count - MostCauses} smaller causes.")] : []);
    }

    private Risk? RiskIn(Edition edition) => edition.Risks.FirstOrDefault(r => string.Equals(r.Ref, Key, StringComparison.OrdinalIgnoreCase));

    private Decision? DecisionIn(Edition edition) => edition.Decisions.FirstOrDefault(d => string.Equals(d.Ref, Key, StringComparison.OrdinalIgnoreCase));
}
