using TransformationPortal.Data.Setup;
using TransformationPortal.Data.Tests.Support;
using Xunit.Abstractions;

namespace TransformationPortal.Data.Tests;

public sealed class SqlServerRunTests(ITestOutputHelper output)
{
    [Fact]
    public void SqlServer_WhenNoConnectionStringIsSet_SaysThatItsTestsDidNotRun()
    {
        var runs = ((IEnumerable<object[]>)TestDatabase.Providers).Any(row => row is [DatabaseProvider.SqlServer]);

        output.WriteLine(runs
            ? $"The tests of the data also run on the SQL Server that {TestDatabase.SqlServerVariable} names."
            : $"The tests of the data did not run on SQL Server: {TestDatabase.SqlServerVariable} holds no connection string.");
        Assert.Equal(TestDatabase.SqlServerConnection is not null, runs);
    }
}
