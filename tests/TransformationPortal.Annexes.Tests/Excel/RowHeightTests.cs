using TransformationPortal.Annexes.Excel;

namespace TransformationPortal.Annexes.Tests.Excel;

/// <summary>Rows as high as their texts need, where no program works that out on opening.</summary>
public sealed class RowHeightTests
{
    // By its letters alone it fits on three lines; its words need four.
    [Theory]
    [InlineData("Director for Human Resources and Organisational Development", 22, 60d)]
    [InlineData("Chief Information Officer", 40, null)]
    [InlineData("Organisationalentwicklungsdirektorin", 10, 60d)]
    public void Row_OfWords_HasALineForEachThatTheyBreakInto(string text, int width, double? height) =>
        Assert.Equal(height, RowHeight.Of([SheetCell.Words(text)], [width], (_, _) => WorkbookStyles.Wrapped));
}
