using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using TransformationPortal.Annexes.Word.Templates;

namespace TransformationPortal.Annexes.Word;

/// <summary>The settings of a paper: which rules of layout it follows.</summary>
internal static class WordSettings
{
    private const string WordUri = "http://schemas.microsoft.com/office/word";

    /// <param name="template">The council's, whose even pages may differ and whose colours have their names.</param>
    public static Settings Build(OpenedTemplate? template)
    {
        var settings = Own();
        if (template?.EvenPagesDiffer ?? false)
        {
            settings.GetFirstChild<DefaultTabStop>()!.InsertAfterSelf(new EvenAndOddHeaders());
        }

        if (template?.Main.DocumentSettingsPart?.Settings?.GetFirstChild<ColorSchemeMapping>() is { } colours)
        {
            settings.GetFirstChild<ThemeFontLanguages>()!.InsertAfterSelf(colours.CloneNode(true));
        }

        return settings;
    }

    private static Settings Own() => new(
        new Zoom { Percent = "100" },
        new DefaultTabStop { Val = 720 },
        new CharacterSpacingControl { Val = CharacterSpacingValues.DoNotCompress },
        new Compatibility(
            Setting(CompatSettingNameValues.CompatibilityMode, "15"),
            Setting(CompatSettingNameValues.OverrideTableStyleFontSizeAndJustification, "1"),
            Setting(CompatSettingNameValues.EnableOpenTypeFeatures, "1"),
            Setting(CompatSettingNameValues.DoNotFlipMirrorIndents, "1"),
            Setting(CompatSettingNameValues.DifferentiateMultirowTableHeaders, "1")),
        new ThemeFontLanguages { Val = WordStyles.Language },
        new DecimalSymbol { Val = "." },
        new ListSeparator { Val = "," });

    private static CompatibilitySetting Setting(CompatSettingNameValues name, string value) =>
        new() { Name = name, Uri = WordUri, Val = new StringValue(value) };
}
