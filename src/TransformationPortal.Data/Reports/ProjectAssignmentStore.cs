using TransformationPortal.Core.Periods;
using Microsoft.EntityFrameworkCore;
using TransformationPortal.Core.Reports;
using TransformationPortal.Data.Entities;

namespace TransformationPortal.Data.Reports;

/// <summary>What somebody leaves behind who can sign in no more.</summary>
/// <param name="Projects">The projects that they report on.</param>
/// <param name="Reports">The reports of those projects that are under way.</param>
/// <param name="Named">The projects whose register names them as accountable officer.</param>
public sealed record LeaverWork(
    IReadOnlyList<(string Code, string Name)> Projects, IReadOnlyList<(string Project, ReportingMonth Month, ReportState State)> Reports, IReadOnlyList<string> Named);

/// <summary>That an officer reports on a project.</summary>
public sealed record ProjectAssignment(string Project, string ProjectName, Person Officer);

/// <summary>Which officers report on which projects.</summary>
public sealed class ProjectAssignmentStore(PortalDbContext context)
{
    /// <summary>Every assignment, by code of the project.</summary>
    public async Task<IReadOnlyList<ProjectAssignment>> ListAsync(CancellationToken ct)
    {
        var rows = await context.ProjectAssignments.AsNoTracking()
            .Select(a => new { a.Project!.Code, a.Project.Name, a.User!.UserName, a.User.DisplayName }).ToListAsync(ct);
        return
        [
            .. rows.Select(r => new ProjectAssignment(r.Code, r.Name, new(r.UserName ?? "", r.DisplayName)))
                .OrderBy(a => a.Project, Core.CodeOrder.Instance).ThenBy(a => a.Officer.DisplayName, StringComparer.OrdinalIgnoreCase),
        ];
    }

    /// <summary>The codes of the projects that somebody reports on; none for a name that nobody has.</summary>
    public async Task<IReadOnlySet<string>> ProjectsOfAsync(string userName, CancellationToken ct)
    {
        var name = Normalised(userName);
        return (await context.ProjectAssignments.AsNoTracking().Where(a => a.User!.NormalizedUserName == name).Select(a => a.Project!.Code).ToListAsync(ct))
            .ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>Assigns projects to somebody, besides those that are theirs already.</summary>
    /// <param name="projects">Codes; one that no project has is left out.</param>
    /// <returns>How many were added; nothing where nobody has the name.</returns>
    public async Task<int?> AssignAsync(string userName, IEnumerable<string> projects, CancellationToken ct)
    {
        if (await UserIdAsync(userName, ct) is not { } user)
        {
            return null;
        }

        var codes = projects.ToList();
        var added = await context.Projects.Where(p => codes.Contains(p.Code) && !context.ProjectAssignments.Any(a => a.UserId == user && a.ProjectId == p.Id))
            .Select(p => p.Id).ToListAsync(ct);
        context.AddRange(added.Select(project => new ProjectAssignmentEntity { UserId = user, ProjectId = project }));
        await context.SaveChangesAsync(ct);
        context.ChangeTracker.Clear();
        return added.Count;
    }

    /// <summary>Makes these, and no others, somebody's projects.</summary>
    /// <param name="projects">Codes; one that no project has is left out.</param>
    /// <returns>Whether anybody has the name.</returns>
    public async Task<bool> ReplaceAsync(string userName, IEnumerable<string> projects, CancellationToken ct)
    {
        if (await UserIdAsync(userName, ct) is not { } user)
        {
            return false;
        }

        var codes = projects.ToList();
        var had = await context.ProjectAssignments.Where(a => a.UserId == user).ToListAsync(ct);
        var wanted = await context.Projects.Where(p => codes.Contains(p.Code)).Select(p => p.Id).ToListAsync(ct);
        context.RemoveRange(had.Where(a => !wanted.Contains(a.ProjectId)));
        context.AddRange(wanted.Except(had.Select(a => a.ProjectId)).Select(project => new ProjectAssignmentEntity { UserId = user, ProjectId = project }));
        await context.SaveChangesAsync(ct);
        context.ChangeTracker.Clear();
        return true;
    }

    /// <summary>What would be left without anybody if somebody could sign in no more.</summary>
    public async Task<LeaverWork> WorkOfAsync(string userName, CancellationToken ct)
    {
        var name = Normalised(userName);
        var person = await context.Users.AsNoTracking().Where(u => u.NormalizedUserName == name).Select(u => new { u.Id, u.DisplayName }).SingleOrDefaultAsync(ct);
        if (person is null)
        {
            return new([], [], []);
        }

        var projects = await context.ProjectAssignments.AsNoTracking().Where(a => a.UserId == person.Id).Select(a => new { a.ProjectId, a.Project!.Code, a.Project.Name }).ToListAsync(ct);
        var ids = projects.ConvertAll(p => p.ProjectId);
        var reports = await context.HighlightReports.AsNoTracking().Where(r => ids.Contains(r.ProjectId) && r.State != ReportState.Approved)
            .Select(r => new { r.Project.Code, r.Month, r.State }).ToListAsync(ct);
        var named = await context.Projects.AsNoTracking().Where(p => p.RetiredOn == null && p.AccountableOfficer == person.DisplayName).Select(p => p.Code).ToListAsync(ct);
        return new(
            [.. projects.OrderBy(p => p.Code, Core.CodeOrder.Instance).Select(p => (p.Code, p.Name))],
            [.. reports.OrderBy(r => r.Code, Core.CodeOrder.Instance).ThenBy(r => r.Month).Select(r => (r.Code, r.Month, r.State))],
            [.. named.Order(Core.CodeOrder.Instance)]);
    }

    /// <summary>Gives all projects of one person to another, at once.</summary>
    /// <returns>How many; nothing where either name is nobody’s, or both are the same.</returns>
    public async Task<int?> HandOverAsync(string userName, string to, CancellationToken ct)
    {
        if (await UserIdAsync(userName, ct) is not { } from || await UserIdAsync(to, ct) is not { } taker || from == taker)
        {
            return null;
        }

        var theirs = await context.ProjectAssignments.Where(a => a.UserId == from).ToListAsync(ct);
        var had = await context.ProjectAssignments.Where(a => a.UserId == taker).Select(a => a.ProjectId).ToListAsync(ct);
        context.RemoveRange(theirs);
        context.AddRange(theirs.Where(a => !had.Contains(a.ProjectId)).Select(a => new ProjectAssignmentEntity { UserId = taker, ProjectId = a.ProjectId }));
        await context.SaveChangesAsync(ct);
        context.ChangeTracker.Clear();
        return theirs.Count;
    }

    /// <summary>Every project that can be somebody's, by code.</summary>
    public async Task<IReadOnlyList<(string Code, string Name)>> ProjectsAsync(CancellationToken ct)
    {
        var rows = await context.Projects.AsNoTracking().Where(p => p.RetiredOn == null).Select(p => new { p.Code, p.Name }).ToListAsync(ct);
        return [.. rows.Select(r => (r.Code, r.Name)).OrderBy(r => r.Code, Core.CodeOrder.Instance)];
    }

    /// <summary>Takes a project from somebody.</summary>
    /// <returns>Whether it was theirs.</returns>
    public async Task<bool> UnassignAsync(string userName, string project, CancellationToken ct)
    {
        var name = Normalised(userName);
        var had = await context.ProjectAssignments.Where(a => a.User!.NormalizedUserName == name && a.Project!.Code == project).ToListAsync(ct);
        context.RemoveRange(had);
        await context.SaveChangesAsync(ct);
        context.ChangeTracker.Clear();
        return had.Count > 0;
    }

    private Task<string?> UserIdAsync(string userName, CancellationToken ct)
    {
        var name = Normalised(userName);
        return context.Users.Where(u => u.NormalizedUserName == name).Select(u => u.Id).SingleOrDefaultAsync(ct);
    }

    // As Identity does when it stores a name.
    private static string Normalised(string userName) => userName.Normalize().ToUpperInvariant();
}
