using System.Buffers.Text;
using System.Text;
using System.Threading.Channels;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Options;
using TransformationPortal.Data.Entities;
using TransformationPortal.Web.Mail;
using TransformationPortal.Web.Setup;

namespace TransformationPortal.Web.Security;

/// <summary>
/// Sends a link to whoever forgot their password. What somebody typed is looked up after they were answered: neither the
/// answer nor its time tells whether there is such an account.
/// </summary>
public sealed partial class ForgottenPasswords(
    IServiceScopeFactory scopes, MailSender mail, IOptions<PortalSignInOptions> settings, TimeProvider clock, ILogger<ForgottenPasswords> logger) : BackgroundService
{
    /// <summary>How long a link is good.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromHours(1);

    // Nobody's letter box is filled by strangers.
    private const int LettersAnHour = 3;

    private readonly Channel<(string Typed, string Address)> asked = Channel.CreateBounded<(string, string)>(new BoundedChannelOptions(200) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly MemoryCache sent = new(new MemoryCacheOptions { SizeLimit = 10_000 });

    /// <summary>Takes note; everything else happens later.</summary>
    /// <param name="typed">A user name or an email address.</param>
    /// <param name="address">Where readers reach the portal, without a slash at its end.</param>
    public void Ask(string typed, string address) => asked.Writer.TryWrite((typed, address));

    public override void Dispose()
    {
        sent.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var (typed, address) in asked.Reader.ReadAllAsync(stoppingToken))
        {
            try
            {
                await SendAsync(typed.Trim(), address, stoppingToken);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                NotSent(e);
            }
        }
    }

    private async Task SendAsync(string typed, string address, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<PortalUser>>();
        if ((await users.FindByNameAsync(typed) ?? await FindByAddressAsync(users, typed)) is not { EmailConfirmed: true, Email: { } email } user
            || user.PasswordHash is null || !settings.Value.MaySignInHere(user.UserName) || user.IsDisabledAt(clock.GetUtcNow()))
        {
            return;
        }

        var letters = sent.GetOrCreate(user.Id, entry =>
        {
            entry.Size = 1;
            entry.AbsoluteExpirationRelativeToNow = TimeSpan.FromHours(1);
            return new Counted();
        })!;
        if (++letters.Number > LettersAnHour)
        {
            return;
        }

        var token = Base64Url.EncodeToString(Encoding.UTF8.GetBytes(await users.GeneratePasswordResetTokenAsync(user)));
        await mail.SendAsync(Letter.ForgottenPassword(email, user.DisplayName, $"{address}/account/sign-in/new-password?user={Uri.EscapeDataString(user.Id)}&token={token}"), ct);
        Sent(user.UserName);
    }

    // Two accounts may have the same address; then it is nobody's.
    private static async Task<PortalUser?> FindByAddressAsync(UserManager<PortalUser> users, string typed)
    {
        try
        {
            return typed.Contains('@', StringComparison.Ordinal) ? await users.FindByEmailAsync(typed) : null;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "A link to choose a new password was sent to {UserName}")]
    private partial void Sent(string? userName);

    [LoggerMessage(Level = LogLevel.Error, Message = "A link to choose a new password was not sent")]
    private partial void NotSent(Exception exception);

    private sealed class Counted
    {
        public int Number { get; set; }
    }
}

/// <summary>Where letters lead.</summary>
internal static class PortalAddress
{
    /// <summary>As the settings say. Only in Development may they say nothing, and then as it was asked.</summary>
    public static string Of(HttpRequest request) =>
        (request.HttpContext.RequestServices.GetRequiredService<IOptions<PortalOptions>>().Value.Address is { Length: > 0 } address
            ? address : $"{request.Scheme}://{request.Host}{request.PathBase}").TrimEnd('/');
}
