using TransformationPortal.Registers;
using TransformationPortal.Registers.Update;
using TransformationPortal.Registers.Workbooks;

namespace TransformationPortal.Web.Areas.Registers.Models;

/// <summary>Uploading a month's spend.</summary>
/// <param name="Refusal">Why what was uploaded could not be read at all.</param>
public sealed record ActualsPage(string? Done, ImportRefusedException? Refusal);

/// <summary>What a month's spend would change.</summary>
public sealed record ActualsPreviewPage(WaitingUpload Upload, ActualsPreview Preview)
{
    public IReadOnlyList<ImportProblem> Problems { get; } = UploadProblems.Of(Upload.File, Preview.Update.Problems);

    public IEnumerable<LocatedProblem> Located => UploadProblems.Located(Problems, Upload.File);

    public bool IsStale => Upload.Seal != Preview.Update.Seal;

    public int Count(ActualStatus status) => Preview.Rows.Count(r => r.Status == status);
}
