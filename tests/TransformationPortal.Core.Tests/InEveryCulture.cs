using System.Globalization;

namespace TransformationPortal.Core.Tests;

/// <summary>Runs an assertion as on machines that write numbers, dates and the letter i in other ways.</summary>
internal static class InEveryCulture
{
    private static readonly string[] Names = ["en-GB", "en-US", "de-DE", "tr-TR", "fa-IR", "th-TH", "sv-SE", ""];

    public static void Run(Action assertion)
    {
        var (culture, language) = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        try
        {
            foreach (var name in Names)
            {
                CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(name);
                assertion();
            }
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (culture, language);
        }
    }
}
