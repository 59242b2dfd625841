using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TransformationPortal.Data;
using TransformationPortal.Data.Entities;
using TransformationPortal.Web.Commands;
using TransformationPortal.Web.Tests.Support;

namespace TransformationPortal.Web.Tests.Operations;

/// <summary>What the program answers to its command line.</summary>
public sealed class CommandLineTests
{
    private static readonly Dictionary<string, string> AsItIs = [];

    [Theory]
    [InlineData(0, "add-user", "", "--help")]
    [InlineData(0, "verify", "", "--help")]
    [InlineData(0, "--name", "", "add-user", "--help")]
    [InlineData(0, "0.", "", "--version")]
    [InlineData(2, "", "'serve'", "serve")]
    [InlineData(2, "", "'--port'", "--port", "80")]
    [InlineData(2, "", "'--Portl:DataFolder'", "--Portl:DataFolder", "/srv")]
    [InlineData(2, "", "'--role'", "add-user", "--name", "first.admin")]
    [InlineData(2, "", "'--deep'", "verify", "--deep")]
    public async Task Program_AskedForSomethingElseThanToServe_AnswersAndEnds(int code, string said, string complained, params string[] args)
    {
        var folder = Directory.CreateTempSubdirectory("portal-command-");
        var end = await PortalProgram.RunAsync(folder.FullName, AsItIs, args);

        Assert.Equal(code, end.Code);
        Assert.Contains(said, end.Said, StringComparison.Ordinal);
        Assert.Contains(complained, end.Complained, StringComparison.Ordinal);
        Assert.Equal(code == CommandLine.NotUnderstood, end.Complained.Contains("Nothing was done. --help says what there is.", StringComparison.Ordinal));
        Assert.Empty(folder.GetFileSystemInfos());
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Verify_WhereThereIsNoDatabase_SaysSoAndMakesNone()
    {
        var folder = Directory.CreateTempSubdirectory("portal-command-");
        var end = await PortalProgram.RunAsync(folder.FullName, AsItIs, "verify");

        Assert.Equal(CommandLine.Refused, end.Code);
        Assert.Contains("The database is not there or does not answer.", end.Said, StringComparison.Ordinal);
        Assert.Empty(folder.GetFiles("*.db", SearchOption.AllDirectories));
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Command_WithASettingThatIsWrong_IsStoppedByTheSentenceThatNamesIt()
    {
        var folder = Directory.CreateTempSubdirectory("portal-command-");
        var end = await PortalProgram.RunAsync(folder.FullName, AsItIs, "verify", "--Database:Provider=Oracle");

        Assert.Equal(CommandLine.Refused, end.Code);
        Assert.Contains("Database:Provider", end.Complained, StringComparison.Ordinal);
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Verify_ByTheProgram_OnTheSettingOfTheCommandLine_FindsNothingWrong()
    {
        using var portal = new PortalFactory();
        using var member = await portal.SignedInAsync("member");
        var end = await PortalProgram.RunAsync(portal.DataFolder, AsItIs, "verify", "--Portal:DataFolder", portal.DataFolder);

        Assert.Equal(CommandLine.Done, end.Code);
        Assert.Matches(@"^1 published edition and \d+ entries of the audit log checked: nothing is wrong\.\s*$", end.Said);
    }

    [Fact]
    public async Task Migrate_ByTheProgram_MakesTheDatabaseAndLeavesOneOfThisVersionAlone()
    {
        var folder = Directory.CreateTempSubdirectory("portal-command-");
        foreach (var _ in (int[])[1, 2])
        {
            var end = await PortalProgram.RunAsync(folder.FullName, AsItIs, "migrate");
            Assert.Equal((CommandLine.Done, "The database is of this version." + Environment.NewLine), (end.Code, end.Said));
        }

        var verified = await PortalProgram.RunAsync(folder.FullName, AsItIs, "verify");
        Assert.Equal((CommandLine.Done, "0 published editions and 0 entries of the audit log checked: nothing is wrong." + Environment.NewLine), (verified.Code, verified.Said));
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Migrate_WithAScript_WritesItOnceForSqlServerAndNeedsNoServer()
    {
        var folder = Directory.CreateTempSubdirectory("portal-command-");
        string[] words = ["migrate", "--script", "portal.sql", "--Database:Provider", "SqlServer", "--ConnectionStrings:Portal", "Server=nowhere.example;Database=portal"];

        var end = await PortalProgram.RunAsync(folder.FullName, AsItIs, words);
        var again = await PortalProgram.RunAsync(folder.FullName, AsItIs, words);
        var sqlite = await PortalProgram.RunAsync(folder.FullName, AsItIs, "migrate", "--script", "other.sql");

        Assert.Equal((CommandLine.Done, CommandLine.Refused, CommandLine.Refused), (end.Code, again.Code, sqlite.Code));
        Assert.StartsWith("SET QUOTED_IDENTIFIER ON;", await File.ReadAllTextAsync(Path.Combine(folder.FullName, "portal.sql")), StringComparison.Ordinal);
        Assert.Contains("is there already and was not touched", again.Said, StringComparison.Ordinal);
        Assert.Contains("A script is for SQL Server", sqlite.Complained, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(folder.FullName, "other.sql")));
        folder.Delete(recursive: true);
    }

    public static TheoryData<string, string> Changes => new()
    {
        { "content", "Edition 1 of 2019/20 Q1 is damaged: what is stored does not match its seal" },
        { "notice", "Edition 1 of 2019/20 Q1 is damaged: what is stored does not match its seal" },
        { "day", "Edition 1 of 2019/20 Q1 is damaged: what is stored does not match its seal" },
        { "number", "Edition 1 of 2019/20 Q1 is missing, and edition 2 is there." },
    };

    [Theory]
    [MemberData(nameof(Changes))]
    public async Task Verify_WhereTheDatabaseWasChanged_NamesTheEditionAndEndsWithOne(string change, string said)
    {
        using var portal = new PortalFactory();
        await using (var scope = portal.Services.CreateAsyncScope())
        {
            var editions = scope.ServiceProvider.GetRequiredService<PortalDbContext>().StoredEditions;
            await (change switch
            {
                "content" => editions.ExecuteUpdateAsync(u => u.SetProperty(e => e.Json, new byte[] { 1, 2, 3 })),
                "notice" => editions.ExecuteUpdateAsync(u => u.SetProperty(e => e.Notice, "Never said.")),
                "day" => editions.ExecuteUpdateAsync(u => u.SetProperty(e => e.AsAt, new DateOnly(2018, 6, 30))),
                _ => editions.ExecuteUpdateAsync(u => u.SetProperty(e => e.Number, 2)),
            });
        }

        await using var output = new StringWriter(CultureInfo.InvariantCulture);
        Assert.Equal(CommandLine.Refused, await VerifyCommand.RunAsync(portal.Services, output, default));
        Assert.Contains(said, output.ToString(), StringComparison.Ordinal);
        Assert.Contains("wrong.", output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Guide_SaysWhatTheHelpSays()
    {
        var written = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Operations", "commands.md")).ReplaceLineEndings("\n");

        Assert.Equal(CommandGuide.Write(), written);
    }
}
