using TransformationPortal.Core.Notices;
using TransformationPortal.Data.Notices;

namespace TransformationPortal.Web.Areas.Account.Models;

/// <summary>Somebody's own notices, a page of them.</summary>
/// <param name="Email">Where they are written to as well; nothing where they are not.</param>
/// <param name="SendsMail">Whether the portal sends mail at all.</param>
public sealed record NoticesPage(IReadOnlyList<ReadNotice> Notices, int Count, int Unread, int Page, int Pages, string? Email, bool SendsMail);

/// <summary>How somebody wants to be told, kind by kind.</summary>
public sealed class NoticeChoicesForm
{
    public Dictionary<NoticeKind, NoticeChannel> Channels { get; set; } = [];
}

/// <summary>What they may choose, and have chosen.</summary>
public sealed record NoticeChoicesPage(IReadOnlyDictionary<NoticeKind, NoticeChannel> Chosen, bool IsDone, string? Email, bool SendsMail);

/// <summary>Ways to be told, in words.</summary>
public static class NoticeChannelWords
{
    public static string Of(NoticeChannel channel) => channel switch
    {
        NoticeChannel.Mail => "Here and by mail",
        NoticeChannel.Portal => "Here only",
        NoticeChannel.Never => "Not at all",
        _ => throw new ArgumentOutOfRangeException(nameof(channel), channel, "Unknown way to be told."),
    };
}

/// <summary>What somebody follows.</summary>
/// <param name="Things">Each with where it is; nothing where the newest edition does not know it.</param>
public sealed record FollowingPage(IReadOnlyList<(FollowEntity Follow, string? Address)> Things, string? Done);

/// <summary>Something that somebody may begin to follow.</summary>
public sealed record FollowPage(FollowedThing Thing, string Name, string Address, bool IsFollowed);

/// <summary>A link that ends following something.</summary>
/// <param name="Name">What it is; nothing where the link works no more.</param>
public sealed record UnsubscribePage(string? Token, string? Name, bool IsDone);
