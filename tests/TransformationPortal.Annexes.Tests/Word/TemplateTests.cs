using System.IO.Compression;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using TransformationPortal.Annexes.Tests.Reading;
using TransformationPortal.Annexes.Tests.Sample;
using TransformationPortal.Annexes.Word;
using TransformationPortal.Core.Ledgers;
using TransformationPortal.Core.Looks;
using TransformationPortal.Core.Papers;
using TransformationPortal.Tests.Shared;

namespace TransformationPortal.Annexes.Tests.Word;

/// <summary>Papers in a council's own Word template.</summary>

public sealed class TemplateTests
{
    public static TheoryData<string, AnnexPrint> Papers
    {
        get
        {
            var papers = new TheoryData<string, AnnexPrint>();
            foreach (var key in new[] { "annex-1", "annex-2", "quarterly-report" })
            {
                papers.Add(key, AnnexPrint.Standard);
                papers.Add(key, AnnexPrint.Large);
            }

            return papers;
        }
    }

    private static CouncilLook Look => CouncilLook.Default with { Template = new("ashmere.dotx", CouncilTemplate.File()) };

    [Theory]
    [MemberData(nameof(Papers))]
    public void Paper_InATemplate_IsAValidWordFile(string key, AnnexPrint print)
    {
        using var file = Write(key, print);

        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Office2019).Validate(file.Package).Select(e => $"{e.Part?.Uri} {e.Description} {e.Path?.XPath}"));
    }

    private static WordFile Write(string key, AnnexPrint print, CouncilLook? look = null) => new(WordWriter.Write(
        WordFile.Compose(key, Editions.Published, DecisionBasis.AsItStands), new AnnexFace(Editions.Published, DecisionBasis.AsItStands), print, look ?? Look));
}
