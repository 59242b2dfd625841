using System.Globalization;

namespace TransformationPortal.Core.Looks;

/// <summary>A colour of the screen, by its parts of red, green and blue.</summary>
public readonly record struct Colour(byte Red, byte Green, byte Blue)
{
    public static Colour White { get; } = new(255, 255, 255);

    public static Colour Black { get; } = new(0, 0, 0);

    /// <summary>As drawing formats write it: <c>14505C</c>.</summary>
    public string Hex => string.Create(CultureInfo.InvariantCulture, $"{Red:X2}{Green:X2}{Blue:X2}");

    /// <summary>How bright it is, from 0 for black to 1 for white: the relative luminance of WCAG 2.</summary>
    private double Luminance => (0.2126 * Linear(Red)) + (0.7152 * Linear(Green)) + (0.0722 * Linear(Blue));

    /// <summary>
    /// Understands <c>#14505c</c> in six digits or three, in capitals, and without its sign. Names such as “navy” are not
    /// understood: a council’s colour is a number in its guidelines.
    /// </summary>
    public static bool TryParse(string? text, out Colour colour)
    {
        colour = default;
        var digits = (text ?? "").Trim();
        digits = digits.StartsWith('#') ? digits[1..] : digits;
        if (digits.Length == 3)
        {
            digits = string.Concat(digits.SelectMany(d => new[] { d, d }));
        }

        if (digits.Length != 6 || !digits.All(char.IsAsciiHexDigit))
        {
            return false;
        }

        var number = int.Parse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
        colour = new((byte)(number >> 16), (byte)(number >> 8), (byte)number);
        return true;
    }

    /// <summary>How well one is read on the other: the contrast ratio of WCAG 2, from 1 to 21.</summary>
    public double ContrastWith(Colour other)
    {
        var (mine, theirs) = (Luminance, other.Luminance);
        return (Math.Max(mine, theirs) + 0.05) / (Math.Min(mine, theirs) + 0.05);
    }

    /// <param name="share">Of the other colour, from 0 to 1.</param>
    public Colour MixedWith(Colour other, double share) => new(Mixed(Red, other.Red, share), Mixed(Green, other.Green, share), Mixed(Blue, other.Blue, share));

    /// <summary>As a style sheet writes it: <c>#14505c</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"#{Red:x2}{Green:x2}{Blue:x2}");

    private static byte Mixed(byte from, byte to, double share) => (byte)Math.Round(from + ((to - from) * share));

    private static double Linear(byte part) => part / 255d is var share && share <= 0.04045 ? share / 12.92 : Math.Pow((share + 0.055) / 1.055, 2.4);
}
