using System.Xml;
using TransformationPortal.Core;
using TransformationPortal.Data.Import.Registers;

namespace TransformationPortal.Data.Import.Workbooks;

/// <summary>What was read of a file of registers, before any of it is checked.</summary>
/// <param name="Tables">The registers that were in it.</param>
/// <param name="Notes">What was understood though it was not as it should be.</param>
/// <param name="Problems">What could not be read at all.</param>
/// <param name="Seal">The state of the programme that the workbook was made from; none where it does not say.</param>
public sealed record RegisterFile(IReadOnlyList<RegisterTable> Tables, IReadOnlyList<ReadingNote> Notes, IReadOnlyList<ImportProblem> Problems, string? Seal);

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
        using var package = WorkbookPackage.Open(content, bounds);
        try
        {
            return UnderstoodConfidence.In(new Pass(package, bounds, registers ?? AllRegisters.Kept, ct).Read(), words ?? ConfidenceWords.Portal);
        }
        catch (WorkbookPackage.TooLargeException)
        {
            throw WorkbookPackage.TooLarge();
        }
        catch (SheetReader.TooManyRowsException)
        {
            throw new ImportRefusedException(FormattableString.Invariant(
                $"The workbook has more than {bounds.Rows} rows, and was not read. Delete rows that only look empty: select them, delete them and save."));
        }
        catch (Exception e) when (e is XmlException or InvalidDataException or EndOfStreamException or NotSupportedException)
        {
            throw WorkbookPackage.NotAWorkbook();
        }
    }

    private sealed class Pass(WorkbookPackage package, WorkbookLimits limits, IReadOnlyList<RegisterDefinition> registers, CancellationToken ct)
    {
        private readonly ReadingNotes notes = new();
        private readonly List<ImportProblem> problems = [];

        public RegisterFile Read()
        {
            var parts = WorkbookParts.Read(package, limits);
            var sheets = new SheetReader(package, parts, limits);
            var seal = About(parts, sheets);
            var tables = new List<RegisterTable>();
            var strangers = new List<string>();
            foreach (var sheet in parts.Sheets.Where(s => !WorkbookTemplate.IsOwnSheet(s.Name)))
            {
                if (AllRegisters.Find(registers, sheet.Name) is not { } register)
                {
                    strangers.Add(sheet.Name);
                }
                else if (tables.Any(t => t.Name == register.Name))
                {
                    problems.Add(new(sheet.Name, null, null, sheet.Name, $"each register once, and this is its second sheet"));
                }
                else if (sheet.Part is not null && package.Has(sheet.Part))
                {
                    Sheet(register, sheet, sheets, tables);
                }
            }

            NameStrangers(strangers, tables);
            return new(tables, notes.All, problems, seal);
        }

        private void Sheet(RegisterDefinition register, ListedSheet sheet, SheetReader sheets, List<RegisterTable> tables)
        {
            if (sheet.IsHidden)
            {
                notes.Add(sheet.Name, "", "hidden", null, "the sheet is hidden; it was read like the others.");
            }

            var merged = new List<string>();
            var table = SheetTables.Read(register, sheet.Name, sheets.Read(sheet.Part!, merged, ct), notes, problems);
            foreach (var range in merged)
            {
                problems.Add(new(sheet.Name, null, null, range, "cells that are not merged; unmerge them and fill in each"));
            }

            if (table is not null)
            {
                tables.Add(table);
            }
        }

        // A sheet that is nearly called as a register that is missing was renamed; any other is the reader's own.
        private void NameStrangers(List<string> strangers, List<RegisterTable> tables)
        {
            var missing = registers.Where(d => !tables.Any(t => t.Name == d.Name)).Select(WorkbookTemplate.SheetName).ToList();
            foreach (var name in strangers.Where(n => AllRegisters.FindKept(n) is null))
            {
                if (Nearest.To(name, missing) is { } nearest)
                {
                    problems.Add(new(name, null, null, name, "the name of a register as the sheet’s name", nearest));
                }
                else
                {
                    notes.Add(name, "", "stranger", null, "no register is called so; the sheet was not read.");
                }
            }

            if (tables.Count == 0 && problems.Count == 0)
            {
                throw new ImportRefusedException($"The workbook has no sheet of a register. Their names are {string.Join(", ", registers.Select(WorkbookTemplate.SheetName))}.");
            }

            foreach (var name in missing.Where(m => !problems.Any(p => p.Nearest == m)))
            {
                notes.Add(name, "", "missing", null, "the workbook has no such sheet; the register stays as it is.");
            }
        }

        private string? About(WorkbookParts parts, SheetReader sheets)
        {
            if (parts.Sheets.FirstOrDefault(s => s.Name == WorkbookTemplate.AboutSheet) is not { Part: { } part })
            {
                notes.Add("The workbook", "", "version", null, FormattableString.Invariant($"it does not say which version of the template it follows; it was read as version {WorkbookTemplate.Version}."));
                return null;
            }

            var facts = new Dictionary<string, RawCell>(StringComparer.OrdinalIgnoreCase);
            foreach (var row in sheets.Read(part, [], ct))
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
