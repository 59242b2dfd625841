using TransformationPortal.Core.Views;

namespace TransformationPortal.Core.Consistency.Claims;

/// <summary>What the words around a quantity say that it is of. An empty list limits nothing.</summary>
/// <param name="Exact">Measures that are named by words of their own.</param>
/// <param name="Wide">Measures that a wide word leaves open: saving, cost.</param>
/// <param name="Bands">The bands it may be at.</param>
/// <param name="IsOwnTarget">Whether the quantity itself is called a target, beside a band that is of something else.</param>
/// <param name="IsInherited">Whether the measure is said of a quantity beside it only.</param>
internal sealed record Cue(
    Measures Exact, Measures Wide, IReadOnlyList<Bands> Bands, IReadOnlyList<YearSpan> Years, IReadOnlyList<Mention> Things,
    bool IsOwnTarget, bool IsInherited, bool IsOpen, bool HasOwnYears, bool HasOwnThings)
{
    /// <summary>The measures that words of the sentence name by themselves, whichever quantity they are of; a delivery is a position.</summary>
    public Measures Compared { get; init; }

    /// <summary>The spans of several years that may be meant where no year is named: from now on.</summary>
    public IReadOnlyList<YearSpan> Usual { get; init; } = [];

    /// <summary>Whether words beside the quantity name a cost, funding or an expectation only: other money has these too.</summary>
    public bool IsOfAnyMoney => (Measures & (Measures.OriginalTarget | Measures.BusinessCase | Measures.Redundancy | Measures.Move | Measures.Pressure)) == Measures.None
        && Exact != Measures.RevisedTarget && Bands.Count == 0 && !Things.Any(t => t.IsSure);

    /// <summary>The measures that the quantity may be of.</summary>
    public Measures Measures => Exact != Measures.None ? Exact : Wide;

    /// <summary>Whether anything is said that a figure can be held against.</summary>
    public bool SaysMeasure => Measures != Measures.None || Bands.Count > 0;

    private bool IsOfSavings => (Measures & ~Measures.Savings) == Measures.None;

    /// <summary>Whether a figure is of what the words say.</summary>
    public bool Fits(Fact fact) => FitsWhat(fact) && FitsYears(fact) && FitsThings(fact);

    public bool FitsWhat(Fact fact)
    {
        if (Bands.Count > 0 && IsOfSavings)
        {
            return fact.Measure == Measures.Position && Bands.Contains(fact.Bands) || fact.Bands == Claims.Bands.None && Bands.Contains(fact.Bands) && (fact.Measure & Measures.Savings) != Measures.None || IsOwnTarget && fact.Bands == Claims.Bands.None && (fact.Measure & Exact) != Measures.None;
        }

        if (Measures == Measures.None)
        {
            return true;
        }

        // A share is called after what it is a share of.
        if (fact.Unit == FigureUnit.Share && fact.Measure == Measures.Position && (Measures & Measures.Savings) != Measures.None)
        {
            return true;
        }

        return (fact.Measure & Measures) != Measures.None && (fact.Bands == Claims.Bands.None || Exact == Measures.None);
    }

    public bool FitsYears(Fact fact) => Years.Count == 0 && (fact.Years.IsAll || fact.Years.IsOne || Usual.Count == 0 || Usual.Contains(fact.Years))
        || (fact.Measure & (Measures.Funding | Measures.BusinessCase | Measures.Redundancy | Measures.Move | Measures.Margin | Measures.Expected)) != Measures.None
        || Years.Contains(fact.Years);

    public bool FitsThings(Fact fact)
    {
        if (fact.Things == 0)
        {
            return Things.Count == 0 || !Things.Any(t => t.IsSure) || (fact.Measure & (Measures.Move | Measures.Redundancy | Measures.BusinessCase | Measures.Margin)) != Measures.None;
        }

        return Things.Count == 0
            ? IsOpen || fact.One is { Kind: FactBook.Status }
            : IsMentioned(fact.One!.Value) && (fact.Other is not { } other || IsMentioned(other));
    }

    /// <summary>Whether the words right beside the quantity name another thing of the kind that a figure is of.</summary>
    public bool NamesAnother(Fact fact)
    {
        var own = HasOwnThings ? Things.Where(t => t.IsSure).Select(t => t.Thing).ToList() : [];
        var things = new[] { fact.One, fact.Other }.OfType<Thing>().ToList();
        return !things.Exists(own.Contains) && things.Exists(t => own.Exists(o => o.Kind == t.Kind));
    }

    private bool IsMentioned(Thing thing)
    {
        foreach (var mention in Things)
        {
            if (mention.Thing == thing)
            {
                return true;
            }
        }

        return false;
    }
}
