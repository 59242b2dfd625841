namespace TransformationPortal.Data.Entities;

/// <summary>
/// A row that others name. Where reports or published quarters used it, it is not deleted but retired: it leaves the registers
/// and every later figure, and stays for what used it.
/// </summary>
internal interface IRetirable
{
    /// <summary>The day on which it was retired; none while it is in its register.</summary>
    DateOnly? RetiredOn { get; }
}
