using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using TransformationPortal.Core.Looks;

namespace TransformationPortal.Web.Branding;

/// <summary>The council's look as pages show it.</summary>
/// <param name="Version">A fingerprint of all that pages and papers show of it, as 12 hexadecimal digits: pages of another version are other pages.</param>
/// <param name="Style">The style sheet of its colours.</param>
public sealed record ShownBranding(CouncilLook Look, string Version, string Style)
{
    public static ShownBranding Of(CouncilLook look)
    {
        var (colours, logo) = (look.Colours, look.Logo);
        var style = $":root{{--council-main:{colours.Main};--council-main-dark:{colours.MainDark};--council-main-tint:{colours.MainTint};--council-main-soft:{colours.MainSoft};"
            + $"--govuk-brand-colour:{colours.Main};--govuk-link-colour:{colours.Link};--govuk-link-hover-colour:{colours.LinkHover}}}\n";
        var all = string.Join('\n', style, logo?.Fingerprint, logo?.Alternative, look.Template?.Fingerprint);
        return new(look, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(all)))[..12], style);
    }

    /// <summary>Where its style sheet is: another address for other colours, so that a browser may keep it for good.</summary>
    public string StyleAddress => $"~/look.css?v={Version}";

    /// <summary>Where its logo is; nothing where there is none.</summary>
    public string? LogoAddress => Look.Logo is { } logo ? $"~/look/{logo.Fingerprint}{logo.Extension}" : null;

    /// <summary>Pixels across at a height, for a browser that leaves room for the logo before it has come.</summary>
    public string WidthAt(int height) => Look.Logo is { } logo ? Math.Max(1, (int)Math.Round(logo.Width * (height / (double)logo.Height))).ToString(CultureInfo.InvariantCulture) : "0";
}
