using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;

namespace TransformationPortal.Annexes.Tests;

public sealed class OpenXmlTests
{
    [Fact]
    public void Validator_FindsNothingWrongInAPlainDocument()
    {
        using var bytes = new MemoryStream();
        using var word = WordprocessingDocument.Create(bytes, WordprocessingDocumentType.Document);
        word.AddMainDocumentPart().Document = new Document(new Body(new Paragraph(new Run(new Text("Annex")))));

        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Office2019).Validate(word));
    }
}
