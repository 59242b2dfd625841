using TransformationPortal.Core.Reports;

namespace TransformationPortal.Core.Governance;

/// <summary>
/// Who may act on a request for spending, and when.
/// <list type="bullet">
/// <item>Officers ask for their own projects; the PMO for any, and for the programme as a whole.</item>
/// <item>While it is a draft or was returned, those may change it who may write it.</item>
/// <item>The board that it is with returns, approves or refuses it: a member who may decide, on a day on which they sit there.</item>
/// <item>Nobody decides a request that they wrote, changed or asked for.</item>
/// <item>It can be withdrawn until it is decided, and what is left of an approved one released, by those who may write it.</item>
/// </list>
/// </summary>
public static class SpendRequestPolicy
{
    /// <summary>Why somebody may not write a request for a project, or for the programme where none is named; nothing when they may.</summary>
    public static SpendRefusal? WritingRefusal(Actor actor, string? project) =>
        actor.IsPmo || (actor.IsOfficer && project is not null && actor.Owns(project)) ? null
        : actor.IsOfficer && project is null ? new("Choose one of your projects. Only the PMO asks for spending of the programme as a whole.", [new("project", "Choose one of your projects.")])
        : new(project is null ? "Only the PMO asks for spending of the programme as a whole." : $"Only the officers assigned to {project}, or the PMO, can ask for its spending.", [], IsNotAllowed: true);

    /// <summary>Whether somebody may read a request: those who may write it, finance, and whoever sits on a board of its way.</summary>
    public static bool MayRead(Actor actor, SpendRequest request, SpendFrame frame) =>
        actor.IsFinance || WritingRefusal(actor, request.Content.Project) is null || SitsOnItsWay(actor, request, frame);

    /// <summary>Whether it waits for somebody: the board that it is with is theirs to speak for, and the request is not their own.</summary>
    public static bool WaitsFor(Actor actor, SpendRequest request, SpendFrame frame) => Refusal(SpendRequestAction.Approved, request, actor, frame) is null;

    /// <summary>Why somebody may not do something with a request as it stands; nothing when they may.</summary>
    public static SpendRefusal? Refusal(SpendRequestAction action, SpendRequest request, Actor actor, SpendFrame frame)
    {
        var isPossible = action switch
        {
            SpendRequestAction.Changed or SpendRequestAction.Requested => request.State is SpendRequestState.Draft or SpendRequestState.Returned,
            SpendRequestAction.Returned or SpendRequestAction.Approved or SpendRequestAction.Refused => request.State == SpendRequestState.Requested,
            SpendRequestAction.Withdrawn => request.State is SpendRequestState.Draft or SpendRequestState.Returned or SpendRequestState.Requested,
            SpendRequestAction.Released => request.State == SpendRequestState.Approved,
            _ => throw new ArgumentOutOfRangeException(nameof(action), action, "No action that somebody takes on a request that is there."),
        };
        return PersonRefusal(action, request, actor, frame) ?? (isPossible ? null : new($"{request.Ref} {Stands(request)}, so that it cannot be {Done(action)}.", []));
    }

    private static SpendRefusal? PersonRefusal(SpendRequestAction action, SpendRequest request, Actor actor, SpendFrame frame)
    {
        if (action is not (SpendRequestAction.Returned or SpendRequestAction.Approved or SpendRequestAction.Refused))
        {
            return WritingRefusal(actor, request.Content.Project) is { } refusal ? refusal with { IsNotAllowed = true } : null;
        }

        var board = request.Body;
        return board is null || request.State != SpendRequestState.Requested ? null
            : !frame.Members.Any(m => m.Board == board && m.MayDecideAs(actor.UserName, frame.Today))
                ? new($"{request.Ref} is with {board}. Only members of it who may decide for it can do that.", [], IsNotAllowed: true)
            : request.IsOwn(actor) ? new($"You have written or asked for {request.Ref} yourself. Somebody else on {board} must decide it.", [], IsNotAllowed: true)
            : null;
    }

    private static bool SitsOnItsWay(Actor actor, SpendRequest request, SpendFrame frame)
    {
        var way = request.Events.Select(e => e.Body).OfType<string>().ToHashSet(StringComparer.Ordinal);
        return frame.Members.Any(m => way.Contains(m.Board) && m.IsThereOn(frame.Today) && string.Equals(m.Account, actor.UserName, StringComparison.OrdinalIgnoreCase));
    }

    private static string Stands(SpendRequest request) => request.State switch
    {
        SpendRequestState.Draft => "is still a draft",
        SpendRequestState.Requested => $"is with {request.Body}",
        SpendRequestState.Returned => "was returned",
        SpendRequestState.Approved => $"was approved by {request.Body}",
        SpendRequestState.Refused => $"was refused by {request.Body}",
        SpendRequestState.Withdrawn => "was withdrawn",
        _ => "was approved, and what was left of it is released",
    };

    private static string Done(SpendRequestAction action) => action == SpendRequestAction.Requested ? "asked for" : action.ToString().ToLowerInvariant();
}
