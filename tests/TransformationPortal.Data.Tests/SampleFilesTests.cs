using TransformationPortal.Registers.Sample;

namespace TransformationPortal.Data.Tests;

public sealed class SampleFilesTests
{
    [Fact]
    public void SampleProgramme_TravelsWithThePortal()
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "Sample");

        Assert.NotEmpty(Directory.GetFiles(folder, "*.csv"));
        Assert.True(File.Exists(Path.Combine(folder, SampleProgramme.Workbook)));
    }
}
