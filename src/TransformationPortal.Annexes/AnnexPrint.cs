namespace TransformationPortal.Annexes;

/// <summary>How large a paper is set.</summary>
public enum AnnexPrint
{
    Standard,

    /// <summary>Nothing smaller than 16 points; what is too wide for a page at that size is split, never cut off.</summary>
    Large,
}
