using TransformationPortal.Core.Views;

namespace TransformationPortal.Core.Papers;

/// <summary>
/// A paper for a committee, before it is a file: what it says, in order, with every figure already made. A pure function of
/// an edition and a decision basis. A writer turns it into bytes and computes nothing.
/// </summary>
/// <param name="Key">Its name in a file's name: <c>annex-2</c>.</param>
/// <param name="Parts">One for an annex by itself; the quarterly report has several.</param>
public sealed record AnnexDocument(string Key, string Title, string Subject, IReadOnlyList<AnnexPart> Parts)
{
    /// <summary>Whether paragraphs are numbered through all parts; else each part begins with 1.</summary>
    public bool NumbersRunOn { get; init; }

    public IEnumerable<AnnexBlock> Blocks => Parts.SelectMany(p => p.Sections).SelectMany(s => s.Blocks);

    /// <summary>The charts that are drawn, in order.</summary>
    public IEnumerable<AnnexBlock.Chart> Pictures => Blocks.OfType<AnnexBlock.Chart>().Where(c => c.HasPicture);

    /// <summary>Every table of figures in it, those of its charts included, in order.</summary>
    public IEnumerable<FigureTable> FigureTables => Blocks.Select(b => b switch
    {
        AnnexBlock.Figures figures => figures.Table,
        AnnexBlock.Chart chart => chart.View.Table,
        _ => null,
    }).OfType<FigureTable>();
}

/// <summary>A part of a paper, with paragraphs numbered from 1. It begins a new page.</summary>
/// <param name="Title">Its heading; none where the paper has this part only and bears the title itself.</param>
public sealed record AnnexPart(string? Title, IReadOnlyList<AnnexSection> Sections);

/// <summary>A heading and what stands under it.</summary>
public sealed record AnnexSection(string Title, IReadOnlyList<AnnexBlock> Blocks);

/// <summary>A piece of a paper.</summary>
public abstract record AnnexBlock
{
    private AnnexBlock()
    {
    }

    /// <summary>The sentence a reader takes away.</summary>
    public sealed record Lead(AnnexText Text) : AnnexBlock;

    public sealed record Paragraph(AnnexText Text) : AnnexBlock;

    /// <summary>A paragraph that the writer numbers; numbers run on through a part.</summary>
    public sealed record Numbered(AnnexText Text) : AnnexBlock;

    /// <summary>Lines of a name and a text at the head of a report.</summary>
    public sealed record Details(IReadOnlyList<(string Name, string Text)> Lines) : AnnexBlock;

    /// <summary>What is asked of the reader, in a box, lettered where there are several.</summary>
    public sealed record Box(IReadOnlyList<AnnexText> Items) : AnnexBlock;

    /// <summary>A heading within a section.</summary>
    public sealed record Subheading(string Text) : AnnexBlock;

    public sealed record Bullets(IReadOnlyList<AnnexText> Items) : AnnexBlock;

    public sealed record Tiles(string Title, IReadOnlyList<Tile> Items) : AnnexBlock;

    public sealed record Figures(FigureTable Table) : AnnexBlock;

    /// <summary>A picture with its data under it.</summary>
    public sealed record Chart(ChartView View) : AnnexBlock
    {
        /// <summary>Whether there is anything to draw. A picture without bars says nothing; its table says that nothing is recorded.</summary>
        public bool HasPicture => View.HasPicture;

        /// <summary>What the picture shows, for who does not see it.</summary>
        public string Alternative => $"{View.Title}. {View.Summary} The table under the chart holds its data.";
    }

    public sealed record Register(PaperTable Table) : AnnexBlock;

    /// <summary>A remark, smaller than the text.</summary>
    public sealed record Note(AnnexText Text) : AnnexBlock;
}
