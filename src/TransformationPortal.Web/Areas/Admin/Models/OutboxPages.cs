using TransformationPortal.Data.Notices;

namespace TransformationPortal.Web.Areas.Admin.Models;

/// <summary>The outbox, for administrators.</summary>
/// <param name="SendsMail">Whether letters go anywhere.</param>
/// <param name="IsFolder">Whether they go into a folder, to be looked at.</param>
/// <param name="Letters">The letters in that folder, the newest first.</param>
/// <param name="Email">Where a letter to try the server would go; nothing where the administrator has no confirmed address.</param>
public sealed record OutboxPage(OutboxState State, bool SendsMail, bool IsFolder, IReadOnlyList<FolderLetter> Letters, string? Email, string? Done);

/// <summary>A letter that was put into the folder.</summary>
/// <param name="Name">Of its file.</param>
public sealed record FolderLetter(string Name, DateTimeOffset At, string To, string Subject, string Text);
