using System.Globalization;
using TransformationPortal.Core.Looks;
using TransformationPortal.Core.Reports;

namespace TransformationPortal.Data.Entities;

/// <summary>The council's look: the one row of its table, there once somebody has chosen.</summary>
public sealed class LookEntity
{
    /// <summary>The key of the only row.</summary>
    public const int OnlyId = 1;

    public int Id { get; private init; } = OnlyId;

    /// <summary>As <c>#14505c</c>.</summary>
    public string MainColour { get; private set; } = LookColours.Default.Main.ToString();

    /// <summary>As <c>#0f5a78</c>.</summary>
    public string LinkColour { get; private set; } = LookColours.Default.Link.ToString();

    /// <summary>None where there is no logo; what follows is then empty too.</summary>
    public LogoFormat? LogoFormat { get; private set; }

    /// <summary>Pixels.</summary>
    public int? LogoWidth { get; private set; }

    /// <summary>Pixels.</summary>
    public int? LogoHeight { get; private set; }

    public byte[]? LogoBytes { get; private set; }

    public string? LogoAlternative { get; private set; }

    public int? TemplateId { get; private set; }

    /// <summary>The Word template of papers; none where they have the portal's own styles.</summary>
    public PaperTemplateEntity? Template { get; private set; }

    /// <summary>Counts every change. Who changes a revision that they have not seen is refused.</summary>
    public int Revision { get; private set; }

    public Person? ChangedBy { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime? ChangedAt { get; private set; }

    public CouncilLook Look => new(Colours, Logo) { Template = Template?.Template };

    public LookColours Colours => new(Read(MainColour), Read(LinkColour));

    public Logo? Logo => LogoFormat is { } format ? new(format, LogoWidth!.Value, LogoHeight!.Value, LogoBytes, LogoAlternative!) : null;

    /// <summary>Takes on colours that were checked.</summary>
    /// <returns>What changed: nothing where they are the same.</returns>
    public IReadOnlyList<LookChange> Recolour(LookColours colours, Person by, DateTime at)
    {
        var changes = Changes((LookFields.Main, MainColour, colours.Main.ToString()), (LookFields.Link, LinkColour, colours.Link.ToString()));
        (MainColour, LinkColour) = (colours.Main.ToString(), colours.Link.ToString());
        return Signed(changes, by, at);
    }

    /// <summary>Takes on a logo, or other words for the one that is there.</summary>
    public IReadOnlyList<LookChange> PutLogo(Logo logo, Person by, DateTime at)
    {
        var changes = Changes((LookFields.Logo, Said(Logo), Said(logo)), (LookFields.Alternative, LogoAlternative, logo.Alternative));
        (LogoFormat, LogoWidth, LogoHeight, LogoBytes, LogoAlternative) = (logo.Format, logo.Width, logo.Height, logo.Bytes.ToArray(), logo.Alternative);
        return Signed(changes, by, at);
    }

    public IReadOnlyList<LookChange> RemoveLogo(Person by, DateTime at)
    {
        var changes = Changes((LookFields.Logo, Said(Logo), null), (LookFields.Alternative, LogoAlternative, null));
        (LogoFormat, LogoWidth, LogoHeight, LogoBytes, LogoAlternative) = (null, null, null, null, null);
        return Signed(changes, by, at);
    }

    /// <summary>Takes on a Word template that was checked, or lays the one that is there aside.</summary>
    public IReadOnlyList<LookChange> UseTemplate(PaperTemplateEntity? template, Person by, DateTime at)
    {
        var changes = Changes((LookFields.Template, Said(Template), Said(template)));
        (Template, TemplateId) = (template, template?.Id);
        return Signed(changes, by, at);
    }

    private static string? Said(PaperTemplateEntity? template) => template is null ? null : $"{template.Name}, {template.Template.Fingerprint[..8]}";

    private static IReadOnlyList<LookChange> Changes(params IEnumerable<(string Field, string? From, string? To)> fields) =>
        [.. fields.Where(f => f.From != f.To).Select(f => new LookChange(f.Field, f.From, f.To))];

    // Its history tells one picture from another, without keeping either.
    private static string? Said(Logo? logo) => logo is null
        ? null
        : string.Create(CultureInfo.InvariantCulture, $"{LogoFile.Name(logo.Format)}, {logo.Width} × {logo.Height} pixels, {logo.Fingerprint[..8]}");

    internal static Colour Read(string text) => Colour.TryParse(text, out var colour) ? colour : throw new InvalidOperationException($"“{text}” is stored as a colour and is none.");

    private IReadOnlyList<LookChange> Signed(IReadOnlyList<LookChange> changes, Person by, DateTime at)
    {
        if (changes.Count > 0)
        {
            (Revision, ChangedBy, ChangedAt) = (Revision + 1, by, at);
        }

        return changes;
    }
}

/// <summary>What changed of the look.</summary>
/// <param name="Field">One of <see cref="LookFields"/>.</param>
public sealed record LookChange(string Field, string? From, string? To);
