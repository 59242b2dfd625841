using TransformationPortal.Data;
using System.Text.Json;
using TransformationPortal.Core.Reports;
using TransformationPortal.Data.Entities;

namespace TransformationPortal.Registers.Update;

/// <summary>How many rows of a register an upload added, changed and took out.</summary>
/// <param name="Register">Its name.</param>
public sealed record RegisterCount(string Register, int Added, int Changed, int Removed);

/// <summary>A cell that an upload changed from a day that a later one had overtaken: the history alone has it.</summary>
/// <param name="Key">What the row is matched by.</param>
/// <param name="Row">How people name it.</param>
/// <param name="Asked">What the upload said it was.</param>
internal sealed record PastCell(string Register, string Key, string Row, string Column, string Asked);

/// <summary>What an upload left: the registers that it changed, and what it said of overtaken days.</summary>
internal sealed record AppliedContent(IReadOnlyList<RegisterTable> Tables, IReadOnlyList<PastCell> Past)
{
    /// <summary>What is kept of an upload, so that it can be taken back as a whole.</summary>
    /// <param name="at">UTC.</param>
    /// <param name="takesBack">The upload that it takes back; none where it is an upload itself.</param>
    public static AppliedUploadEntity Of(UpdatePlan plan, ProgrammeData data, AppliedAs applied, Person by, DateTime at, AppliedUploadEntity? takesBack) => new()
    {
        Key = applied.Key,
        By = by,
        At = at,
        FileName = applied.FileName,
        With = applied.With,
        HoldsFrom = plan.From.Day,
        TakesBack = takesBack,
        IsFirst = plan.Present.IsEmpty,
        Counts = JsonSerializer.Serialize(plan.Changes.Registers.Select(
            r => new RegisterCount(r.Register.Name, r.Count(RowChangeKind.Added), r.Count(RowChangeKind.Changed), r.Count(RowChangeKind.Removed)))),
        Before = PackedJson.Write(plan.Present.Tables),
        After = PackedJson.Write(new AppliedContent(
            [.. plan.Changes.Registers.Select(r => RegisterTable.Of(r.Register, data[r.Register].Select(row => ProgrammeComparison.Cells(r.Register, row))))],
            [.. plan.Past.Select(p => new PastCell(p.Register.Name, p.Row.Key, p.Row.Name, p.Cell.Column.Name, p.Cell.To))])),
    };
}
