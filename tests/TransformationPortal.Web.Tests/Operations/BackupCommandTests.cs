using TransformationPortal.Web.Commands;
using TransformationPortal.Web.Tests.Support;

namespace TransformationPortal.Web.Tests.Operations;

/// <summary>Backing up and restoring by the program itself, as an operator does.</summary>
public sealed class BackupCommandTests
{
    private static readonly Dictionary<string, string> AsItIs = [];

    private static readonly Dictionary<string, string> WithPassphrase = new() { [BackupCommand.Variable] = "an umbrella in the hall" };

    [Fact]
    public async Task Program_BacksUpAPortalThatAnswers_AndRestoresItOnAnEmptyMachine()
    {
        using var portal = new PortalFactory();
        var session = await SessionOfAsync(portal);
        var folder = Directory.CreateTempSubdirectory("portal-restored-");
        var archive = Path.Combine(folder.FullName, "a.backup");

        var made = await PortalProgram.RunAsync(portal.DataFolder, WithPassphrase, "backup", "--to", archive, "--keys", "--Portal:DataFolder", portal.DataFolder);
        Assert.True(made.Code == CommandLine.Done, made.Said + made.Complained);
        Assert.Contains("and opened again: 1 published edition, ", made.Said, StringComparison.Ordinal);
        Assert.Contains("The keys of sessions are in it, sealed.", made.Said, StringComparison.Ordinal);

        // The portal still runs, and its database is there.
        var refused = await PortalProgram.RunAsync(portal.DataFolder, WithPassphrase, "restore", "--from", archive, "--overwrite", "--Portal:DataFolder", portal.DataFolder);
        Assert.Equal(CommandLine.Refused, refused.Code);
        Assert.Contains("Stop it, and restore again.", refused.Said, StringComparison.Ordinal);

        var restored = await PortalProgram.RunAsync(folder.FullName, WithPassphrase, "restore", "--from", archive, "--keys");
        var verified = await PortalProgram.RunAsync(folder.FullName, AsItIs, "verify");
        var again = await PortalProgram.RunAsync(folder.FullName, WithPassphrase, "restore", "--from", archive);
        Assert.True(restored.Code == CommandLine.Done, restored.Said + restored.Complained);
        Assert.Contains("The keys of sessions came with it.", restored.Said, StringComparison.Ordinal);
        Assert.Equal(CommandLine.Done, verified.Code);
        Assert.Equal(CommandLine.Refused, again.Code);
        Assert.Contains("--overwrite", again.Said, StringComparison.Ordinal);

        // Whoever was signed in still is, where the keys came along.
        using var elsewhere = new RestoredPortal(Path.Combine(folder.FullName, "data"));
        using var reader = elsewhere.Anonymous();
        reader.DefaultRequestHeaders.Add("Cookie", session);
        Assert.Contains("Demo Member", (await reader.PageAsync("/account")).Body!.Words(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("backup", "--to", "a.backup")]
    [InlineData("restore", "--from", "a.backup")]
    public async Task Program_OnSqlServer_SaysWhatToBackUpInstead(params string[] words)
    {
        var folder = Directory.CreateTempSubdirectory("portal-command-");
        var end = await PortalProgram.RunAsync(folder.FullName, AsItIs, [.. words, "--Database:Provider", "SqlServer", "--ConnectionStrings:Portal", "Server=nowhere.example;Database=portal"]);

        Assert.Equal(CommandLine.Refused, end.Code);
        Assert.Contains("have the whole database backed up", end.Said, StringComparison.Ordinal);
        folder.Delete(recursive: true);
    }

    [Theory]
    [InlineData("The portal’s database is Sqlite", "--from", "SqlServer", "--to", "Sqlite")]
    [InlineData("It is of that kind already.", "--from", "Sqlite", "--to", "Sqlite")]
    [InlineData("The setting ConnectionStrings:Target is empty.", "--from", "sqlite", "--to", "sqlserver")]
    [InlineData("The setting ConnectionStrings:Target must name the server", "--from", "sqlite", "--to", "sqlserver", "--ConnectionStrings:Target", "Server=x")]
    public async Task Move_ThatCannotBe_SaysWhyAndMakesNothing(string said, params string[] words)
    {
        var folder = Directory.CreateTempSubdirectory("portal-command-");
        var end = await PortalProgram.RunAsync(folder.FullName, AsItIs, ["move", .. words]);

        Assert.Equal(CommandLine.Refused, end.Code);
        Assert.Contains("Nothing was moved. " + said, end.Said, StringComparison.Ordinal);
        Assert.Empty(folder.GetFiles("*.db", SearchOption.AllDirectories));
        folder.Delete(recursive: true);
    }

    private static async Task<string> SessionOfAsync(PortalFactory portal)
    {
        using var client = portal.Anonymous();
        using var answer = await client.SignInAsync("member", "three quiet herons");
        return answer.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("portal-session=", StringComparison.Ordinal)).Split(';')[0];
    }

    private sealed class RestoredPortal(string folder) : PortalFactory
    {
        protected override IEnumerable<KeyValuePair<string, string>> Settings => [new("Portal:DataFolder", folder)];
    }
}
