using System.Net;
using TransformationPortal.Web.Tests.Support;

namespace TransformationPortal.Web.Tests;

public sealed class FrontEndFilesTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    [Theory]
    [InlineData("/css/site.css", "text/css")]
    [InlineData("/lib/chart.js/chart.umd.min.js", "text/javascript")]
    [InlineData("/lib/govuk-frontend/govuk-frontend.min.js", "text/javascript")]
    public async Task Get_FileMadeByTheBuild_IsServed(string path, string mediaType)
    {
        using var client = portal.Anonymous();

        using var response = await client.GetAsync(new Uri(path, UriKind.Relative));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(mediaType, response.Content.Headers.ContentType?.MediaType);
        Assert.NotEmpty(await response.Content.ReadAsByteArrayAsync());
    }
}
