namespace TransformationPortal.Core.Programmes;

/// <summary>Somebody who sits on a board, by what they are: a job title or an office, no name.</summary>
/// <param name="Seat">As whom they sit there: <c>Chair</c>, <c>Director of Finance</c>.</param>
/// <param name="Account">The user name of the account that sits there; nothing where nobody does so through the portal.</param>
/// <param name="MayDecide">Whether they may say in the portal what the board decided.</param>
/// <param name="From">The first day; nothing where they were there from the start.</param>
/// <param name="To">The last day; nothing while it is open.</param>
public sealed record BoardMember(string Board, string Seat, string? Account, bool MayDecide, DateOnly? From, DateOnly? To)
{
    /// <summary>Whether they sit there on a day.</summary>
    public bool IsThereOn(DateOnly day) => !(From > day) && !(To < day);

    /// <summary>Whether an account may say on a day what the board decided.</summary>
    public bool MayDecideAs(string account, DateOnly day) =>
        MayDecide && IsThereOn(day) && string.Equals(Account, account, StringComparison.OrdinalIgnoreCase);
}

/// <summary>What a board may approve of the implementation budget without asking the board above it.</summary>
/// <param name="CostLine">Code of the cost line that it is for; nothing where it is for all that have no limit of their own.</param>
/// <param name="UpTo">The most that one request may ask for, over all years, in pounds.</param>
public sealed record BoardLimit(string Board, string? CostLine, Money UpTo);

/// <summary>Who may approve what, and to whom a matter goes that is beyond that.</summary>
public sealed class Delegation(IReadOnlyList<Board> boards, IReadOnlyList<BoardLimit> limits)
{
    /// <summary>What a board may approve on a cost line, in pounds; nothing where it may approve nothing.</summary>
    public Money? LimitOf(string board, string costLine) =>
        limits.FirstOrDefault(l => l.Board == board && l.CostLine == costLine)?.UpTo
        ?? limits.FirstOrDefault(l => l.Board == board && l.CostLine is null)?.UpTo;

    /// <summary>The board that a board reports to; nothing where there is none.</summary>
    public string? Above(string board) => boards.FirstOrDefault(b => b.Name == board)?.ReportsTo;

    /// <summary>The boards that a matter can go through from a board on, itself first.</summary>
    public IReadOnlyList<string> Upwards(string board)
    {
        var way = new List<string>();
        for (string? at = board; at is not null && !way.Contains(at) && boards.Any(b => b.Name == at); at = Above(at))
        {
            way.Add(at);
        }

        return way;
    }

    /// <summary>The first board, from one on upwards, that may approve so much on a cost line; nothing where none may.</summary>
    public string? WhoMayApprove(string from, string costLine, Money amount) =>
        Upwards(from).FirstOrDefault(board => LimitOf(board, costLine) is { } limit && amount <= limit);
}
