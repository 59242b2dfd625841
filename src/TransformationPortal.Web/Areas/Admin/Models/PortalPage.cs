using TransformationPortal.Data.Audit;
using TransformationPortal.Web.Operations;

namespace TransformationPortal.Web.Areas.Admin.Models;

/// <summary>How the portal itself is.</summary>
/// <param name="LastCheck">When what is sealed was last looked over, and what was found; nothing before the first time.</param>
/// <param name="IsTrial">Whether it can be begun anew.</param>
public sealed record PortalPage(IReadOnlyList<PortalLine> Lines, AuditEntry? LastCheck, bool IsTrial, string? Done);
