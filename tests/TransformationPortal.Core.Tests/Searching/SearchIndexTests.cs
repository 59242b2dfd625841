using TransformationPortal.Core.Editions;
using TransformationPortal.Core.Periods;
using TransformationPortal.Core.Reading;
using TransformationPortal.Core.Searching;
using TransformationPortal.Core.Tests.Building;
using TransformationPortal.Core.Tests.Narrative;

namespace TransformationPortal.Core.Tests.Searching;

public sealed class SearchIndexTests
{
    private static readonly Quarter Q4 = new(new FinancialYear(2018), 4);
    private static readonly Quarter Q1 = new(new FinancialYear(2019), 1);
    private static readonly SearchIndex Sample = new([SearchedEdition.Of(SampleEdition.Edition)]);

    [Theory]
    [InlineData("Children’s")]
    [InlineData("Children's")]
    [InlineData("CHILDREN'S")]
    [InlineData("childrén’s")]
    public void Find_HoweverItIsTyped_FindsTheSame(string typed) =>
        Assert.Equal(Keys(Sample, "Children's"), Keys(Sample, typed));

    [Theory]
    [InlineData("TP-07")]
    [InlineData("tp 07")]
    [InlineData("TP07")]
    [InlineData("TP–07")]
    public void Find_ACode_FindsItsProjectFirst(string typed) =>
        Assert.Contains("TP-07", Keys(Sample, typed).Take(2));

    [Theory]
    [InlineData("£2.3m")]
    [InlineData("2308")]
    [InlineData("2,308,000")]
    [InlineData("£2,308,000")]
    [InlineData("2.308")]
    [InlineData("£2308k")]
    public void Find_AnAmount_FindsTheFigureHoweverItIsTyped(string typed) =>
        Assert.Contains("year-delivered", Keys(Sample, typed));

    [Theory]
    [InlineData("£2.4m")]
    [InlineData("2,308,001")]
    [InlineData("2309")]
    public void Find_AnotherAmount_DoesNotFindIt(string typed) =>
        Assert.DoesNotContain("year-delivered", Keys(Sample, typed));

    [Theory]
    [InlineData("trasnport", "transport")]
    [InlineData("tecnology", "technology")]
    [InlineData("comissioning", "commissioning")]
    public void Find_AMisspelling_IsReadAsTheNearestWordAndSaysSo(string typed, string meant)
    {
        var hits = Sample.Find(new(typed));

        Assert.Equal([(typed, meant)], hits.ReadAs);
        Assert.Equal(Keys(Sample, meant), hits.Hits.Select(h => h.Item.Key).Take(20));
    }

    [Fact]
    public void Find_AWordThatNothingIsNear_FindsNothingAndNamesIt()
    {
        var hits = Sample.Find(new("transport xylophones"));

        Assert.Equal(0, hits.Total);
        Assert.Equal(["xylophones"], hits.Unknown);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" \u200b ")]
    [InlineData("— … !")]
    public void Find_NoWord_FindsNothing(string? typed) => Assert.Equal(0, Sample.Find(new(typed)).Total);

    [Fact]
    public void Find_ByKind_CountsEveryKindAllTheSame()
    {
        var all = Sample.Find(new("transport", Take: 1000));
        var projects = Sample.Find(new("transport", SearchKind.Project, Take: 1000));

        Assert.Equal(all.Kinds, projects.Kinds);
        Assert.Equal(all.Total, all.Kinds.Sum(k => k.Count));
        Assert.Equal(projects.Total, all.Kinds.Single(k => k.Kind == SearchKind.Project).Count);
        Assert.All(projects.Hits, h => Assert.Equal(SearchKind.Project, h.Item.Kind));
    }

    [Fact]
    public void Find_APageAtATime_ComesToTheWhole()
    {
        var all = Keys(Sample, "savings");
        var pages = Enumerable.Range(0, all.Count / 7 + 1).SelectMany(p => Sample.Find(new("savings", Skip: p * 7, Take: 7)).Hits);

        Assert.Equal(all, pages.Select(h => h.Item.Key));
    }

    [Fact]
    public void Find_WhatSeveralQuartersHold_IsOneHitAsTheNewestTellsIt()
    {
        var index = Index((Q4, [Risk("R1", "Old controls on transport")]), (Q1, [Risk("R1", "New controls on transport"), Risk("R2", "Transport too")]));

        var hits = index.Find(new("transport")).Hits;

        Assert.Equal(["R1", "R2"], hits.Select(h => h.Item.Key));
        Assert.Equal("New controls on transport", hits[0].Item.Text);
        Assert.Equal((Q1, Q4), (hits[0].Quarter, Assert.Single(hits[0].Also)));
        Assert.Empty(hits[1].Also);
    }

    [Fact]
    public void Find_InOneQuarter_FindsWhatItTold()
    {
        var index = Index((Q4, [Risk("R1", "Old controls on transport")]), (Q1, [Risk("R1", "New controls")]));

        Assert.Equal("Old controls on transport", Assert.Single(index.Find(new("transport", Quarter: Q4)).Hits).Item.Text);
        Assert.Equal(0, index.Find(new("transport", Quarter: Q1)).Total);
        Assert.Equal(Q4, Assert.Single(index.Find(new("transport")).Hits).Quarter);
    }

    [Fact]
    public void Excerpt_IsTheSentenceAroundTheHit_WithItMarked()
    {
        var index = Index((Q1, [Risk("R1", "Nothing here. O’Brien leads the buses from May. Nor here.")]));

        var excerpt = Assert.Single(index.Find(new("o'brien")).Hits).Excerpt;

        Assert.Equal("O’Brien leads the buses from May.", string.Concat(excerpt.Select(e => e.Text)));
        Assert.Equal(["O’Brien"], excerpt.Where(e => e.IsFound).Select(e => e.Text));
    }

    [Fact]
    public void Excerpt_OfALongSentence_IsCutBetweenWords()
    {
        var index = Index((Q1, [Risk("R1", string.Join(' ', Enumerable.Repeat("before", 100)) + " needle " + string.Join(' ', Enumerable.Repeat("after", 100)))]));

        var excerpt = string.Concat(Assert.Single(index.Find(new("needle")).Hits).Excerpt.Select(e => e.Text));

        Assert.StartsWith("… before ", excerpt, StringComparison.Ordinal);
        Assert.EndsWith(" after …", excerpt, StringComparison.Ordinal);
        Assert.InRange(excerpt.Length, 100, 300);
    }

    [Fact]
    public void Find_OfAnyProgramme_FindsWhatHoldsEveryWordAndNothingElse() => Law.Holds(RandomProgrammes.Any, programme =>
    {
        var edition = SearchedEdition.Of(programme.State.Compose());
        var index = new SearchIndex([edition]);
        foreach (var item in edition.Items.Where(i => MatchingKey.Letters(i.Title).Length > 0))
        {
            var found = index.Find(new(item.Title, Take: int.MaxValue)).Hits.Select(h => h.Item).ToList();

            Assert.Contains(item, found);
            Assert.All(found, f => Assert.True(Words(item.Title).All(w => Words(f.Title + " " + f.Text).Any(v => v.StartsWith(w, StringComparison.Ordinal))
                || f.Amounts.Count > 0), $"{f} was found for {item.Title}"));
        }
    });

    private static IEnumerable<string> Words(string text) =>
        text.Split([' ', '\n', '-', '/', ',', '.', ':', '’', '\''], StringSplitOptions.RemoveEmptyEntries).Select(MatchingKey.Letters).Where(w => w.Length > 0);

    private static List<string> Keys(SearchIndex index, string typed) => [.. index.Find(new(typed, Take: 1000)).Hits.Select(h => h.Item.Key)];

    private static SearchIndex Index(params (Quarter Quarter, SearchItem[] Items)[] editions) => new([.. editions.Select(e => new SearchedEdition(e.Quarter, 1, e.Items))]);

    private static SearchItem Risk(string key, string text) => new(SearchKind.Risk, key, key + " Something", text, "risks", []);
}
