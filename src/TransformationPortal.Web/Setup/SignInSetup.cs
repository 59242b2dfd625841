using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using TransformationPortal.Data;
using TransformationPortal.Data.Entities;
using TransformationPortal.Data.Setup;
using TransformationPortal.Web.Caching;
using TransformationPortal.Web.Security;

namespace TransformationPortal.Web.Setup;

/// <summary>Who a person is and what they may do.</summary>
internal static class SignInSetup
{
    public static void AddSignIn(this WebApplicationBuilder builder, string dataFolder)
    {
        var services = builder.Services;
        var options = builder.Configuration.GetSection(PortalOptions.Section).Get<PortalOptions>() ?? new PortalOptions();
        var cookies = new PortalCookies(builder.Environment, Options.Create(options));
        services.AddSingleton(cookies);
        services.AddIdentity<PortalUser, IdentityRole>(identity =>
            {
                // PassphraseValidator asks for length, in its own words; the built-in rules would speak beside it.
                identity.Password.RequiredLength = 1;
                identity.Password.RequiredUniqueChars = 1;
                identity.Password.RequireDigit = false;
                identity.Password.RequireLowercase = false;
                identity.Password.RequireUppercase = false;
                identity.Password.RequireNonAlphanumeric = false;
                identity.Lockout.MaxFailedAccessAttempts = 5;
                identity.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(15);
                identity.User.RequireUniqueEmail = false;
            })
            .AddEntityFrameworkStores<PortalDbContext>()
            .AddPasswordValidator<PassphraseValidator>()
            .AddClaimsPrincipalFactory<PortalClaims>()
            .AddSignInManager<PortalSignIn>()
            .AddDefaultTokenProviders();

        services.AddSingleton<SessionCache>();
        builder.AddProvider(cookies);
        services.AddOptions<PortalSignInOptions>().BindConfiguration(PortalSignInOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<PortalSignInOptions>, PortalSignInOptionsCheck>();
        services.AddScoped<SecondFactors>();
        services.AddScoped<Passkeys>();
        services.AddSingleton<ForgottenPasswords>();
        services.AddHostedService(s => s.GetRequiredService<ForgottenPasswords>());
        services.Configure<DataProtectionTokenProviderOptions>(o => o.TokenLifespan = ForgottenPasswords.Life);
        services.Configure<IdentityPasskeyOptions>(o =>
        {
            o.ServerDomain = Uri.TryCreate(options.Address, UriKind.Absolute, out var address) ? address.Host : null;
            o.ResidentKeyRequirement = "required";
        });
        services.AddOptions<CookieAuthenticationOptions>(IdentityConstants.TwoFactorRememberMeScheme).Configure<IOptions<PortalSignInOptions>>((cookie, signIn) =>
        {
            // It ends after these days however often it is used.
            cookie.ExpireTimeSpan = TimeSpan.FromDays(Math.Max(1, signIn.Value.RememberedDays));
            cookie.SlidingExpiration = false;
        });
        foreach (var (scheme, name) in new[] { (IdentityConstants.TwoFactorUserIdScheme, "portal-waiting"), (IdentityConstants.ExternalScheme, "portal-council"), (IdentityConstants.TwoFactorRememberMeScheme, "portal-remembered") })
        {
            services.Configure<CookieAuthenticationOptions>(scheme, cookie => cookies.Guard(cookie.Cookie, name));
        }

        services.AddScoped<UserSessions>();
        services.AddSingleton<KnownBrowsers>();
        services.AddSignInLimits();
        services.AddSingleton<IPostConfigureOptions<CookieAuthenticationOptions>, TicketCacheSetup>();
        services.AddScoped<ISecurityStampValidator, SessionCheck>();
        services.AddScoped<People>();

        // Somebody who is disabled, or whose password changes, is signed out everywhere within this time.
        services.Configure<SecurityStampValidatorOptions>(o => o.ValidationInterval = TimeSpan.FromMinutes(1));
        services.ConfigureApplicationCookie(cookie =>
        {
            cookies.Guard(cookie.Cookie, "portal-session");
            cookie.Cookie.SameSite = SameSiteMode.Lax;
            cookie.ExpireTimeSpan = UserSessions.Idle;
            cookie.SlidingExpiration = true;
            cookie.LoginPath = "/account/sign-in";
            cookie.AccessDeniedPath = "/account/refused";
            cookie.ReturnUrlParameter = "returnUrl";

            cookie.Events.OnValidatePrincipal = SessionCheck.ValidatePrincipalAsync;

            // A program cannot fill in a form: it is told what is wrong instead of being led to one.
            cookie.Events.OnRedirectToLogin = context => ToldOrLed(context, StatusCodes.Status401Unauthorized);
            cookie.Events.OnRedirectToAccessDenied = context => ToldOrLed(context, StatusCodes.Status403Forbidden);
        });
        services.AddAntiforgery(o => cookies.Guard(o.Cookie, "portal-form"));
        services.Configure<CookieTempDataProviderOptions>(o => cookies.Guard(o.Cookie, "portal-told"));

        // Kept with the data, so that a restart signs nobody out.
        var protection = services.AddDataProtection().SetApplicationName("TransformationPortal");
        if (DatabaseSettings.IsSqlServer(builder.Configuration))
        {
            // Every instance on the server opens what any of them sealed.
            protection.PersistKeysToDbContext<PortalDbContext>();
        }
        else
        {
            protection.PersistKeysToFileSystem(new DirectoryInfo(Path.Combine(dataFolder, "keys")));
        }

        services.AddSingleton<IAuthorizationHandler, ReadPublishedHandler>();
        services.AddAuthorizationBuilder()
            .AddPolicy(ReadPublished.Policy, p => p.AddRequirements(new ReadPublished()))
            .SetFallbackPolicy(SignedInUnlessSaid)
            .AddPolicy(AdminPolicies.People, p => p.RequireRole(Roles.Administrator))
            .AddRegisterPolicies()
            .AddReportPolicies();
    }

    /// <summary>
    /// What holds for an address that says nothing of who may use it: nobody may who is not signed in. One that leads nowhere
    /// is let through, so that whoever mistypes is told that there is no such page rather than asked to sign in.
    /// </summary>
    private static AuthorizationPolicy SignedInUnlessSaid { get; } = new AuthorizationPolicyBuilder()
        .RequireAssertion(asked => asked.User.Identity is { IsAuthenticated: true }
            || (asked.Resource is HttpContext http && http.GetEndpoint() is null))
        .Build();

    private static Task ToldOrLed(RedirectContext<CookieAuthenticationOptions> context, int status)
    {
        // Nor does it help to lead away somebody who posted what they may not: the answer says so on the spot.
        var isForbiddenPost = status == StatusCodes.Status403Forbidden && !HttpMethods.IsGet(context.Request.Method) && !HttpMethods.IsHead(context.Request.Method);

        // What somebody typed before their session ended must not be lost on the way: the answer keeps it.
        if (isForbiddenPost || UnsentForm.IsOne(context.Request) || context.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase))
        {
            context.Response.StatusCode = status;
        }
        else
        {
            context.Response.Redirect(context.RedirectUri);
        }

        return Task.CompletedTask;
    }
}
