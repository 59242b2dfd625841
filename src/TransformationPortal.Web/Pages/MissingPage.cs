namespace TransformationPortal.Web.Pages;

/// <summary>What a reader is told when an address names nothing: what was looked for, and what exists.</summary>
public sealed record MissingPage(string Message, IReadOnlyList<MissingPageLink> Existing)
{
    /// <summary>The heading: the page is there, where it is only what it would show that is not.</summary>
    public string Title { get; init; } = "Page not found";

    /// <summary>Whether there may be a quarter that readers can be led to.</summary>
    public bool HasQuarters { get; init; } = true;
}

public sealed record MissingPageLink(string Text, string Address);
