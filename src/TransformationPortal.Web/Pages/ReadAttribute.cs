using Microsoft.AspNetCore.Mvc.Routing;

namespace TransformationPortal.Web.Pages;

/// <summary>An address that can be read: GET, and HEAD for those who only ask whether it changed.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ReadAttribute(string template) : HttpMethodAttribute(["GET", "HEAD"], template);
