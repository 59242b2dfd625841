using System.Threading.RateLimiting;
using Microsoft.Extensions.Options;
using TransformationPortal.Web.Setup;

namespace TransformationPortal.Web.Security;

/// <summary>
/// How often passwords may be tried: each try costs a tenth of a second of a processor, and guesses at many names lock none of
/// them. Counted by address; for somebody who is signed in, by their name.
/// </summary>
internal static class SignInLimits
{
    public const string Policy = "Passwords";

    /// <summary>For what the provider itself sends, when many sessions end at once.</summary>
    public const string BackChannel = "BackChannel";

    public static void AddSignInLimits(this IServiceCollection services) => services.AddRateLimiter(limiter =>
    {
        limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        limiter.OnRejected = static (rejected, _) =>
        {
            rejected.HttpContext.Response.Headers.RetryAfter = "60";
            return ValueTask.CompletedTask;
        };
        limiter.AddPolicy(Policy, static context => RateLimitPartition.GetSlidingWindowLimiter<(string? Name, System.Net.IPAddress? Address)>(
            context.User.Identity is { IsAuthenticated: true, Name: { } name } ? (name, null) : (null, context.Connection.RemoteIpAddress),
            _ => new SlidingWindowRateLimiterOptions
            {
                PermitLimit = context.RequestServices.GetRequiredService<IOptions<PortalOptions>>().Value.PasswordTriesPerMinute,
                Window = TimeSpan.FromMinutes(1),
                SegmentsPerWindow = 6,
            }));
        limiter.AddPolicy(BackChannel, static context => RateLimitPartition.GetSlidingWindowLimiter(
            context.Connection.RemoteIpAddress, _ => new SlidingWindowRateLimiterOptions { PermitLimit = 600, Window = TimeSpan.FromMinutes(1), SegmentsPerWindow = 6 }));
    });
}
