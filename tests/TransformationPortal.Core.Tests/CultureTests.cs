using System.Globalization;

namespace TransformationPortal.Core.Tests;

public sealed class CultureTests
{
    [Fact]
    public void BritishCulture_IsThereWhereverThePortalRuns()
    {
        var britain = CultureInfo.GetCultureInfo("en-GB");

        Assert.Equal("30 June 2019", new DateOnly(2019, 6, 30).ToString("d MMMM yyyy", britain));
        Assert.Equal("£2,308,000", 2308000m.ToString("C0", britain));
    }
}
