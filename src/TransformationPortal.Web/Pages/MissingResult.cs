using Microsoft.AspNetCore.Mvc;

namespace TransformationPortal.Web.Pages;

/// <summary>
/// The answer of an action where the address names nothing: status 404, what was looked for, and what exists.
/// <see cref="MissingResultFilter"/> shows it as a page, or to a program as a problem.
/// </summary>
/// <param name="message">What there is not, and a word on what follows.</param>
/// <param name="existing">What there is instead.</param>
public sealed class MissingResult(string message, params IReadOnlyList<MissingPageLink> existing) : StatusCodeResult(StatusCodes.Status404NotFound)
{
    public MissingPage Page { get; } = new(message, existing);
}
