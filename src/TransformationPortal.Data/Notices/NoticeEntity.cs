using TransformationPortal.Core.Notices;

namespace TransformationPortal.Data.Notices;

/// <summary>That somebody is told of something.</summary>
public sealed class NoticeEntity
{
    public long Id { get; private init; }

    public long HappeningId { get; private init; }

    public required HappeningEntity Happening { get; init; }

    public required string UserId { get; init; }

    /// <summary>UTC; nothing while it is unread.</summary>
    public DateTime? ReadAt { get; internal set; }

    public long? MailId { get; private init; }

    /// <summary>The message that says it; nothing where it is told in the portal only.</summary>
    public MailEntity? Mail { get; set; }
}

/// <summary>How somebody wants to be told of a kind.</summary>
public sealed class NoticeChoiceEntity
{
    public int Id { get; private init; }

    public required string UserId { get; init; }

    public required NoticeKind Kind { get; init; }

    public required NoticeChannel Channel { get; set; }
}

/// <summary>Where a message stands.</summary>
public enum MailState
{
    /// <summary>It is to be sent, for the first time or again.</summary>
    Waiting,

    Sent,

    /// <summary>It was refused for good, or for a day: an administrator may have it sent again.</summary>
    Failed,
}

/// <summary>A message to one person, in the outbox. What it says is what its notices say.</summary>
public sealed class MailEntity
{
    /// <summary>Messages to one person are sent in this order.</summary>
    public long Id { get; private init; }

    public required string UserId { get; init; }

    /// <summary>The id that the message carries each time it is sent, so that a server which has it already drops it.</summary>
    public required Guid MessageId { get; init; }

    public MailState State { get; set; }

    /// <summary>UTC, by the machine’s clock, as every time of a message.</summary>
    public required DateTime WrittenAt { get; init; }

    /// <summary>Since when it is tried.</summary>
    public required DateTime TriedSince { get; set; }

    public required DateTime NextAt { get; set; }

    public int Attempts { get; set; }

    /// <summary>Which worker has it in hand; nobody’s once <see cref="LeasedUntil"/> has passed.</summary>
    public Guid? LeasedBy { get; set; }

    public DateTime? LeasedUntil { get; set; }

    public DateTime? SentAt { get; set; }

    /// <summary>What the server last said, in its own words.</summary>
    public string? Answer { get; set; }

    public List<NoticeEntity> Notices { get; } = [];
}
