using System.Text.Json;

namespace TransformationPortal.Data.Audit;

/// <summary>
/// Keeps how far the audit log had come in a file beside the database, or on the machine of the portal where the database is
/// elsewhere: who changes the database alone cannot change it too.
/// </summary>
public sealed class AuditAnchorFile(string dataFolder)
{
    /// <summary>Its name in the data folder.</summary>
    public const string Name = "audit-anchor.json";

    private string File => Path.Combine(dataFolder, Name);

    /// <summary>Nothing where the log was never found whole from here.</summary>
    public AuditAnchor? Read()
    {
        try
        {
            return JsonSerializer.Deserialize<AuditAnchor>(System.IO.File.ReadAllBytes(File));
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException or JsonException)
        {
            return null;
        }
    }

    /// <summary>Forgets it: the log begins anew, or an earlier one was put in its place.</summary>
    public void Forget() => System.IO.File.Delete(File);

    public void Write(AuditAnchor anchor)
    {
        var unfinished = $"{File}.{Path.GetRandomFileName()}.unfinished";
        System.IO.File.WriteAllBytes(unfinished, JsonSerializer.SerializeToUtf8Bytes(anchor));
        System.IO.File.Move(unfinished, File, overwrite: true);
    }
}
