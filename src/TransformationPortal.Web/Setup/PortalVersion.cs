using System.Reflection;

namespace TransformationPortal.Web.Setup;

/// <summary>Which version of the portal this is.</summary>
internal static class PortalVersion
{
    /// <summary>Such as <c>0.1.0</c>, without what the build adds of its source.</summary>
    public static string Current { get; } =
        typeof(PortalVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "";
}
