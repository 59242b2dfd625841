using TransformationPortal.Web.Security;
using TransformationPortal.Web.Tests.Support;

namespace TransformationPortal.Web.Tests.Account;

/// <summary>Settings of sign-in and mail that cannot be: the start names them.</summary>
public sealed class SignInSettingsTests
{
    [Theory]
    [InlineData("SignIn:SecondFactorFor:0", "Boss", "“Boss”, which is no role")]
    [InlineData("SignIn:RememberedDays", "91", "SignIn:RememberedDays must be from 0")]
    [InlineData("SignIn:LocalAccounts", "false", "nobody could sign in")]
    [InlineData("OpenIdConnect:ClientId", "portal", "OpenIdConnect:Authority, the provider’s address, is empty")]
    [InlineData("OpenIdConnect:Authority", "login", "no address such as https://login.example.org")]
    [InlineData("OpenIdConnect:Authority", "https://login.example.org", "OpenIdConnect:ClientSecret is empty")]
    [InlineData("Mail:Server", "mail.example.org", "Mail:From is “”")]
    [InlineData("Mail:Server", "mail.example.org", "Portal:Address must say where readers reach the portal")]
    public async Task Start_WithASettingThatCannotBe_SaysWhich(string name, string value, string sentence)
    {
        var folder = Directory.CreateTempSubdirectory("portal-test-");
        try
        {
            var end = await PortalProgram.RunAsync(folder.FullName, new Dictionary<string, string> { [name.Replace(":", "__", StringComparison.Ordinal)] = value });
            Assert.Equal(1, end.Code);
            Assert.Contains(sentence, end.Complained, StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void CommonPasswords_ThatAreLongEnoughToBeChosen_AreKnownInEveryCase()
    {
        Assert.InRange(GuessedPasswords.Count, 300, 100_000);
        Assert.True(GuessedPasswords.Contains("198919891989"));
        Assert.True(GuessedPasswords.Contains("3454051Maksim"));
        Assert.False(GuessedPasswords.Contains("seven green bicycles"));
    }
}
