using System.Security.Cryptography;
using System.Text;
using Microsoft.Data.Sqlite;
using TransformationPortal.Core.Periods;
using TransformationPortal.Data;
using TransformationPortal.Registers.Sample;

namespace TransformationPortal.Web.Tests.Support;

/// <summary>
/// Databases as a portal's first start leaves them. Loading the sample takes longer than most tests: the first portal of a
/// kind does it, and the others begin with a copy of its file.
/// </summary>
internal static class PortalTemplates
{
    private static readonly Lock Making = new();

    private static readonly DirectoryInfo Folder = Directory.CreateDirectory(Path.Combine(Path.GetTempPath(), "portal-test-templates"));

    // What a start writes follows from the code, the sample and the settings. Another build has templates of its own.
    private static readonly Lazy<byte[]> Build = new(() =>
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var type in new[] { typeof(Program), typeof(PortalDbContext), typeof(Quarter), typeof(PortalTemplates) })
        {
            hash.AppendData(type.Module.ModuleVersionId.ToByteArray());
        }

        foreach (var file in Directory.GetFiles(SampleProgramme.Folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            hash.AppendData(File.ReadAllBytes(file));
        }

        return hash.GetHashAndReset();
    });

    /// <summary>Starts a portal on a copy of what its kind begins with, and keeps such a copy where there was none.</summary>
    /// <param name="database">The portal's own file, which is not there yet.</param>
    /// <param name="kind">The settings on which it depends what the first start writes.</param>
    public static THost Start<THost>(string database, string kind, Func<THost> start)
    {
        var template = Path.Combine(Folder.FullName, Key(kind) + ".db");
        if (!File.Exists(template))
        {
            // One in this process; another process may make the same at the same time, and the later takes the place of the
            // earlier, whole.
            lock (Making)
            {
                if (!File.Exists(template))
                {
                    var host = start();
                    Keep(database, template);
                    return host;
                }
            }
        }

        Directory.CreateDirectory(Path.GetDirectoryName(database)!);
        File.Copy(template, database);
        return start();
    }

    private static string Key(string kind) =>
        Convert.ToHexStringLower(SHA256.HashData([.. Build.Value, .. Encoding.UTF8.GetBytes(kind)]))[..16];

    private static void Keep(string database, string template)
    {
        // Those of earlier builds.
        foreach (var old in Folder.GetFiles().Where(f => f.LastWriteTimeUtc < TimeProvider.System.GetUtcNow().AddDays(-1).UtcDateTime))
        {
            old.Delete();
        }

        var unfinished = $"{template}.{Guid.NewGuid():N}";
        using (var from = Open(database, SqliteOpenMode.ReadWrite))
        using (var to = Open(unfinished, SqliteOpenMode.ReadWriteCreate))
        {
            from.BackupDatabase(to);
        }

        File.Move(unfinished, template, overwrite: true);
    }

    private static SqliteConnection Open(string path, SqliteOpenMode mode)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Mode = mode, Pooling = false }.ConnectionString);
        connection.Open();
        return connection;
    }
}
