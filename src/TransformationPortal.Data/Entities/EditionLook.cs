using TransformationPortal.Core.Looks;

namespace TransformationPortal.Data.Entities;

/// <summary>The council's look when an edition was published: what its files are made with, whenever each is made.</summary>
public sealed class EditionLook
{
    /// <summary>That of its edition.</summary>
    public int Id { get; private init; }

    /// <summary>As <c>#14505c</c>.</summary>
    public required string MainColour { get; init; }

    /// <summary>As <c>#0f5a78</c>.</summary>
    public required string LinkColour { get; init; }

    /// <summary>None where there was no logo; what follows is then empty too.</summary>
    public LogoFormat? LogoFormat { get; init; }

    /// <summary>Pixels.</summary>
    public int? LogoWidth { get; init; }

    /// <summary>Pixels.</summary>
    public int? LogoHeight { get; init; }

    public byte[]? LogoBytes { get; init; }

    public string? LogoAlternative { get; init; }

    public int? TemplateId { get; init; }

    /// <summary>The Word template of its papers; none where they have the portal's own styles.</summary>
    public PaperTemplateEntity? Template { get; init; }

    public CouncilLook Look => new(
        new(LookEntity.Read(MainColour), LookEntity.Read(LinkColour)),
        LogoFormat is { } format ? new(format, LogoWidth!.Value, LogoHeight!.Value, LogoBytes, LogoAlternative!) : null)
    {
        Template = Template?.Template,
    };

    /// <param name="look">What the council had chosen; nothing where it had chosen nothing.</param>
    public static EditionLook Of(LookEntity? look) => Of(look?.Look ?? CouncilLook.Default, look?.TemplateId);

    private static EditionLook Of(CouncilLook look, int? template) => new()
    {
        MainColour = look.Colours.Main.ToString(),
        LinkColour = look.Colours.Link.ToString(),
        LogoFormat = look.Logo?.Format,
        LogoWidth = look.Logo?.Width,
        LogoHeight = look.Logo?.Height,
        LogoBytes = look.Logo?.Bytes.ToArray(),
        LogoAlternative = look.Logo?.Alternative,
        TemplateId = template,
    };
}
