namespace TransformationPortal.Data.Editions;

/// <summary>An edition may not be published as asked: its quarter lies outside the programme, or a correction has no notice.</summary>
public sealed class EditionRefusedException(string message) : Exception(message);

/// <summary>Somebody else published the same quarter at the same moment; nothing of this attempt was stored.</summary>
public sealed class EditionConflictException(string message, Exception inner) : Exception(message, inner);

/// <summary>A stored edition is not what was published: its bytes do not match its seal.</summary>
public sealed class EditionSealBrokenException : Exception
{
    public EditionSealBrokenException(string message)
        : base(message)
    {
    }

    public EditionSealBrokenException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
