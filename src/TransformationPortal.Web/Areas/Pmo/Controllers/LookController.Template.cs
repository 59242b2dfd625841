using Microsoft.AspNetCore.Mvc;
using TransformationPortal.Annexes.Word;
using TransformationPortal.Annexes.Word.Templates;
using TransformationPortal.Core.Looks;
using TransformationPortal.Core.Reports;
using TransformationPortal.Data.Entities;
using TransformationPortal.Web.Areas.Pmo.Models;

namespace TransformationPortal.Web.Areas.Pmo.Controllers;

/// <summary>The council's Word template: uploaded and checked, shown for what papers take of it, then used.</summary>
public sealed partial class LookController
{
    [HttpPost("template")]
    [RequestSizeLimit(MostBytes)]
    [RequestFormLimits(MultipartBodyLengthLimit = MostBytes)]
    public async Task<IActionResult> UploadTemplate(LookForm form, [FromForm(Name = LookFields.Template)] IFormFile? file, CancellationToken cancellationToken)
    {
        if (await actors.FindAsync(User, cancellationToken) is not { } actor)
        {
            return Challenge();
        }

        if (file is null)
        {
            return await RefuseAsync(form, [new(LookFields.Template, "Choose a Word template (.dotx or .docx).")], cancellationToken);
        }

        // No more is read than is needed to know that it is too large.
        var bytes = new byte[Math.Min(file.Length, PaperTemplate.MostBytes + 1)];
        await using var content = file.OpenReadStream();
        await content.ReadExactlyAsync(bytes, cancellationToken);
        if (PaperTemplateFile.Read(bytes) is { Problem: { } problem })
        {
            return await RefuseAsync(form, [new(LookFields.Template, problem)], cancellationToken);
        }

        var id = await store.KeepTemplateAsync(new(NameOf(file.FileName), bytes), new(actor.UserName, actor.DisplayName), cancellationToken);
        return LocalRedirect(FormattableString.Invariant($"{Home}/template/{id}"));
    }

    [HttpGet("template/{id:int}")]
    public async Task<IActionResult> Template(int id, CancellationToken cancellationToken)
    {
        var kept = await store.ReadAsync(cancellationToken);
        return await store.FindTemplateAsync(id, cancellationToken) is { } template && PaperTemplateFile.Read(template.Bytes) is { Contents: { } contents }
            ? View("Template", new TemplatePage(id, template.Name, contents, kept.Revision, kept.TemplateId == id))
            : NotFound();
    }

    [HttpGet("template/{id:int}/file")]
    public async Task<IActionResult> TemplateFile(int id, CancellationToken cancellationToken)
    {
        if (await store.FindTemplateAsync(id, cancellationToken) is not { } template)
        {
            return NotFound();
        }

        return File(template.Bytes, template.Name.EndsWith(".docx", StringComparison.OrdinalIgnoreCase) ? WordWriter.MediaType : PaperTemplateFile.MediaType, template.Name);
    }

    [HttpPost("template/{id:int}/use")]
    public async Task<IActionResult> UseTemplate(int id, LookForm form, CancellationToken cancellationToken) =>
        await store.FindTemplateAsync(id, cancellationToken) is null
            ? await RefuseAsync(form, [new(LookFields.Template, "That template was uploaded more than a day ago and is gone. Upload it again.")], cancellationToken)
            : await ChangeAsync(form, "template", person => store.UseTemplateAsync(id, form.Revision, person, cancellationToken), cancellationToken);

    [HttpPost("template/remove")]
    public Task<IActionResult> RemoveTemplate(LookForm form, CancellationToken cancellationToken) =>
        ChangeAsync(form, "template-removed", person => store.UseTemplateAsync(null, form.Revision, person, cancellationToken), cancellationToken);

    // Some browsers send the folder too; the name is shown, and given back with the file.
    private static string NameOf(string fileName)
    {
        var name = new string([.. Path.GetFileName(fileName.Replace('\\', '/')).Where(c => !char.IsControl(c) && c is not ('"' or '<' or '>'))]).Trim();
        var ending = Path.GetExtension(name).ToUpperInvariant() is ".DOTX" or ".DOCX" ? Path.GetExtension(name) : ".dotx";
        var stem = Path.GetFileNameWithoutExtension(name);
        var most = Math.Min(80, Lengths.Name - ending.Length);
        return (stem.Length == 0 ? "template" : stem[..Math.Min(stem.Length, most)]) + ending;
    }
}
