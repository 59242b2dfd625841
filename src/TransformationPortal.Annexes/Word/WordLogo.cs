using DocumentFormat.OpenXml.Drawing;
using DocumentFormat.OpenXml.Drawing.Wordprocessing;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using TransformationPortal.Core.Looks;
using Pictures = DocumentFormat.OpenXml.Drawing.Pictures;
using TransformationPortal.Spreadsheets;

namespace TransformationPortal.Annexes.Word;

/// <summary>The council's logo at the head of a paper, with its words for who does not see it.</summary>
internal static class WordLogo
{
    private const string PartId = "rIdLogo";

    // Charts are counted from 1; no paper has as many as this.
    private const uint DrawingId = 10_000;

    // 1.6 cm high, or as wide as 8 cm where the logo is long.
    private const double MostHigh = 576_000;
    private const double MostWide = 2_880_000;

    public static DocumentFormat.OpenXml.Wordprocessing.Paragraph Paragraph(MainDocumentPart main, Logo logo)
    {
        var part = main.AddImagePart(logo.Format == LogoFormat.Png ? ImagePartType.Png : ImagePartType.Jpeg, PartId);
        using (var bytes = new MemoryStream(logo.Bytes.ToArray()))
        {
            part.FeedData(bytes);
        }

        var scale = Math.Min(MostHigh / logo.Height, MostWide / logo.Width);
        var (width, height) = ((long)(logo.Width * scale), (long)(logo.Height * scale));
        var words = XmlText.Clean(logo.Alternative);
        var picture = new Pictures.Picture(
            new Pictures.NonVisualPictureProperties(
                new Pictures.NonVisualDrawingProperties { Id = DrawingId, Name = "Logo", Description = words }, new Pictures.NonVisualPictureDrawingProperties()),
            new Pictures.BlipFill(new Blip { Embed = PartId }, new Stretch(new FillRectangle())),
            new Pictures.ShapeProperties(
                new Transform2D(new Offset { X = 0, Y = 0 }, new Extents { Cx = width, Cy = height }), new PresetGeometry(new AdjustValueList()) { Preset = ShapeTypeValues.Rectangle }));
        var drawing = new Drawing(new Inline(
            new Extent { Cx = width, Cy = height },
            new EffectExtent { LeftEdge = 0, TopEdge = 0, RightEdge = 0, BottomEdge = 0 },
            new DocProperties { Id = DrawingId, Name = "Logo", Description = words },
            new DocumentFormat.OpenXml.Drawing.Wordprocessing.NonVisualGraphicFrameDrawingProperties(),
            new Graphic(new GraphicData(picture) { Uri = "http://schemas.openxmlformats.org/drawingml/2006/picture" }))
            { DistanceFromTop = 0, DistanceFromBottom = 0, DistanceFromLeft = 0, DistanceFromRight = 0 });
        return WordText.Paragraph(WordStyles.Picture, [new DocumentFormat.OpenXml.Wordprocessing.Run(drawing)]);
    }
}
