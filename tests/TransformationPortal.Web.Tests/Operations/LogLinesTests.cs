using System.Net;
using System.Net.Http.Headers;
using TransformationPortal.Web.Tests.Support;

namespace TransformationPortal.Web.Tests.Operations;

/// <summary>What somebody types or calls a file cannot begin a line of the log, and so is never taken for an event of the portal.</summary>
public sealed class LogLinesTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    private const string Forged = "2026-11-28 20:00:00.000 +00:00 [INF] FORGED administrator signed in";

    [Theory]
    [InlineData("first\n" + Forged + ".txt")]
    [InlineData("second\r" + Forged + ".txt")]
    [InlineData("third\u2028" + Forged + ".txt")]
    [InlineData("fourth\u0085" + Forged + ".csv")]
    public async Task File_WithALineEndInItsName_BeginsNoLineOfTheLog(string name)
    {
        using var pmo = await portal.SignedInAsync("pmo");
        var form = (await pmo.PageAsync("/pmo/workbook")).Form("form[enctype='multipart/form-data']");
        using var content = new MultipartFormDataContent();
        content.Add(new StringContent(form.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!), "__RequestVerificationToken");
        var part = new ByteArrayContent([.. "what,ever\n1,2\n"u8]);
        part.Headers.ContentDisposition = new ContentDispositionHeaderValue("form-data") { Name = "file", FileNameStar = name };
        content.Add(part);
        using var answer = await pmo.PostAsync(new Uri(form.GetAttribute("action")!, UriKind.Relative), content);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);

        var lines = await LinesAsync(name[..name.IndexOf("FORGED", StringComparison.Ordinal)].Split(['\n', '\r', '\u2028', '\u0085'])[0]);
        Assert.Contains(lines, l => l.Contains("FORGED", StringComparison.Ordinal));
        Assert.DoesNotContain(lines, l => l.StartsWith(Forged[..10], StringComparison.Ordinal));
    }

    // The log is written a second behind at most, but machines of tests are shared. Whatever a viewer breaks lines at is a line's end.
    private async Task<string[]> LinesAsync(string awaited)
    {
        for (var began = TimeProvider.System.GetTimestamp(); TimeProvider.System.GetElapsedTime(began) < TimeSpan.FromSeconds(30);)
        {
            var text = string.Concat(Directory.GetFiles(Path.Combine(portal.DataFolder, "logs"), "*.log").Select(Read));
            if (text.Contains(awaited, StringComparison.Ordinal))
            {
                return text.Split(['\n', '\r', '\u2028', '\u2029', '\u0085', '\u000b', '\u000c']);
            }

            await Task.Delay(100);
        }

        throw new TimeoutException($"The log does not tell of “{awaited}”.");
    }

    private static string Read(string file)
    {
        using var reader = new StreamReader(new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete));
        return reader.ReadToEnd();
    }
}
