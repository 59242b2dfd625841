namespace TransformationPortal.Web.Models;

/// <summary>Where a page stands: its own name, and the pages between it and the dashboard.</summary>
public sealed record Crumbs(string Here, params IReadOnlyList<(string Text, string Path)> Between);
