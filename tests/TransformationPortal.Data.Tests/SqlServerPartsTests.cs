using Microsoft.Data.SqlClient;
using Microsoft.SqlServer.Server;

namespace TransformationPortal.Data.Tests;

/// <summary>The provider finds the types it was compiled against, whether they come from the package or from the stand-in.</summary>
public sealed class SqlServerPartsTests
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
