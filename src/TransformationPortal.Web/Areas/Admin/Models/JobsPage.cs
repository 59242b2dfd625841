using TransformationPortal.Data.Notices;
using TransformationPortal.Web.Operations;

namespace TransformationPortal.Web.Areas.Admin.Models;

/// <summary>The jobs, each with its last runs.</summary>
public sealed record JobsPage(IReadOnlyList<(PortalJob Job, IReadOnlyList<JobRunEntity> Runs)> Jobs, bool IsDone);
