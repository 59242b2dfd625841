using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using TransformationPortal.Data;
using TransformationPortal.Data.Entities;

namespace TransformationPortal.Web.Security;

/// <summary>
/// Which roles and projects follow from what the council's own sign-in says of somebody. What a rule names is given and taken
/// by the rules alone, at each sign-in; what none names stays as an administrator set it.
/// </summary>
public sealed class ClaimRules(PortalDbContext context)
{
    // A provider that has more groups to say than it can leaves them out and says that instead.
    private const string LeftOut = "_claim_names";

    public async Task<IReadOnlyList<ClaimRuleEntity>> ListAsync(CancellationToken ct) =>
        [.. (await context.ClaimRules.AsNoTracking().ToListAsync(ct)).OrderBy(r => r.Label, StringComparer.OrdinalIgnoreCase).ThenBy(r => r.Role ?? r.Project, StringComparer.Ordinal)];

    public async Task AddAsync(ClaimRuleEntity rule, CancellationToken ct)
    {
        if (!await context.ClaimRules.AnyAsync(r => r.Claim == rule.Claim && r.Value == rule.Value && r.Role == rule.Role && r.Project == rule.Project, ct))
        {
            context.Add(rule);
            await context.SaveChangesAsync(ct);
        }
    }

    public Task RemoveAsync(int id, CancellationToken ct) => context.ClaimRules.Where(r => r.Id == id).ExecuteDeleteAsync(ct);

    /// <summary>What somebody is to have.</summary>
    /// <param name="person">Who, as the provider describes them.</param>
    /// <param name="roles">Those they have.</param>
    /// <param name="projects">The codes of those they have.</param>
    public async Task<(IReadOnlyList<string> Roles, IReadOnlyList<string> Projects)> AppliedAsync(
        ClaimsPrincipal person, IReadOnlyList<string> roles, IReadOnlyList<string> projects, CancellationToken ct)
    {
        var leftOut = person.FindAll(LeftOut).Select(c => c.Value).ToList();
        var rules = (await context.ClaimRules.AsNoTracking().ToListAsync(ct))
            .Where(r => !leftOut.Exists(l => l.Contains($"\"{r.Claim}\"", StringComparison.Ordinal))).ToList();
        var met = rules.Where(r => person.HasClaim(r.Claim, r.Value)).ToList();
        return (Ruled(roles, rules, met, r => r.Role), Ruled(projects, rules, met, r => r.Project));
    }

    private static IReadOnlyList<string> Ruled(IReadOnlyList<string> had, List<ClaimRuleEntity> rules, List<ClaimRuleEntity> met, Func<ClaimRuleEntity, string?> what) =>
        [.. had.Except(rules.Select(what).OfType<string>(), StringComparer.Ordinal).Union(met.Select(what).OfType<string>(), StringComparer.Ordinal)];
}
