using Microsoft.AspNetCore.Authorization;

namespace TransformationPortal.Web.Security;

/// <summary>Who keeps the programme's registers.</summary>
public static class RegisterPolicies
{
    public const string Keep = "KeepRegisters";

    /// <summary>Those who choose the council's colours and logo: the PMO, and who sets the portal up.</summary>
    public const string Look = "ChooseLook";

    /// <summary>Those who enter what was spent.</summary>
    public const string Spend = "EnterSpend";

    public static AuthorizationBuilder AddRegisterPolicies(this AuthorizationBuilder builder) => builder
        .AddPolicy(Keep, p => p.RequireRole(Roles.Pmo))
        .AddPolicy(Look, p => p.RequireRole(Roles.Pmo, Roles.Administrator))
        .AddPolicy(Spend, p => p.RequireRole(Roles.Finance));
}
