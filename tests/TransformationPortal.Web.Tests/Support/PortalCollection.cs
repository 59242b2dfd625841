namespace TransformationPortal.Web.Tests.Support;

/// <summary>Tests that only read share one portal.</summary>
[CollectionDefinition(Name)]
public sealed class PortalCollection : ICollectionFixture<PortalFactory>
{
    public const string Name = "A portal with the sample programme";
}
