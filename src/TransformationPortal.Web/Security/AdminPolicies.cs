namespace TransformationPortal.Web.Security;

/// <summary>Who reaches the administrators' pages.</summary>
public static class AdminPolicies
{
    public const string People = "RunPeople";
}
