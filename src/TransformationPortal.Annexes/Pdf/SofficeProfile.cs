namespace TransformationPortal.Annexes.Pdf;

/// <summary>The settings that LibreOffice starts with: no macros, no network, no questions.</summary>
internal static class SofficeProfile
{
    private static readonly (string Path, string Name, string Value)[] Settings =
    [
        ("/org.openoffice.Office.Common/Security/Scripting", "MacroSecurityLevel", "3"),
        ("/org.openoffice.Office.Common/Security/Scripting", "DisableMacrosExecution", "true"),
        ("/org.openoffice.Office.Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),

        // A proxy on a port where nothing listens: an address outside cannot be reached.
        ("/org.openoffice.Inet/Settings", "ooInetProxyType", "2"),
        ("/org.openoffice.Inet/Settings", "ooInetHTTPProxyName", "127.0.0.1"),
        ("/org.openoffice.Inet/Settings", "ooInetHTTPProxyPort", "9"),
        ("/org.openoffice.Inet/Settings", "ooInetHTTPSProxyName", "127.0.0.1"),
        ("/org.openoffice.Inet/Settings", "ooInetHTTPSProxyPort", "9"),
        ("/org.openoffice.Inet/Settings", "ooInetNoProxy", ""),
        ("/org.openoffice.Office.Common/Misc", "FirstRun", "false"),
    ];

    /// <summary>Writes the settings into a new profile.</summary>
    public static async Task WriteAsync(string profile, CancellationToken cancellationToken)
    {
        var user = Directory.CreateDirectory(Path.Combine(profile, "user")).FullName;
        IEnumerable<string> lines =
        [
            """<?xml version="1.0" encoding="UTF-8"?>""",
            """<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">""",
            .. Settings.Select(s => $"""<item oor:path="{s.Path}"><prop oor:name="{s.Name}" oor:op="fuse"><value>{s.Value}</value></prop></item>"""),
            "</oor:items>",
        ];
        await File.WriteAllLinesAsync(Path.Combine(user, "registrymodifications.xcu"), lines, cancellationToken);
    }
}
