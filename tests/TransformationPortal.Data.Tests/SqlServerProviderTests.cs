using Microsoft.Data.SqlClient;
using Microsoft.SqlServer.Server;

namespace TransformationPortal.Data.Tests;

/// <summary>The SQL Server provider finds every type that it was compiled against, in Microsoft's own part.</summary>
public sealed class SqlServerProviderTests
{
    [Fact]
    public void Provider_FindsTheClrTypesItNeeds()
    {
        var provider = typeof(SqlConnection).Assembly;

        var wanted = Assert.Single(provider.GetReferencedAssemblies(), name => name.Name == "Microsoft.SqlServer.Server");
        var found = System.Reflection.Assembly.Load(wanted);

        Assert.Equal(typeof(IBinarySerialize).Assembly, found);
        Assert.NotEmpty(provider.GetTypes());
    }
}
