using TransformationPortal.Data.Import;
using TransformationPortal.Data.Import.Registers;
using TransformationPortal.Data.Import.Update;
using TransformationPortal.Data.Import.Workbooks;

namespace TransformationPortal.Web.Controllers.Registers;

/// <summary>Reads what was uploaded: one workbook, or CSV files of registers. Nothing of it is written anywhere.</summary>
public sealed class UploadedFiles(RegisterDesk desk)
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
            return (WorkbookReader.Read(content, words: words, ct: ct), files[0].FileName);
        }

        var tables = new List<RegisterTable>();
        var notes = new List<ReadingNote>();
        foreach (var file in files)
        {
            var read = await CsvAsync(file, ct);
            if (tables.Any(t => t.Name == read.Tables[0].Name))
            {
                throw new ImportRefusedException($"Two of the files are the register {read.Tables[0].Name}. Choose one for each register.");
            }

            tables.AddRange(read.Tables);
            notes.AddRange(read.Notes);
        }

        return (UnderstoodConfidence.In(new(tables, notes, [], null), words), string.Join(", ", files.Select(f => f.FileName)));
    }

    /// <summary>A month's spend: a CSV file of any name, or a workbook with the sheet Actuals.</summary>
    /// <exception cref="ImportRefusedException">It is nothing that can be read; the message says why.</exception>
    public async Task<(RegisterFile File, string Name)> ReadActualsAsync(IFormFile? file, CancellationToken ct)
    {
        if (file is null || file.Length == 0)
        {
            throw new ImportRefusedException("Choose a CSV file or a workbook with the month’s spend.");
        }

        await using var content = await WholeAsync(file, ct);
        var read = IsCsv(file)
            ? CsvUnderstanding.Read(await CsvRegisterReader.ReadAsync(Path.GetFileName(file.FileName), content, ct), ActualsSheet.Definition)
            : WorkbookReader.Read(content, [ActualsSheet.Definition], ct: ct);
        return (read, file.FileName);
    }

    // Held in memory, where it can be looked through from either end; the request's limit bounds it.
    private static async Task<MemoryStream> WholeAsync(IFormFile file, CancellationToken ct)
    {
        var whole = new MemoryStream((int)file.Length);
        await file.CopyToAsync(whole, ct);
        whole.Position = 0;
        return whole;
    }

    private static bool IsCsv(IFormFile file) => Path.GetExtension(file.FileName).Equals(".csv", StringComparison.OrdinalIgnoreCase);

    private static async Task<RegisterFile> CsvAsync(IFormFile file, CancellationToken ct)
    {
        var name = Path.GetFileNameWithoutExtension(file.FileName);
        if (!IsCsv(file))
        {
            throw new ImportRefusedException($"“{file.FileName}” is no CSV file. Choose one workbook, or CSV files only.");
        }

        if (AllRegisters.FindKept(name.Replace(' ', '_')) is not { } register && (register = AllRegisters.FindKept(name)) is null)
        {
            throw new ImportRefusedException(
                $"No register is called “{name}”. Name a CSV file as its register: {string.Join(", ", AllRegisters.Kept.Select(d => d.Name + ".csv"))}.");
        }

        await using var content = file.OpenReadStream();
        return CsvUnderstanding.Read(await CsvRegisterReader.ReadAsync(Path.GetFileName(file.FileName), content, ct), register);
    }
}
