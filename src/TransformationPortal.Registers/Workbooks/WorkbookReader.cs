using System.Xml;
using TransformationPortal.Registers.Definitions;
using TransformationPortal.Registers.Files;
using TransformationPortal.Spreadsheets;

namespace TransformationPortal.Registers.Workbooks;

/// <summary>What was read of a file of registers, before any of it is checked.</summary>
/// <param name="Tables">The registers that were in it.</param>
/// <param name="Notes">What was understood though it was not as it should be.</param>
/// <param name="Problems">What could not be read at all.</param>
/// <param name="Seal">The state of the programme that the workbook was made from; none where it does not say.</param>
public sealed record RegisterFile(IReadOnlyList<RegisterTable> Tables, IReadOnlyList<ReadingNote> Notes, IReadOnlyList<ImportProblem> Problems, string? Seal)
{
    /// <summary>Whether it was said what its amounts are in: pounds, thousands or millions of pounds.</summary>
    public bool IsScaleAnswered { get; init; }
}

/// <summary>Reads the registers of a workbook. Time and memory are bounded, whatever the file holds.</summary>
public static class WorkbookReader
{
    /// <param name="content">Seekable.</param>
    /// <param name="registers">The registers that are looked for; every one that is kept where none are named.</param>
    /// <param name="words">What the programme that is there calls bands of confidence; the portal's own words where none are given.</param>
    /// <exception cref="ImportRefusedException">It is no workbook, or one that is not opened; the message says why and what to do.</exception>
    public static RegisterFile Read(
        Stream content, IReadOnlyList<RegisterDefinition>? registers = null, WorkbookLimits? limits = null, ConfidenceWords? words = null, CancellationToken ct = default)
    {
        var bounds = limits ?? WorkbookLimits.Default;
        try
        {
            using var package = WorkbookPackage.Open(content, bounds);
            return UnderstoodConfidence.In(new Pass(package, bounds, registers ?? AllRegisters.Kept, ct).Read(), words ?? ConfidenceWords.Portal);
        }
        catch (SpreadsheetRefusedException refusal)
        {
            throw new ImportRefusedException(refusal.Message);
        }
        catch (WorkbookPackage.TooLargeException)
        {
            throw new ImportRefusedException(WorkbookPackage.TooLarge().Message);
        }
        catch (SheetReader.TooManyRowsException)
        {
            throw new ImportRefusedException(FormattableString.Invariant(
                $"The workbook has more than {bounds.Rows} rows, and was not read. Delete rows that only look empty: select them, delete them and save."));
        }
        catch (Exception e) when (e is XmlException or InvalidDataException or EndOfStreamException or NotSupportedException)
        {
            throw new ImportRefusedException(WorkbookPackage.NotAWorkbook().Message);
        }
    }

    private sealed class Pass(WorkbookPackage package, WorkbookLimits limits, IReadOnlyList<RegisterDefinition> registers, CancellationToken ct)
    {
        private readonly ReadingNotes notes = new();
        private readonly List<ImportProblem> problems = [];

        public RegisterFile Read()
        {
            if (package.HasMacros)
            {
                notes.Add("The workbook", "", "macros", null, "it holds macros, which were not run and are not kept.");
            }

            var files = new RegisterFiles(registers, notes, problems);
            if (OpenDocumentSheets.AreIn(package))
            {
                var all = new OpenDocumentSheets(package, limits).Sheets(ct);
                var own = About(all.FirstOrDefault(s => s.Name == WorkbookTemplate.AboutSheet));
                files.Read([.. all.Where(s => !WorkbookTemplate.IsOwnSheet(s.Name))], isWorkbook: true, ct);
                return new(files.Tables, notes.All, problems, own);
            }

            var parts = WorkbookParts.Read(package, limits);
            var sheets = new SheetReader(package, parts, limits);
            List<OpenSheet> listed =
            [
                .. parts.Sheets.Where(s => s.Part is not null && package.Has(s.Part) && !s.Part.Contains("/macrosheets/", StringComparison.OrdinalIgnoreCase))
                    .Select(s => new OpenSheet(s.Name, s.Name, merged => sheets.Read(s.Part!, merged, ct)) { IsHidden = s.IsHidden, HiddenColumns = () => sheets.HiddenColumns }),
            ];
            var seal = About(listed.Find(s => s.Name == WorkbookTemplate.AboutSheet));
            files.Read([.. listed.Where(s => !WorkbookTemplate.IsOwnSheet(s.Name))], isWorkbook: true, ct);
            return new(files.Tables, notes.All, problems, seal);
        }

        private string? About(OpenSheet? about)
        {
            if (about is null)
            {
                notes.Add("The workbook", "", "version", null, FormattableString.Invariant($"it does not say which version of the template it follows; it was read as version {WorkbookTemplate.Version}."));
                return null;
            }

            var facts = new Dictionary<string, RawCell>(StringComparer.OrdinalIgnoreCase);
            foreach (var row in about.Rows([]))
            {
                if (row.Cells is [(0, var label), (1, var value), ..])
                {
                    facts.TryAdd(label.Text.Trim(), value);
                }
            }

            var version = facts.TryGetValue(WorkbookTemplate.VersionLabel, out var cell) && cell.Kind == RawKind.Number ? cell.Number : 0;
            if (version > WorkbookTemplate.Version)
            {
                throw new ImportRefusedException(FormattableString.Invariant(
                    $"The workbook follows version {version} of the template, and this portal reads up to version {WorkbookTemplate.Version}. Download the workbook from this portal and copy your rows into it."));
            }

            if (version < WorkbookTemplate.Version)
            {
                notes.Add(WorkbookTemplate.AboutSheet, "", "version", null, FormattableString.Invariant(
                    $"the workbook follows an older version of the template than {WorkbookTemplate.Version}; its columns were held against today’s, and what it has no column for stays as it is."));
            }

            return facts.TryGetValue(WorkbookTemplate.SealLabel, out var seal) && seal.Kind == RawKind.Text && seal.Text.Trim().Length == 64 ? seal.Text.Trim() : null;
        }
    }
}
