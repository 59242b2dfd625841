using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc.Core.Infrastructure;
using Microsoft.AspNetCore.Mvc.Filters;

namespace TransformationPortal.Web.Security;

/// <summary>
/// A form that was sent and not taken, because the session had ended or the page was older than the session. What was typed
/// is sent back with the answer, to be sent again by the same person; the portal keeps none of it.
/// </summary>
/// <param name="Address">Where the form was sent.</param>
/// <param name="Fields">What it held, in its order.</param>
/// <param name="Token">The form's own token, which is good again for the same person once they have signed in; nothing where a new one is needed.</param>
public sealed record UnsentForm(string Address, IReadOnlyList<KeyValuePair<string, string>> Fields, string? Token)
{
    private const string TokenName = "__RequestVerificationToken";

    // As many as the largest form of the portal has.
    private static readonly FormOptions Limits = new() { ValueCountLimit = 8000 };

    /// <summary>
    /// Whether a request is a form of texts that a page of the portal sent. A file cannot be sent back, and a password must
    /// not be; and what another site sends is not sent back, since somebody would take it for their own words.
    /// </summary>
    public static bool IsOne(HttpRequest request) =>
        HttpMethods.IsPost(request.Method) && request.ContentType?.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase) == true
        && IsFromHere(request) && !Path(request).StartsWithSegments("/account", StringComparison.OrdinalIgnoreCase);

    /// <returns>Nothing where the request is no such form, cannot be read, or was refused for another reason.</returns>
    public static async Task<UnsentForm?> FindAsync(HttpContext context, int status)
    {
        var isStale = context.Features.Get<StaleForm>() is not null;
        if (!IsOne(context.Request) || !(isStale || status == StatusCodes.Status401Unauthorized))
        {
            return null;
        }

        try
        {
            if (context.Features.Get<IFormFeature>()?.Form is null)
            {
                context.Features.Set<IFormFeature>(new FormFeature(context.Request, Limits));
            }

            var form = await context.Request.ReadFormAsync(context.RequestAborted);
            return new(
                context.Features.Get<IStatusCodeReExecuteFeature>() is { } original ? original.OriginalPathBase + original.OriginalPath + original.OriginalQueryString : context.Request.Path,
                [.. form.Where(f => f.Key != TokenName).SelectMany(f => f.Value.Select(v => KeyValuePair.Create(f.Key, v ?? "")))],
                isStale ? null : form[TokenName].ToString());
        }
        catch (Exception e) when (e is InvalidDataException or BadHttpRequestException)
        {
            return null;
        }
    }

    // The page that answers stands at another address than the form.
    private static PathString Path(HttpRequest request) =>
        request.HttpContext.Features.Get<IStatusCodeReExecuteFeature>() is { } original ? original.OriginalPath : request.Path;

    private static bool IsFromHere(HttpRequest request) =>
        request.Headers["Sec-Fetch-Site"].ToString() is { Length: > 0 } site ? site == "same-origin"
        : request.Headers.Origin.ToString() == $"{request.Scheme}://{request.Host}";
}

/// <summary>Marks a request whose form belongs to another session.</summary>
internal sealed record StaleForm;

/// <summary>Marks a refused form as stale, so that the answer can send back what it held.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
internal sealed class KeepStaleFormAttribute : Attribute, IAlwaysRunResultFilter
{
    public void OnResultExecuting(ResultExecutingContext context)
    {
        if (context.Result is IAntiforgeryValidationFailedResult)
        {
            context.HttpContext.Features.Set(new StaleForm());
        }
    }

    public void OnResultExecuted(ResultExecutedContext context)
    {
    }
}
