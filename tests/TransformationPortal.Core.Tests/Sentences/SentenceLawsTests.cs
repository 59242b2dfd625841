using System.Globalization;
using System.Text.RegularExpressions;
using TransformationPortal.Core.Editions;
using TransformationPortal.Core.Ledgers;
using TransformationPortal.Core.Papers;
using TransformationPortal.Core.Tests.Building;
using TransformationPortal.Core.Views;

namespace TransformationPortal.Core.Tests.Sentences;

/// <summary>A made sentence is true of its edition, whatever the edition holds: each is read back and held against the rows.</summary>
public sealed class SentenceLawsTests
{
    private static readonly DecisionBasis[] Bases = Enum.GetValues<DecisionBasis>();

    [Fact]
    public void EverySentence_OfEveryProgramme_IsTrue() => Law.Holds(EdgeProgrammes.Any, Read, cases: 250);

    [Fact]
    public void EverySentence_OfOrdinaryProgrammes_IsTrue() => Law.HoldsForEveryProgramme(Read, cases: 60);

    [Fact]
    public void EveryFigureInASentence_IsItsAmount_RoundedToNothingOnlyWhereItIsNothing() => Law.Holds(EdgeProgrammes.Any, programme =>
    {
        foreach (var basis in Bases)
        {
            foreach (var (figure, text) in QuarterlyReport.Compose(programme.Edition, basis).Blocks.OfType<AnnexBlock.Numbered>().SelectMany(n => n.Text.Figures))
            {
                Assert.True(Prints(figure, text), $"“{text}” for {figure.Amount}");
            }
        }
    });

    [Fact]
    public void ZeroInATable_IsThereOnlyWhereItsRowHasAmounts() => Law.Holds(EdgeProgrammes.Any, programme =>
    {
        foreach (var basis in Bases)
        {
            var costs = new ImplementationCosts(programme.Edition, basis);
            FigureTable[] tables =
            [
                .. new FinancialPosition(programme.Edition, basis).Tables, costs.Budget(), costs.PlannedAgainstActual(), costs.PlannedAgainstActualByLine(),
                .. new Charts(programme.Edition, basis).All.Select(c => c.Table).Where(t => t.Format != TableFormat.Counts),
            ];
            foreach (var row in tables.SelectMany(t => t.Rows).Where(r => r.Cells.All(c => c.Figure is null or { Amount: 0 }) && r.Cells.Any(c => c.Figure is not null)))
            {
                Assert.Contains(row.Cells.Select(c => c.Figure).OfType<Figure>(), f => IsRecorded(programme.Edition, f));
            }
        }
    });

    private static void Read(RandomProgramme programme)
    {
        var edition = programme.Edition;
        foreach (var basis in Bases)
        {
            var claims = new Claims(edition, basis);
            foreach (var sentence in MadeSentences.Of(edition, basis))
            {
                var untrue = claims.Untrue(sentence).ToList();
                Assert.True(untrue.Count == 0, $"{sentence}\n  {string.Join("\n  ", untrue)}");
            }
        }
    }

    private static bool IsRecorded(Edition edition, Figure figure) => figure.Source switch
    {
        Derivation.OfSavings(var slice) => edition.Savings.Sum(slice) is not null,
        Derivation.OfCosts(var slice) => edition.Costs.Sum(slice) is not null,
        _ => true,
    };

    private static bool Prints(Figure figure, string text)
    {
        if (figure.Amount is not { } amount)
        {
            return text == "nothing recorded";
        }

        if (figure.Unit == FigureUnit.Share)
        {
            return Regex.Match(text, "^(?<word>over |under )?(?<number>-?[0-9,]+)%$", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)) is { Success: true } match
                && decimal.Parse(match.Groups["number"].Value, NumberStyles.Number, CultureInfo.InvariantCulture) / 100 is var printed
                && match.Groups["word"].Value switch
                {
                    "over " => amount > printed,
                    "under " => amount < printed,
                    _ => Math.Abs(amount - printed) <= 0.005m && (amount == printed || printed is not (0 or 1)),
                };
        }

        return figure.Unit != FigureUnit.Pounds
            || (Claims.Pounds(text) is var pounds && (pounds != 0 || amount == 0)
                && Math.Abs(pounds - amount) <= (!text.EndsWith('m') ? 0.005m : text.Split('.')[1].Length == 2 ? 50_000m : 500m));
    }
}
