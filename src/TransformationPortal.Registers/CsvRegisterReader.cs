using TransformationPortal.Registers.Files;
using TransformationPortal.Registers.Workbooks;
using TransformationPortal.Spreadsheets;

namespace TransformationPortal.Registers;

/// <summary>Reads registers from CSV files.</summary>
public static class CsvRegisterReader
{
    /// <summary>Every <c>*.csv</c> file of a folder as a register of the file's name.</summary>
    /// <exception cref="ImportRefusedException">The folder is not there, or a file is not well-formed CSV; the problems name file and row.</exception>
    public static async Task<IReadOnlyList<RegisterTable>> ReadFolderAsync(string folder, CancellationToken ct)
    {
        if (!Directory.Exists(folder))
        {
            throw new ImportRefusedException($"The folder “{folder}” that should hold the programme's registers is not there.");
        }

        var tables = new List<RegisterTable>();
        var problems = new List<ImportProblem>();
        foreach (var file in Directory.EnumerateFiles(folder, "*.csv").Order(StringComparer.Ordinal))
        {
            try
            {
                await using var stream = File.OpenRead(file);
                tables.Add(await ReadAsync(Path.GetFileName(file), stream, ct));
            }
            catch (ImportRefusedException refusal)
            {
                problems.AddRange(refusal.Problems);
            }
        }

        return problems.Count == 0 ? tables : throw new ImportRefusedException(problems);
    }

    /// <summary>One CSV file.</summary>
    /// <param name="fileName">Its name, from which the register's follows: <c>projects.csv</c>.</param>
    /// <exception cref="ImportRefusedException">It is not well-formed CSV.</exception>
    public static async Task<RegisterTable> ReadAsync(string fileName, Stream content, CancellationToken ct)
    {
        var lines = (await CsvFile.ReadAsync(fileName, content, ct)).Lines;
        return lines.Count == 0
            ? throw CsvFile.Malformed(fileName, null, null, "a header row that names the columns")
            : new(Path.GetFileNameWithoutExtension(fileName), fileName, lines[0].Cells, [.. lines.Skip(1).Where(r => r.Cells.Any(c => c.Length > 0))]);
    }

    /// <summary>CSV files of any layout, each a register.</summary>
    /// <param name="files">By their names.</param>
    /// <param name="registers">Those that are looked for; where there is just one, a file of any name is it.</param>
    /// <exception cref="ImportRefusedException">One is not well-formed CSV, or none is a register.</exception>
    public static async Task<RegisterFile> ReadFilesAsync(
        IReadOnlyList<(string Name, Stream Content)> files, IReadOnlyList<RegisterDefinition> registers, ConfidenceWords words, CancellationToken ct)
    {
        var notes = new ReadingNotes();
        var problems = new List<ImportProblem>();
        var sheets = new List<OpenSheet>();
        foreach (var (name, content) in files)
        {
            var read = await CsvFile.ReadAsync(name, content, ct);
            foreach (var note in read.Notes)
            {
                notes.Add(name, "", note, null, note);
            }

            sheets.Add(CsvSheet.Of(name, read.Lines) is var sheet && registers is [var only] ? sheet with { Name = only.Title } : sheet);
        }

        var reading = new RegisterFiles(registers, notes, problems);
        reading.Read(sheets, isWorkbook: false, ct);
        return UnderstoodConfidence.In(new(reading.Tables, notes.All, problems, null), words);
    }
}
