namespace TransformationPortal.Core.Editions.AsAt;

/// <summary>What rows of a register are matched by: the texts of its key, whatever their case.</summary>
public static class RowKey
{
    public static string Of(params IEnumerable<string?> parts) => string.Join('\u001F', parts).ToUpperInvariant();
}
