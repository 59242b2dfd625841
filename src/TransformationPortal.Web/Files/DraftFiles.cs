namespace TransformationPortal.Web.Files;

/// <summary>
/// Where the files of drafts are. Every change to a quarter makes another draft, and nobody asks for the files of the last one
/// again: only those of the <see cref="Most"/> newest drafts stay. The files of published editions are elsewhere and all stay.
/// </summary>
public sealed class DraftFiles
{
    /// <summary>How many drafts have files at most, counting one for each look that a draft was made in.</summary>
    public const int Most = 50;

    private readonly string folder;

    private DraftFiles(string folder) => this.folder = folder;

    /// <summary>Opens the folder, which need not exist yet, and removes what is too much in it.</summary>
    public static DraftFiles Open(string folder)
    {
        var files = new DraftFiles(folder);
        files.Sweep();
        return files;
    }

    /// <summary>Where a draft's file is, made or not.</summary>
    /// <param name="seal">The draft's seal.</param>
    /// <param name="look">The version of the look that it is made in.</param>
    /// <param name="name">The file's name.</param>
    public string PathOf(string seal, string look, string name) => Path.Combine(folder, $"{seal}-{look}", name);

    /// <summary>
    /// Removes the files of all drafts but the newest. One that is being read cannot be removed everywhere, and another program
    /// on the same folder may be removing it too: it is left to the next sweep.
    /// </summary>
    public void Sweep()
    {
        var all = new DirectoryInfo(folder);
        if (!all.Exists)
        {
            return;
        }

        foreach (var draft in all.GetDirectories().OrderByDescending(d => d.LastWriteTimeUtc).Skip(Most))
        {
            try
            {
                draft.Delete(recursive: true);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // Left to the next sweep.
            }
        }
    }
}
