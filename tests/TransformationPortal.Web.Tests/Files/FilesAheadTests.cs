using System.Net;
using TransformationPortal.Web.Tests.Quarters;
using TransformationPortal.Web.Tests.Support;

namespace TransformationPortal.Web.Tests.Files;

/// <summary>The files of an edition are there before anybody asks for one.</summary>
public sealed class FilesAheadTests
{
    // Five papers in two sizes of print, the workbook and the archive, each on both bases.
    private const int FilesOfAnEdition = ((5 * 2) + 2) * 2;

    [Fact]
    public async Task Files_OfAPublishedQuarter_AreMadeUnasked()
    {
        using var portal = new AheadFactory();
        using var pmo = await portal.SignedInAsync("pmo");
        await MadeAsync(portal, 1, FilesOfAnEdition);

        // A correction makes its own, and those of the edition before that say that it was corrected.
        await portal.ActAsync(c =>
        {
            c.RemoveRange(c.Meetings);
            return c.SaveChangesAsync();
        });
        await portal.SignAllAsync(pmo);
        using var corrected = await pmo.PublishAsync(("notice", "The meetings were wrong."));
        Assert.Equal(HttpStatusCode.Redirect, corrected.StatusCode);
        await MadeAsync(portal, 2, FilesOfAnEdition * 3);
    }

    private static async Task MadeAsync(PortalFactory portal, int editions, int files)
    {
        var folder = Path.Combine(portal.DataFolder, "files");
        for (var until = TimeProvider.System.GetUtcNow().AddMinutes(3); ; await Task.Delay(TimeSpan.FromMilliseconds(200)))
        {
            var made = Directory.Exists(folder) ? Directory.GetFiles(folder, "*-edition-*.*", SearchOption.AllDirectories) : [];
            if (made.Length == files && made.Select(Path.GetDirectoryName).Distinct().Count() == editions)
            {
                return;
            }

            Assert.True(TimeProvider.System.GetUtcNow() < until, $"{made.Length} of {files} files were made: {string.Join(", ", made.Select(Path.GetFileName))}");
        }
    }

    // Without LibreOffice, which takes seconds for each of two dozen files.
    private sealed class AheadFactory : PortalFactory
    {
        protected override IEnumerable<KeyValuePair<string, string>> Settings => [new("Portal:FilesAhead", "true"), new("Portal:LibreOffice", Path.Combine(DataFolder, "none"))];
    }
}
