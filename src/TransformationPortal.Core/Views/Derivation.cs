using TransformationPortal.Core.Costs;
using TransformationPortal.Core.Ledgers;
using TransformationPortal.Core.Programmes;
using TransformationPortal.Core.Savings;

namespace TransformationPortal.Core.Views;

/// <summary>What a figure is made of: the place that explains it.</summary>
public abstract record Derivation
{
    private Derivation()
    {
    }

    /// <summary>The sum of savings entries.</summary>
    public sealed record OfSavings(Slice<SavingsDimension> Slice) : Derivation;

    /// <summary>The sum of cost entries.</summary>
    public sealed record OfCosts(Slice<CostDimension> Slice) : Derivation;

    /// <summary>A count of projects.</summary>
    public sealed record OfProjects(ProjectFilter Filter) : Derivation;

    /// <summary>A figure made from other figures, explained under its key.</summary>
    /// <param name="OnlyDecision">If agreed: the one pending decision taken so, where not all of them are.</param>
    public sealed record OfFigures(string Key, DecisionBasis Basis, string? OnlyDecision = null) : Derivation;

    /// <summary>Money that pays for implementation: of a source, of a status, or all of it.</summary>
    public sealed record OfFunding(string? From, FundingStatus? Status) : Derivation;

    /// <summary>A number entered by hand, with a stated source.</summary>
    public sealed record OfMeasure(string Label) : Derivation;
}

public enum FigureUnit
{
    Pounds,
    Count,

    /// <summary>A share of one: 0.15 is 15%.</summary>
    Share,
}

/// <summary>A number together with what it is made of. Nothing recorded is an empty amount.</summary>
public sealed record Figure(decimal? Amount, FigureUnit Unit, Derivation Source)
{
    public static Figure OfMoney(Money? amount, Derivation source) => new(amount?.Pounds, FigureUnit.Pounds, source);

    public static Figure OfCount(int count, Derivation source) => new(count, FigureUnit.Count, source);

    public Money? Money => Unit == FigureUnit.Pounds && Amount is { } pounds ? new Money(pounds) : null;

    /// <summary>As a tile or a sentence shows it: <c>£49.7m</c>, <c>15%</c>, <c>1,184</c>.</summary>
    public string Text => Unit switch
    {
        FigureUnit.Pounds => MoneyFormat.Format(Money, MoneyStyle.Millions),
        FigureUnit.Share => MoneyFormat.Percent(Amount),
        FigureUnit.Count => MoneyFormat.Count(Amount),
        _ => throw new InvalidOperationException("Unknown unit."),
    };

    /// <summary>The same, with words in place of an empty amount.</summary>
    public string TextOr(string nothing) => Amount is null ? nothing : Text;

    /// <summary>£ million to three places, for a sentence that must be exact; the same as <see cref="Text"/> where it is no money.</summary>
    public string ExactText => Money is { } money ? MoneyFormat.ExactMillions(money) : Text;

    /// <summary>The figure in a unit that suits the amounts beside it; the same as <see cref="Text"/> where it is no money.</summary>
    public string In(MoneyUnit unit) => Money is { } money ? unit.Text(money) : Text;

    /// <summary>The figure in full, unrounded where that is short: <c>£49,717,000</c>.</summary>
    public string FullText => Unit == FigureUnit.Pounds ? MoneyFormat.Format(Money, MoneyStyle.Pounds) : Text;
}
