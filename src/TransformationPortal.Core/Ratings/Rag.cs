namespace TransformationPortal.Core.Ratings;

/// <summary>The rating of a project, an aspect of it or a dependency. Ordered from best to worst.</summary>
public enum Rag
{
    Green,
    Amber,
    Red,
}

/// <summary>What a project is rated on.</summary>
public enum RagAspect
{
    Overall,
    Cost,
    Scope,
    Benefits,
    Timescales,
    Risks,
}

/// <summary>A rating and why: neither is ever held without the other.</summary>
public sealed record RagRating
{
    /// <exception cref="ArgumentException">The reason is missing.</exception>
    public RagRating(Rag rating, string reason)
    {
        if (string.IsNullOrWhiteSpace(reason))
        {
            throw new ArgumentException($"A rating of {rating} needs a reason.", nameof(reason));
        }

        Rating = rating;
        Reason = reason;
    }

    public Rag Rating { get; init; }

    public string Reason { get; }
}

/// <summary>A rating of one aspect.</summary>
public sealed record AspectRating(RagAspect Aspect, RagRating Rating);

/// <summary>A step on a project's path to green: what is done so that an aspect is rated better.</summary>
/// <param name="Owner">A job title.</param>
public sealed record RecoveryAction(RagAspect Aspect, string Action, string? Owner, DateOnly? Due);

/// <summary>The rules of rating, in words and in code.</summary>
public static class RagRules
{
    /// <summary>What readers are told about the basis of the ratings.</summary>
    public const string Basis =
        "Each project is rated by its accountable officer on cost, scope, benefits, timescales and risks. "
        + "The overall rating is the officer's judgement of the five together, with its reason; the worst of the five is shown beside it where it differs.";

    /// <summary>What each rating means.</summary>
    public static string Meaning(this Rag rag) => rag switch
    {
        Rag.Green => "On track",
        Rag.Amber => "At risk, with a plan to recover",
        Rag.Red => "Off track, needs a decision or help",
        _ => throw new ArgumentOutOfRangeException(nameof(rag), rag, "Unknown rating."),
    };

    /// <summary>The worst of the ratings; nothing when there are none.</summary>
    public static Rag? Worst(IEnumerable<AspectRating> ratings)
    {
        Rag? worst = null;
        foreach (var rating in ratings)
        {
            if (worst is null || rating.Rating.Rating > worst)
            {
                worst = rating.Rating.Rating;
            }
        }

        return worst;
    }
}
