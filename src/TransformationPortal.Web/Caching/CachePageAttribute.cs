namespace TransformationPortal.Web.Caching;

/// <summary>Marks pages that hold nothing of the reader's own, so that one copy serves everybody of the same audience.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class CachePageAttribute(bool keep = true) : Attribute
{
    public bool Keep => keep;
}
