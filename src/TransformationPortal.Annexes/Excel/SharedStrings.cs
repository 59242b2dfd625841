using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace TransformationPortal.Annexes.Excel;

/// <summary>The texts of a workbook, each stored once. A text is only ever a text here: one that looks like a formula stays what it is.</summary>
internal sealed class SharedStrings
{
    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);
    private int uses;

    public string NumberOf(string text)
    {
        uses++;
        var clean = SheetText.Clean(text);
        if (!numbers.TryGetValue(clean, out var number))
        {
            numbers.Add(clean, number = numbers.Count);
        }

        return number.ToString(CultureInfo.InvariantCulture);
    }

    public void Write(SharedStringTablePart part)
    {
        using var writer = OpenXmlWriter.Create(part);
        writer.WriteStartElement(new SharedStringTable { Count = (uint)uses, UniqueCount = (uint)numbers.Count });
        foreach (var text in numbers.OrderBy(n => n.Value).Select(n => n.Key))
        {
            writer.WriteElement(new SharedStringItem(new Text(text) { Space = SpaceProcessingModeValues.Preserve }));
        }

        writer.WriteEndElement();
    }
}
