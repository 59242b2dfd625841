namespace TransformationPortal.Web.Setup;

/// <summary>The folder of database, files, keys and logs.</summary>
internal static class DataFolder
{
    /// <summary>
    /// Makes it where there is none, for the portal's own account alone: it holds password hashes, the keys of sessions and
    /// reports that nobody has approved. A folder that is there keeps the rights that it was given.
    /// </summary>
    public static void Make(string path)
    {
        if (Directory.Exists(path))
        {
            return;
        }

        if (OperatingSystem.IsWindows())
        {
            // Windows gives it the rights of the folder above.
            Directory.CreateDirectory(path);
        }
        else
        {
            Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }
}
