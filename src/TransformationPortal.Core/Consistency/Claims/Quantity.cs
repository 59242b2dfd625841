using TransformationPortal.Core.Views;

namespace TransformationPortal.Core.Consistency.Claims;

/// <summary>How a text hedges a quantity.</summary>
internal enum Hedge
{
    None,

    /// <summary>About, around, some.</summary>
    About,

    /// <summary>Nearly, almost, just under.</summary>
    Below,

    /// <summary>Under, no more than: true of all that is less, and told of what is not far from it.</summary>
    AtMost,

    /// <summary>Over, more than.</summary>
    Above,
}

/// <summary>An amount or share as a text says it: what it says, and how finely.</summary>
/// <param name="At">Where it begins in its sentence.</param>
/// <param name="Text">As it was written.</param>
/// <param name="Value">Pounds, or a share of one.</param>
/// <param name="Step">The last place that was written, in the same unit; nothing where the number is too long to be reckoned with.</param>
internal sealed record Quantity(int At, string Text, FigureUnit Unit, decimal Value, decimal Step, Hedge Hedge)
{
    // A hedge gives leave for this much.
    private const decimal About = 0.05m;
    private const decimal JustBelow = 0.08m;
    private const decimal Bound = 0.25m;
    private const decimal SharePoint = 0.03m;

    public int End => At + Text.Length;

    /// <summary>Whether it is short enough to be reckoned with.</summary>
    public bool IsReadable => Step > 0;

    /// <summary>Half of the last place written: what rounding may hide.</summary>
    public decimal Slack => Hedge == Hedge.None ? Step / 2 : Math.Max(Step / 2, Value * About);

    /// <summary>Whether an amount of the same unit could have been written so.</summary>
    public bool Says(decimal? amount)
    {
        if (amount is not { } value || !IsReadable)
        {
            return false;
        }

        if (Math.Round(value / Step, 0, MidpointRounding.AwayFromZero) * Step == Value)
        {
            return true;
        }

        // Some round a share down, and the portal prints none as all unless it is.
        if (Unit == FigureUnit.Share && Value > 0 && value > Value && value - Value < Step && !(Value == 1))
        {
            return true;
        }

        return Hedge switch
        {
            Hedge.About => Math.Abs(value - Value) <= Math.Max(Step / 2, Unit == FigureUnit.Share ? SharePoint : Value * About),
            Hedge.Below => value <= Value && value >= Value - Math.Max(Unit == FigureUnit.Share ? 2 * SharePoint : 0, Value * JustBelow),
            Hedge.AtMost => value <= Value && value >= Value - Math.Max(Unit == FigureUnit.Share ? 2 * SharePoint : 0, Value * Bound),
            Hedge.Above => value >= Value && value <= Value + Math.Max(Unit == FigureUnit.Share ? 2 * SharePoint : Step, Value * Bound),
            _ => false,
        };
    }
}
