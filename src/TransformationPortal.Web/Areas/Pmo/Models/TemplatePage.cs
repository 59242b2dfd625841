using TransformationPortal.Annexes.Word.Templates;

namespace TransformationPortal.Web.Areas.Pmo.Models;

/// <summary>What papers take of a Word template that was uploaded.</summary>
/// <param name="Revision">Of the look, as the page was made.</param>
/// <param name="IsInUse">Whether papers have it already.</param>
public sealed record TemplatePage(int Id, string Name, TemplateContents Contents, int Revision, bool IsInUse)
{
    public int Taken => Contents.Styles.Count(s => s.IsTaken);
}
