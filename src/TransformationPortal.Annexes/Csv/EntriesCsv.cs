using CsvHelper;
using TransformationPortal.Core.Costs;
using TransformationPortal.Core.Editions;
using TransformationPortal.Core.Savings;

namespace TransformationPortal.Annexes.Csv;

/// <summary>
/// Ledger entries as CSV: UTF-8 with a byte order mark (spreadsheets need it to read £), a header row, amounts as plain
/// pounds, days and periods in ISO form, an empty cell where nothing is recorded.
/// </summary>
public static class EntriesCsv
{
    public const string MediaType = "text/csv; charset=utf-8";

    public static byte[] Savings(Edition edition, IEnumerable<SavingsEntry> entries) => Write(
        ["line", "title", "project", "workstream", "board", "directorate", "source", "activity", "kind", "financial_year", "confidence", "amount_pounds", "as_at", "origin", "decision", "decision_pending"],
        entries.Select(e => (string?[])
        [
            e.Line.Ref, e.Line.Title, e.Line.Project, e.Line.Workstream, e.Line.Board, e.Line.Directorate, e.Line.Source, e.Line.Activity,
            SavingsKeys.Kind(e.Item.Kind), e.Item.Year?.ToString(), e.Item.Confidence is { } band ? edition.Programme.Label(band) : null,
            e.Item.Amount.ToString(), e.Item.AsAt?.ToString(), e.Item.Origin, e.Item.Decision, e.Item.Decision is null ? null : e.Item.Pending ? "yes" : "no",
        ]),
        numbers: [11]);

    public static byte[] Costs(Edition edition, IEnumerable<CostEntry> entries)
    {
        var areas = edition.CostAreas.ToDictionary(a => a.Code, a => a.Name, StringComparer.Ordinal);
        return Write(
            ["line", "name", "area", "kind", "financial_year", "month", "amount_pounds", "note"],
            entries.Select(e => (string?[])
            [
                e.Line.Code, e.Line.Name, areas.GetValueOrDefault(e.Line.Area, e.Line.Area), CostKeys.Kind(e.Item.Kind), e.Item.Year.ToString(),
                e.Item.Month?.ToString(), e.Item.Amount.ToString(), e.Item.Note,
            ]),
            numbers: [6]);
    }

    private static byte[] Write(string[] header, IEnumerable<string?[]> rows, HashSet<int> numbers)
    {
        using var stream = new MemoryStream();
        using (var csv = CsvWriter.Create(stream, CsvText.Options with { WriteByteOrderMark = true }, leaveOpen: true))
        {
            csv.WriteRecord(header);
            foreach (var row in rows)
            {
                for (var i = 0; i < row.Length; i++)
                {
                    // A negative amount begins like a formula, but it is a number and stays one.
                    csv.WriteField(numbers.Contains(i) || row[i] is not { } text ? row[i] : CsvText.Neutral(text));
                }

                csv.EndRecord();
            }
        }

        return stream.ToArray();
    }
}
