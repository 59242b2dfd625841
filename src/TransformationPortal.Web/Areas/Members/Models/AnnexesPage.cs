using System.Globalization;
using TransformationPortal.Annexes;
using TransformationPortal.Annexes.Pdf;
using TransformationPortal.Web.Editions;
using TransformationPortal.Web.Files;
using TransformationPortal.Web.Pages;

namespace TransformationPortal.Web.Areas.Members.Models;

/// <summary>A file that can be downloaded, with the sizes of print it comes in.</summary>
public sealed record AnnexLink(string Title, string Address, string? LargePrintAddress)
{
    /// <summary><c>9 pages, 120 KB</c>; nothing while the file has not been made.</summary>
    public string? Size { get; init; }

    public string? LargePrintSize { get; init; }
}

/// <summary>Every file of an edition.</summary>
/// <param name="PdfIsOffered">Whether this machine can make PDF files, and knows how many pages papers have.</param>
public sealed record AnnexesPage(IReadOnlyList<AnnexLink> Papers, IReadOnlyList<AnnexLink> Data, bool PdfIsOffered)
{
    /// <summary>The value of <c>print</c> that asks for large print.</summary>
    public const string Large = "large";

    /// <summary>The name in an address of the state that a file is asked for in.</summary>
    public const string AsName = "as";

    /// <summary>The value that asks for a file as it was when its edition was published, whatever corrected it since.</summary>
    public const string Published = "published";

    /// <summary>The papers as they went to the committee; none where nothing has corrected the edition.</summary>
    public IReadOnlyList<AnnexLink> AsPublished { get; init; } = [];

    public static AnnexesPage Of(OpenedEdition opened, Func<AnnexKind, bool> canMake, IReadOnlyDictionary<(AnnexKind Kind, AnnexPrint Print), AnnexFileSize> sizes)
    {
        List<AnnexKindFacts> offered = [.. AnnexCatalogue.All.Where(f => canMake(f.Kind))];
        AnnexLink Link(AnnexKindFacts facts) => new(facts.Title, Address(opened, facts, AnnexPrint.Standard), facts.HasLargePrint ? Address(opened, facts, AnnexPrint.Large) : null)
        {
            Size = Said(sizes.GetValueOrDefault((facts.Kind, AnnexPrint.Standard))), LargePrintSize = Said(sizes.GetValueOrDefault((facts.Kind, AnnexPrint.Large))),
        };
        return new(
            [.. offered.Where(f => f.HasLargePrint).Select(Link)],
            [.. offered.Where(f => !f.HasLargePrint).Select(Link)],
            offered.Exists(f => f.NeedsLibreOffice))
        {
            AsPublished = !opened.Published.IsSuperseded ? [] :
            [
                .. offered.Select(f => new AnnexLink(
                    f.Title, opened.Links.Page("annexes/" + f.Name, [new(AsName, Published)]),
                    f.HasLargePrint ? opened.Links.Page("annexes/" + f.Name, [new("print", Large), new(AsName, Published)]) : null)),
            ],
        };
    }

    /// <summary>Whether every file that is offered has been made, so that its size is said.</summary>
    public bool SizesAreSaid => Papers.Concat(Data).All(l => l.Size is not null && (l.LargePrintAddress is null || l.LargePrintSize is not null));

    private static string? Said(AnnexFileSize? size) => size is null ? null : string.Create(CultureInfo.InvariantCulture,
        $"{(size.Pages is { } pages ? $"{pages} {(pages == 1 ? "page" : "pages")}, " : "")}{(size.Bytes < 1_000_000 ? $"{Math.Max(1, (size.Bytes + 500) / 1000)} KB" : $"{size.Bytes / 1e6:0.0} MB")}");

    public static string Address(OpenedEdition opened, AnnexKindFacts facts, AnnexPrint print) =>
        opened.Links.Page("annexes/" + facts.Name, print == AnnexPrint.Large ? [new("print", Large)] : []);

    public static IReadOnlyList<MissingPageLink> Prints(OpenedEdition opened, AnnexKindFacts facts)
    {
        var standard = new MissingPageLink("Standard print", Address(opened, facts, AnnexPrint.Standard));
        return facts.HasLargePrint ? [standard, new("Large print", Address(opened, facts, AnnexPrint.Large))] : [standard];
    }

    /// <summary>The Word file of the same paper, for somebody whose PDF could not be made.</summary>
    public static string WordInstead(OpenedEdition opened, AnnexKindFacts facts) =>
        Address(opened, AnnexCatalogue.Find(facts.BaseName + ".docx")!, AnnexPrint.Standard);
}

/// <summary>Why a file could not be made, and what can be had instead.</summary>
public sealed record AnnexUnavailablePage(AnnexKindFacts File, PdfResult.None Problem, string WordAddress);
