namespace TransformationPortal.Web.Pages;

/// <summary>What a reader is told when an address names nothing: what was looked for, and what exists.</summary>
public sealed record MissingPage(string Message, IReadOnlyList<MissingPageLink> Existing);

public sealed record MissingPageLink(string Text, string Address);
