using System.Text.RegularExpressions;
using TransformationPortal.Core.Consistency.Claims;
using TransformationPortal.Core.Editions;
using TransformationPortal.Core.Savings;
using TransformationPortal.Core.Views;

namespace TransformationPortal.Core.Consistency;

/// <summary>Savings that a sentence puts at a band short of delivered and tells as made in the same breath: “£4m at medium confidence has been banked”.</summary>
internal static partial class OnlyExpectedFindings
{
    public static IEnumerable<Finding> In(Edition edition, IEnumerable<ProseText> prose)
    {
        var cues = new BandCues(edition);
        foreach (var text in prose)
        {
            foreach (var sentence in Sentences.Of(text.Text).Select(s => s.Words).Where(s => !Doubtful().IsMatch(s) && !Assertion.IsAskedOrQuoted(s, 0)))
            {
                if (QuantityReader.In(sentence).Where(q => q.Unit == FigureUnit.Pounds).ToList() is not [var amount])
                {
                    continue;
                }

                var marks = cues.In(sentence, sentence.ToCharArray()).OrderBy(m => m.At).ToList();
                var expected = marks.Find(m => m.At > amount.At && m.Mark.Bands is Bands.High or Bands.Medium or Bands.Low);
                if (expected.Mark is { } band && marks.Exists(m => m.At > expected.At && m.Mark.Bands == Bands.Delivered && IsTold().IsMatch(sentence[expected.At..m.At])))
                {
                    var label = edition.Programme.Label(band.Bands.Each().Single());
                    yield return new(
                        FindingKind.TypedAmount, FindingSeverity.ToBeSigned,
                        $"{text.Name} tells of {amount.Text} as made and puts it at “{label}”; what stands there has yet to be {edition.Programme.Label(Confidence.Delivered).ToLower(Periods.DateFormat.Culture)}.",
                        text.Where, text.Name, "Say what is made, or at which confidence it is expected.") { Apart = new Money(amount.Value), Typed = amount.Text };
                }
            }
        }
    }

    [GeneratedRegex(@"\b(?:has|have|is|are|was|were)\s+(?:now\s+|already\s+|all\s+|fully\s+)*(?:been\s+)?$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex IsTold();

    [GeneratedRegex(@"\b(?:not|none|no|never|yet|until|once|when|if|unless|before|would|could|may|might|and|or|while|but)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Doubtful();
}
