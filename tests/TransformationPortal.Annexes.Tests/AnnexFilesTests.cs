using TransformationPortal.Annexes.Pdf;
using TransformationPortal.Annexes.Tests.Reading;
using TransformationPortal.Annexes.Tests.Sample;
using TransformationPortal.Core.Papers;
using TransformationPortal.Core.Ledgers;
using TransformationPortal.Core.Looks;

namespace TransformationPortal.Annexes.Tests;

/// <summary>The one way in: kinds, names, bytes.</summary>
public sealed class AnnexFilesTests
{
    public static TheoryData<AnnexKind, DecisionBasis, AnnexPrint> WithoutLibreOffice
    {
        get
        {
            var all = new TheoryData<AnnexKind, DecisionBasis, AnnexPrint>();
            foreach (var kind in AnnexCatalogue.All.Where(k => !k.NeedsLibreOffice))
            {
                all.Add(kind.Kind, DecisionBasis.AsItStands, AnnexPrint.Standard);
                all.Add(kind.Kind, DecisionBasis.IfAgreed, AnnexPrint.Large);
            }

            return all;
        }
    }

    [Theory]
    [MemberData(nameof(WithoutLibreOffice))]
    public async Task WriteAsync_SameStampBasisAndPrint_MakesTheSameBytes(AnnexKind kind, DecisionBasis basis, AnnexPrint print)
    {
        var first = await WriteAsync(kind, Editions.Published, basis, print);
        var second = await WriteAsync(kind, Editions.Stamp(Core.Editions.EditionJson.Read(Core.Editions.EditionJson.Write(Editions.Published.Edition))), basis, print);

        Assert.NotEmpty(first);
        Assert.Equal(first, second);
    }

    [Fact]
    public async Task WriteAsync_BodyOfAWebAnswer_IsWrittenAsynchronously()
    {
        using var converter = new PdfConverter(new(), TimeProvider.System);
        foreach (var kind in AnnexCatalogue.All.Where(k => !k.NeedsLibreOffice))
        {
            var stream = new AsyncOnlyStream();

            Assert.Null(await new AnnexFiles(converter).WriteAsync(kind.Kind, Editions.Published, DecisionBasis.AsItStands, AnnexPrint.Standard, CouncilLook.Default, stream, CancellationToken.None));

            Assert.NotEmpty(stream.Written);
        }
    }

    [Theory]
    [InlineData(AnnexKind.Annex2Docx, DecisionBasis.AsItStands, AnnexPrint.Standard, EditionStatus.Published, "annex-2-2019-20-q1-edition-1-as-at-2019-06-30-as-it-stands-SEAL.docx")]
    [InlineData(AnnexKind.Annex2Docx, DecisionBasis.IfAgreed, AnnexPrint.Standard, EditionStatus.Superseded, "annex-2-2019-20-q1-edition-1-superseded-by-3-as-at-2019-06-30-if-agreed-SEAL.docx")]
    [InlineData(AnnexKind.Annex1Pdf, DecisionBasis.AsItStands, AnnexPrint.Large, EditionStatus.Published, "annex-1-2019-20-q1-edition-1-as-at-2019-06-30-as-it-stands-large-print-SEAL.pdf")]
    [InlineData(AnnexKind.QuarterlyReportDocx, DecisionBasis.IfAgreed, AnnexPrint.Large, EditionStatus.Draft, "quarterly-report-2019-20-q1-draft-1-as-at-2019-06-30-if-agreed-large-print.docx")]
    [InlineData(AnnexKind.QuarterXlsx, DecisionBasis.AsItStands, AnnexPrint.Large, EditionStatus.Published, "quarter-2019-20-q1-edition-1-as-at-2019-06-30-as-it-stands-SEAL.xlsx")]
    [InlineData(AnnexKind.QuarterZip, DecisionBasis.IfAgreed, AnnexPrint.Standard, EditionStatus.Published, "quarter-2019-20-q1-edition-1-as-at-2019-06-30-if-agreed-SEAL.zip")]
    public void FileName_OfAnyFile_SaysWhatItsCoverSays(AnnexKind kind, DecisionBasis basis, AnnexPrint print, EditionStatus status, string expected) =>
        Assert.Equal(
            expected.Replace("SEAL", Editions.Published.Seal![..8], StringComparison.Ordinal),
            AnnexFileName.Of(kind, Editions.Published with { Status = status, LatestNumber = 3, Seal = status == EditionStatus.Draft ? null : Editions.Published.Seal }, basis, print));

    [Fact]
    public void Find_NameInAnAddress_IsTheKindOfThatName()
    {
        Assert.All(AnnexCatalogue.All, kind => Assert.Equal(kind.Kind, AnnexCatalogue.Find(kind.Name.ToUpperInvariant())!.Kind));
        Assert.Null(AnnexCatalogue.Find("annex-9.docx"));
        Assert.Equal(Enum.GetValues<AnnexKind>().Order(), AnnexCatalogue.All.Select(k => k.Kind).Order());
    }

    [Fact]
    public void Facts_UnknownKind_AreRefused() => Assert.Throws<ArgumentOutOfRangeException>(() => ((AnnexKind)99).Facts());

    private static async Task<byte[]> WriteAsync(AnnexKind kind, EditionStamp stamp, DecisionBasis basis, AnnexPrint print)
    {
        using var converter = new PdfConverter(new(), TimeProvider.System);
        using var stream = new MemoryStream();
        Assert.Null(await new AnnexFiles(converter).WriteAsync(kind, stamp, basis, print, CouncilLook.Default, stream, CancellationToken.None));
        return stream.ToArray();
    }
}
