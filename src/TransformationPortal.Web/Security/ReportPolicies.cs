using Microsoft.AspNetCore.Authorization;

namespace TransformationPortal.Web.Security;

/// <summary>Who reaches the pages of the monthly reports at all. What somebody may do with one report is decided by the report.</summary>
public static class ReportPolicies
{
    /// <summary>Those who write reports, confirm their savings or decide on them.</summary>
    public const string Read = "ReadReports";

    public const string Write = "WriteReports";

    public const string Finance = "ConfirmSavings";

    public const string Pmo = "RunReporting";

    public static AuthorizationBuilder AddReportPolicies(this AuthorizationBuilder builder) => builder
        .AddPolicy(Read, p => p.RequireRole(Roles.Officer, Roles.Finance, Roles.Pmo))
        .AddPolicy(Write, p => p.RequireRole(Roles.Officer, Roles.Pmo))
        .AddPolicy(Finance, p => p.RequireRole(Roles.Finance))
        .AddPolicy(Pmo, p => p.RequireRole(Roles.Pmo));
}
