namespace TransformationPortal.Core.Looks;

/// <summary>What the council gives its pages and papers to be known by.</summary>
/// <param name="Logo">None where the council has given none.</param>
public sealed record CouncilLook(LookColours Colours, Logo? Logo)
{
    /// <summary>What its papers are made in; none where they have the portal's own styles.</summary>
    public PaperTemplate? Template { get; init; }

    public static CouncilLook Default { get; } = new(LookColours.Default, null);
}
