using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Mvc;
using TransformationPortal.Core.Editions;
using TransformationPortal.Core.Ledgers;
using TransformationPortal.Core.Periods;
using TransformationPortal.Core.Views;
using TransformationPortal.Data;
using TransformationPortal.Data.Editions;
using TransformationPortal.Data.Reading;
using TransformationPortal.Web.Pages;
using TransformationPortal.Web.Security;

namespace TransformationPortal.Web.Editions;

/// <summary>
/// Reads which edition the address of a page names: which quarter, which edition of it, on which decision basis. One that
/// names something else is answered with what exists.
/// </summary>
public sealed class EditionAddress(EditionLibrary library, EditionStore store, CouncilClock clock)
{
    /// <summary>How an address begins that names a quarter.</summary>
    public const string Route = @"{year:regex(^\d{{4}}-\d{{2}}$)}/{quarter:regex(^q\d$)}";

    private Task<AddressReading<OpenedEdition>>? opened;

    /// <summary>The pairs of the query that filter or arrange a page: all but edition and basis.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> QueryOf(HttpRequest request) =>
    [
        .. request.Query.Where(p => !EditionLinks.IsKept(p.Key))
            .SelectMany(p => p.Value.Select(v => KeyValuePair.Create(p.Key.ToLowerInvariant(), v ?? ""))),
    ];

    /// <summary>The edition that the address of a request names: opened once, whoever asks.</summary>
    public Task<AddressReading<OpenedEdition>> OpenAsync(HttpContext context) => opened ??= ReadAsync(context);

    private async Task<AddressReading<OpenedEdition>> ReadAsync(HttpContext context)
    {
        var (request, cancellationToken) = (context.Request, context.RequestAborted);
        var text = $"{request.RouteValues["year"]}/{request.RouteValues["quarter"]}";
        var wanted = request.Query[EditionLinks.EditionName].ToString();
        if (wanted.Equals(EditionLinks.Draft, StringComparison.OrdinalIgnoreCase) && Quarter.TryParse(text, out var drafted))
        {
            return await ReadDraftAsync(drafted, request, context.User, cancellationToken);
        }

        var editions = await library.ListAsync(cancellationToken);
        if (!Quarter.TryParse(text, out var quarter) || !editions.Any(e => e.Quarter == quarter))
        {
            return editions.Count == 0
                ? new MissingResult("No quarter has been published yet.")
                : new MissingResult($"No quarter has been published under {text}. These have been:",
                    [.. editions.Select(e => e.Quarter).Distinct().Select(q => new MissingPageLink(q.ToString(), $"{request.PathBase}/{q.Slug}"))]);
        }

        var number = wanted.Length == 0 ? (int?)null
            : int.TryParse(wanted, NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : -1;
        if (ReadBasis(request, quarter, out var basis) is { } wrong)
        {
            return wrong;
        }

        if (await library.FindAsync(quarter, number, cancellationToken) is not { } edition)
        {
            return new MissingResult($"{quarter} has no edition “{wanted}”. It has:",
            [
                .. editions.Where(e => e.Quarter == quarter).OrderBy(e => e.Number).Select(e => e.Number.ToString(CultureInfo.InvariantCulture))
                    .Select(e => new MissingPageLink($"Edition {e}", $"{request.PathBase}/{quarter.Slug}?edition={e}")),
            ]);
        }

        var links = new EditionLinks(request.PathBase, quarter, number?.ToString(CultureInfo.InvariantCulture), basis);
        return new OpenedEdition(edition, basis, links) { IsOnly = editions.Count == 1 };
    }

    // The same pages, made from what would be published now: shown to who may publish it, and stored nowhere.
    private async Task<AddressReading<OpenedEdition>> ReadDraftAsync(
        Quarter quarter, HttpRequest request, ClaimsPrincipal user, CancellationToken cancellationToken)
    {
        if (!user.IsInRole(Roles.Pmo))
        {
            return new ForbidResult();
        }

        if (ReadBasis(request, quarter, out var basis) is { } wrong)
        {
            return wrong;
        }

        try
        {
            var draft = await store.DraftAsync(quarter, cancellationToken);
            var seal = EditionJson.Seal(EditionJson.Write(draft));
            var links = new EditionLinks(request.PathBase, quarter, EditionLinks.Draft, basis);
            return new OpenedEdition(new(draft, seal, clock.Now, "", draft.Number), basis, links) { IsDraft = true };
        }
        catch (Exception e) when (e is EditionRefusedException or ProgrammeMissingException)
        {
            return new MissingResult(e.Message);
        }
    }

    private static MissingResult? ReadBasis(HttpRequest request, Quarter quarter, out DecisionBasis basis)
    {
        var text = request.Query[SliceQuery.BasisName].ToString();
        (basis, var isKnown) = text.ToLowerInvariant() switch
        {
            "" or FigureAddress.Stands => (DecisionBasis.AsItStands, true),
            SliceQuery.Agreed => (DecisionBasis.IfAgreed, true),
            _ => (default, false),
        };
        var home = $"{request.PathBase}/{quarter.Slug}";
        return isKnown ? null : new MissingResult(
            $"“{text.ToLowerInvariant()}” is not a way to take pending decisions. Figures are shown as it stands, or as if pending decisions were agreed:",
            [new("As it stands", home), new("If agreed", $"{home}?basis={SliceQuery.Agreed}")]);
    }
}
