namespace TransformationPortal.Web.Models;

/// <summary>What went wrong.</summary>
/// <param name="Status">The HTTP status of the answer.</param>
/// <param name="CorrelationId">What to quote when reporting it.</param>
/// <param name="Message">A cause that a reader must be told, such as a stored edition whose seal is broken.</param>
public sealed record ProblemPage(int Status, string CorrelationId, string? Message)
{
    public string Title => Status switch
    {
        400 => "The form could not be read",
        401 => "Sign in first",
        403 => "You may not do this",
        404 => "Page not found",
        405 => "This address cannot be used that way",
        413 => "The file is too large",
        429 => "Too many passwords were tried",
        _ when Message is not null => "This edition cannot be shown",
        _ => "Something went wrong",
    };

    public string Explanation => Status switch
    {
        400 => "The page had been open for a long time, or the browser did not send what belongs to it. Nothing was changed. Go back, load the page again and send the form once more.",
        401 => "This is for people who have signed in. Nothing was changed.",
        403 => "Your account has no role that allows it. An administrator of the portal can give you one. Nothing was changed.",
        404 => "There is nothing at this address. If you typed it, check it. If a link led you here, it may be older than the portal.",
        405 => "Nothing was changed.",
        413 => "Nothing was changed. Send a smaller file.",
        429 => "From your address more passwords were tried within a minute than the portal takes. Nothing was changed. Wait a minute and try again.",
        _ when Message is not null => Message,
        _ => "The fault is the portal’s, not yours, and it has been recorded. Nothing you had saved is lost. Try again in a moment.",
    };
}
