using BenchmarkDotNet.Attributes;
using TransformationPortal.Core.Composing;
using TransformationPortal.Core.Periods;
using TransformationPortal.Core.Searching;

namespace TransformationPortal.Benchmarks;

/// <summary>
/// What a search costs over twenty quarters of a programme of 5,000 projects and 20,000 savings lines. Every tenth thing
/// reads differently in each quarter, so that the index holds far more than one quarter does.
/// </summary>
[Config(typeof(ShortRunInProcess))]
[MemoryDiagnoser]
public class SearchBenchmarks
{
    private readonly List<SearchedEdition> editions = [];
    private SearchIndex index = null!;

    [GlobalSetup]
    public void Setup()
    {
        var edition = EditionComposer.Compose(SyntheticProgramme.Of(5_000, SyntheticProgramme.Lines), SyntheticProgramme.Quarter, 1);
        var items = SearchedEdition.Of(edition).Items;
        for (var i = 0; i < 20; i++)
        {
            var quarter = new Quarter(new FinancialYear(2000 + i / 4), i % 4 + 1);
            editions.Add(new(quarter, 1, [.. items.Select((item, n) => n % 10 == i % 10 ? item with { Text = $"{item.Text}\nAs told in {quarter}" } : item)]));
        }

        index = new SearchIndex(editions);
    }

    /// <summary>The index made anew, as after a quarter is published.</summary>
    [Benchmark]
    public SearchIndex Index() => new(editions);

    /// <summary>A word that a great many things hold.</summary>
    [Benchmark]
    public SearchHits CommonWord() => index.Find(new("saving"));

    [Benchmark]
    public SearchHits Code() => index.Find(new("S-00123"));

    [Benchmark]
    public SearchHits Amount() => index.Find(new("£2.3m"));

    /// <summary>A word that nothing holds: every word of the index is a candidate.</summary>
    [Benchmark]
    public SearchHits Misspelt() => index.Find(new("savnig project"));
}
