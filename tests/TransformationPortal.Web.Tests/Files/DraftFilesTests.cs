using TransformationPortal.Web.Files;

namespace TransformationPortal.Web.Tests.Files;

/// <summary>The files of drafts stay within a bound.</summary>
public sealed class DraftFilesTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("portal-drafts-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public void Sweep_OfMoreDraftsThanStay_RemovesTheOldestAndNoOther()
    {
        var drafts = DraftFiles.Open(folder.FullName);
        var made = Enumerable.Range(0, DraftFiles.Most + 3).Select(n => Make(drafts, n)).ToList();

        drafts.Sweep();

        Assert.All(made[..3], path => Assert.False(File.Exists(path)));
        Assert.All(made[3..], path => Assert.True(File.Exists(path)));
        Assert.Equal(DraftFiles.Most, folder.GetDirectories().Length);
    }

    [Fact]
    public void Open_OfAFolderThatIsTooFull_SweepsIt()
    {
        var before = DraftFiles.Open(folder.FullName);
        var oldest = Make(before, 0);
        _ = Enumerable.Range(1, DraftFiles.Most).Select(n => Make(before, n)).ToList();

        DraftFiles.Open(folder.FullName);

        Assert.False(File.Exists(oldest));
        Assert.Equal(DraftFiles.Most, folder.GetDirectories().Length);
    }

    [Fact]
    public void Open_OfAFolderThatDoesNotExist_MakesNone()
    {
        var path = Path.Combine(folder.FullName, "none");

        DraftFiles.Open(path).Sweep();

        Assert.False(Directory.Exists(path));
    }

    private static string Make(DraftFiles drafts, int number)
    {
        var path = drafts.PathOf($"seal{number}", "look", "annex-2.docx");
        var draft = Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, "draft");
        draft.LastWriteTimeUtc = new DateTime(2019, 6, 30, 0, 0, 0, DateTimeKind.Utc).AddMinutes(number);
        return path;
    }
}
