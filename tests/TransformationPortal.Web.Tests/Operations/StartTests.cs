using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TransformationPortal.Data;
using TransformationPortal.Data.Entities;
using TransformationPortal.Web.Commands;
using TransformationPortal.Web.Setup;
using TransformationPortal.Web.Tests.Support;
using TransformationPortal.Registers.Sample;

namespace TransformationPortal.Web.Tests.Operations;

/// <summary>How the portal starts: for a trial, for real, and not at all.</summary>
public sealed class StartTests
{
    [Fact]
    public async Task ProductionStart_OnAnEmptyDatabase_MakesNoAccountsAndNoSample()
    {
        using var portal = new ProductionPortal();
        await using var scope = portal.Services.CreateAsyncScope();
        var context = scope.ServiceProvider.GetRequiredService<PortalDbContext>();
        Assert.Empty(await context.Users.ToListAsync());
        Assert.Empty(await context.Projects.ToListAsync());
        Assert.Empty(await context.StoredEditions.ToListAsync());
    }

    [Fact]
    public async Task FirstStart_MakesADataFolderThatNobodyElseCanOpen()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        var folder = Directory.CreateTempSubdirectory("portal-start-");
        using (var portal = new FirstStartPortal(Path.Combine(folder.FullName, "data")))
        {
            using var client = portal.Anonymous();
            Assert.Equal("Healthy", await client.GetStringAsync(new Uri("/health/live", UriKind.Relative)));
            Assert.Equal(
                UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(Path.Combine(folder.FullName, "data")));
        }

        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task AddUser_InProduction_MakesTheFirstAdministrator()
    {
        using var portal = new ProductionPortal();
        var (code, said) = await Run(portal, "seven green bicycles", new("first.admin", "administrator", "Head of ICT"));
        Assert.Equal(0, code);
        Assert.EndsWith("first.admin can now sign in as Administrator." + Environment.NewLine, said, StringComparison.Ordinal);
        await using var scope = portal.Services.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<PortalUser>>();
        var user = await users.FindByNameAsync("first.admin");
        Assert.Equal(["Administrator"], await users.GetRolesAsync(user!));
        Assert.Equal("Head of ICT", user!.DisplayName);
        Assert.True(await users.CheckPasswordAsync(user, "seven green bicycles"));
    }

    [Theory]
    [InlineData("seven green bicycles", "There is no role “King”. The roles are Member, Officer, Finance, PMO, Administrator.", "first.admin", "King")]
    [InlineData("three quiet herons", "The account was not made. This password is easy to guess.", "first.admin", "PMO")]
    [InlineData("short", "The account was not made. Use at least 12 characters.", "first.admin", "PMO")]
    [InlineData("seven green bicycles", "The account was not made. A user name holds letters and figures", "not/allowed", "PMO")]
    [InlineData("seven green bicycles", "The account was not made. “invite” is a page of the portal", "invite", "PMO")]
    public async Task AddUser_AskedForSomethingThatWillNotDo_SaysWhyAndMakesNothing(string password, string message, string name, string role)
    {
        using var portal = new ProductionPortal();
        var (code, said) = await Run(portal, password, new(name, role, null));
        Assert.Equal(1, code);
        Assert.Contains(message, said, StringComparison.Ordinal);
        await using var scope = portal.Services.CreateAsyncScope();
        Assert.Empty(await scope.ServiceProvider.GetRequiredService<PortalDbContext>().Users.ToListAsync());
    }

    [Fact]
    public async Task Production_OverPlainHttp_SaysHowItCanBeReached()
    {
        using var portal = new ProductionPortal();
        using var client = portal.Anonymous();
        using var plain = await client.GetAsync(new Uri("/account/sign-in", UriKind.Relative));
        Assert.Equal(System.Net.HttpStatusCode.BadRequest, plain.StatusCode);
        Assert.Contains("answers over HTTPS only", await plain.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal("Healthy", await client.GetStringAsync(new Uri("/health/live", UriKind.Relative)));
    }

    [Theory]
    [InlineData("Portal__PublicReading", "maybe", "Portal:PublicReading")]
    [InlineData("Portal__TrustedProxies__0", "the other server", "Portal:TrustedProxies")]
    [InlineData("Portal__SampleProgramme", "true", "Portal:SampleProgramme")]
    [InlineData("Portal__Address", "the intranet", "Portal:Address")]
    [InlineData("Portal__SampleQuarters", "3", "Portal:SampleQuarters")]
    [InlineData("Portal__PasswordTriesPerMinute", "0", "Portal:PasswordTriesPerMinute")]
    [InlineData("Database__Provider", "Oracle", "Database:Provider")]
    [InlineData("Serilog__MinimumLevel__Default", "Loud", "Loud")]
    public async Task Program_WithAWrongSetting_StopsWithOneSentenceThatNamesIt(string name, string value, string named)
    {
        var folder = Directory.CreateTempSubdirectory("portal-start-");
        var end = await PortalProgram.RunAsync(folder.FullName, new Dictionary<string, string> { [name] = value }, "--urls", "http://127.0.0.1:0");
        folder.Delete(recursive: true);
        Assert.Equal(CommandLine.Refused, end.Code);
        Assert.StartsWith("The Transformation Portal did not start. ", end.Complained, StringComparison.Ordinal);
        Assert.Contains(named, end.Complained, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", end.Complained, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SecondStart_InTheSameFolder_FindsItsDataAgain()
    {
        using var first = new PortalFactory();
        await using (var scope = first.Services.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetRequiredService<PortalDbContext>().Projects.ExecuteUpdateAsync(u => u.SetProperty(p => p.Name, "Renamed"));
        }

        using var second = new SameFolderPortal(first.DataFolder);
        using var member = await second.SignedInAsync("member");
        await member.PageAsync("/2019-20/q1");
        await using var again = second.Services.CreateAsyncScope();
        var context = again.ServiceProvider.GetRequiredService<PortalDbContext>();
        Assert.All(await context.Projects.ToListAsync(), p => Assert.Equal("Renamed", p.Name));
        Assert.Single(await context.StoredEditions.ToListAsync());
    }

    [Fact]
    public void Start_WithTheSampleInProduction_IsRefusedByASentenceThatNamesTheSetting()
    {
        var result = new PortalOptionsCheck(new Microsoft.Extensions.Hosting.Internal.HostingEnvironment { EnvironmentName = "Production" })
            .Validate(null, new PortalOptions { SampleProgramme = true });
        Assert.Contains("Portal:SampleProgramme", Assert.Single(result.Failures!), StringComparison.Ordinal);
    }

    private static async Task<(int Code, string Said)> Run(PortalFactory portal, string password, NewUser user)
    {
        using var input = new StringReader(password + Environment.NewLine);
        using var output = new StringWriter();
        return (await AddUserCommand.RunAsync(portal.Services, user, input, output), output.ToString());
    }

    private sealed class ProductionPortal : PortalFactory
    {
        protected override string EnvironmentName => "Production";

        protected override bool BeginsEmpty => true;
    }

    private sealed class FirstStartPortal(string folder) : PortalFactory
    {
        protected override string EnvironmentName => "Production";

        protected override bool BeginsEmpty => true;

        protected override IEnumerable<KeyValuePair<string, string>> Settings => [new("Portal:DataFolder", folder)];
    }

    private sealed class SameFolderPortal(string folder) : PortalFactory
    {
        protected override IEnumerable<KeyValuePair<string, string>> Settings => [new("Portal:DataFolder", folder)];
    }
}
