namespace TransformationPortal.Data.Editions;

/// <summary>What was found when every stored edition was held up to what was published.</summary>
/// <param name="Editions">How many there are.</param>
/// <param name="Wrong">A sentence for each that is not what was published, or that is missing.</param>
public sealed record EditionsVerified(int Editions, IReadOnlyList<string> Wrong);
