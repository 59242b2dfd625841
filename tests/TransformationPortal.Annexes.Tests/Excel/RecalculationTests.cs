using System.Globalization;
using CsvHelper;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using TransformationPortal.Annexes.Tests.Reading;
using TransformationPortal.Annexes.Tests.Sample;
using TransformationPortal.Core.Ledgers;

namespace TransformationPortal.Annexes.Tests.Excel;

/// <summary>The workbook’s formulas, computed by a spreadsheet program.</summary>
[Collection(PaperToolsCollection.Name)]
public sealed class RecalculationTests(PaperTools tools)
{
    public static TheoryData<DecisionBasis> Bases => Editions.Bases;

    [Theory]
    [MemberData(nameof(Bases))]
    public async Task Formulas_ComputedByAnotherProgram_GiveTheValuesWrittenBesideThem(DecisionBasis basis)
    {
        using var file = WorkbookFile.Of(Editions.Published, basis);
        var folder = Directory.CreateTempSubdirectory("portal-sheet-").FullName;
        try
        {
            await File.WriteAllBytesAsync(Path.Combine(folder, "quarter.xlsx"), WithoutValues(file.Bytes));
            await PaperTools.RunAsync(tools.Converter.Find()!, "-env:UserInstallation=" + new Uri(Path.Combine(folder, "profile")).AbsoluteUri, "--headless", "--norestore",
                "--convert-to", "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1", "--outdir", folder, Path.Combine(folder, "quarter.xlsx"));

            var compared = 0;
            foreach (var sheet in file.SheetNames.Skip(1))
            {
                var computed = Read(Path.Combine(folder, $"quarter-{sheet}.csv"));
                foreach (var (cell, text) in file.Rows(sheet).Zip(computed).SelectMany(r => r.First.Zip(r.Second)).Where(c => c.First.Formula is not null))
                {
                    Assert.Equal(cell.Number!.Value, Math.Round(decimal.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture), 9));
                    compared++;
                }
            }

            Assert.True(compared > 80, $"Only {compared.ToString(CultureInfo.InvariantCulture)} formulas were found.");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    // Without its stored value a formula must be computed when the file is opened.
    private static byte[] WithoutValues(byte[] workbook)
    {
        using var stream = new MemoryStream();
        stream.Write(workbook);
        using (var package = SpreadsheetDocument.Open(stream, isEditable: true))
        {
            foreach (var cell in package.WorkbookPart!.WorksheetParts.SelectMany(p => p.Worksheet!.Descendants<Cell>()).Where(c => c.CellFormula is not null))
            {
                cell.CellValue!.Remove();
            }
        }

        return stream.ToArray();
    }

    private static List<string[]> Read(string file)
    {
        using var csv = CsvReader.FromFile(file, new() { Separator = ',', HasHeader = false });
        var rows = new List<string[]>();
        while (csv.Read())
        {
            rows.Add(csv.Current.ToArray());
        }

        return rows;
    }
}
