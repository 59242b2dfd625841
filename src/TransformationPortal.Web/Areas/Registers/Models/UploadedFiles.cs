using TransformationPortal.Core.Reports;
using TransformationPortal.Registers;
using TransformationPortal.Registers.Files;
using TransformationPortal.Registers.Present;
using TransformationPortal.Registers.Definitions;
using TransformationPortal.Registers.Update;
using TransformationPortal.Registers.Workbooks;

namespace TransformationPortal.Web.Areas.Registers.Models;

/// <summary>Reads what was uploaded: one workbook, or CSV files of registers. Nothing of it is written anywhere.</summary>
public sealed class UploadedFiles(RegisterDesk desk, PresentProgrammeReader present, KnownHeadings headings, UploadStore uploads)
{
    /// <summary>Bytes of a request that are read: the largest workbook and the form around it.</summary>
    public const long MostBytes = 21 * 1024 * 1024;

    private const int MostFiles = 40;

    /// <exception cref="ImportRefusedException">It is nothing that can be read; the message says why.</exception>
    public async Task<(RegisterFile File, string Name)> ReadAsync(IReadOnlyList<IFormFile> files, CancellationToken ct)
    {
        if (files.Count == 0 || files.All(f => f.Length == 0))
        {
            throw new ImportRefusedException("Choose the workbook, or CSV files of registers, to upload.");
        }

        if (files.Count > MostFiles)
        {
            throw new ImportRefusedException("Choose one workbook, or one CSV file for each register.");
        }

        var words = await desk.WordsAsync(ct);
        if (files.Count == 1 && !IsCsv(files[0]))
        {
            await using var content = await WholeAsync(files[0], ct);
            return (await KnownAsync(WorkbookReader.Read(content, words: words, ct: ct), ct), files[0].FileName);
        }

        if (files.FirstOrDefault(f => !IsCsv(f)) is { } other)
        {
            throw new ImportRefusedException($"“{other.FileName}” is no CSV file. Choose one workbook, or CSV files only.");
        }

        return (await KnownAsync(await CsvAsync(files, AllRegisters.Kept, words, ct), ct), string.Join(", ", files.Select(f => f.FileName)));
    }

    /// <summary>A month's spend: a CSV file of any name, or a workbook with the sheet Actuals.</summary>
    /// <exception cref="ImportRefusedException">It is nothing that can be read; the message says why.</exception>
    public async Task<(RegisterFile File, string Name)> ReadActualsAsync(IFormFile? file, CancellationToken ct)
    {
        if (file is null || file.Length == 0)
        {
            throw new ImportRefusedException("Choose a CSV file or a workbook with the month’s spend.");
        }

        if (IsCsv(file))
        {
            return (await KnownAsync(await CsvAsync([file], [ActualsSheet.Definition], ConfidenceWords.Portal, ct), ct), file.FileName);
        }

        await using var content = await WholeAsync(file, ct);
        return (await KnownAsync(WorkbookReader.Read(content, [ActualsSheet.Definition], ct: ct), ct), file.FileName);
    }

    /// <summary>Reads what waits again with what was said of its own headings, and remembers that for later files.</summary>
    public async Task ExplainAsync(WaitingUpload upload, IReadOnlyList<HeadingMeaning> said, Person by, CancellationToken ct)
    {
        if (said.Count > 0)
        {
            await headings.RememberAsync(said, by, ct);
            await uploads.ReplaceAsync(upload.Key, await UnderstoodAsync(upload.File, said, ct), ct);
        }
    }

    private async Task<RegisterFile> UnderstoodAsync(RegisterFile file, IReadOnlyList<HeadingMeaning> meanings, CancellationToken ct) =>
        KnownNames.In(UnderstoodConfidence.In(StrangeColumns.Understood(file, meanings), await desk.WordsAsync(ct)), (await present.ReadAsync(ct)).Tables);

    private async Task<RegisterFile> KnownAsync(RegisterFile file, CancellationToken ct) => await headings.MeaningsAsync(ct) is { Count: > 0 } meanings
        ? await UnderstoodAsync(file, meanings, ct) : KnownNames.In(file, (await present.ReadAsync(ct)).Tables);

    // Held in memory, where it can be looked through from either end; the request's limit bounds it.
    private static async Task<MemoryStream> WholeAsync(IFormFile file, CancellationToken ct)
    {
        var whole = new MemoryStream((int)file.Length);
        await file.CopyToAsync(whole, ct);
        whole.Position = 0;
        return whole;
    }

    private static bool IsCsv(IFormFile file) => Path.GetExtension(file.FileName).ToUpperInvariant() is ".CSV" or ".TSV" or ".TXT";

    private static async Task<RegisterFile> CsvAsync(IReadOnlyList<IFormFile> files, IReadOnlyList<RegisterDefinition> registers, ConfidenceWords words, CancellationToken ct)
    {
        var opened = new List<(string Name, Stream Content)>();
        try
        {
            foreach (var file in files)
            {
                opened.Add((Path.GetFileName(file.FileName), file.OpenReadStream()));
            }

            return await CsvRegisterReader.ReadFilesAsync(opened, registers, words, ct);
        }
        finally
        {
            opened.ForEach(f => f.Content.Dispose());
        }
    }
}
