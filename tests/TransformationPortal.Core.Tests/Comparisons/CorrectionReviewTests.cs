using System.Globalization;
using System.Text.Json.Nodes;
using TransformationPortal.Core.Comparisons;
using TransformationPortal.Core.Editions;
using TransformationPortal.Core.Tests.Building;

namespace TransformationPortal.Core.Tests.Comparisons;

/// <summary>What a correction changes: all of it, and under which words of its notice it goes out.</summary>
public sealed class CorrectionReviewTests
{
    private static readonly byte[] Golden = File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Editions", "schema-4.json"));

    [Theory]
    [InlineData("The milestone “Go live” of TP-02 Digital systems moved to 30 September.", false)]
    [InlineData("TP-02: the targets of the programme were wrong.", false)]
    [InlineData("Digital systems: summary, risks and annex.", false)]
    [InlineData("The target of S-02 is put right.", true)]
    [InlineData("The target of S-022 is put right.", false)]
    [InlineData("FEWER SYSTEMS saves more.", true)]
    public void Target_IsNamedByItsOwnLineOnly(string notice, bool isNamed)
    {
        var review = Review(e => Row(e, "savingsLines", "ref", "S-02")["amounts"]!.AsArray().First(a => (string)a!["kind"]! == "RevisedTarget")!["amount"] = 500_000);

        var target = Assert.Single(review.Changes, c => c.Group == "Figures");
        Assert.Equal("Savings targets (S-02 Fewer systems)", target.Sentence);
        Assert.Equal(isNamed, target.IsNamedIn(notice));
        Assert.Equal(!isNamed, review.ToConfirm(notice).Contains(target));
    }

    [Fact]
    public void Target_OfALineThatIsCalledAsItsProject_IsNotNamedByTheProject()
    {
        var review = Review(e => Row(e, "savingsLines", "ref", "S-06")["amounts"]!.AsArray()[0]!["amount"] = 1);

        Assert.NotEmpty(review.ToConfirm("Early help is rated otherwise."));
        Assert.Empty(review.ToConfirm("S-06 is put right."));
    }

    [Fact]
    public void Cause_OfSeveralLines_IsNamedWhereEachLineIs()
    {
        var review = Review(e =>
        {
            Row(e, "savingsLines", "ref", "S-02")["amounts"]![0]!["amount"] = 1;
            Row(e, "savingsLines", "ref", "S-05")["amounts"]![0]!["amount"] = 2;
        });

        Assert.Single(review.ToConfirm("S-02 is put right."));
        Assert.Empty(review.ToConfirm("S-02 and S-05 are put right."));
    }

    [Theory]
    [InlineData("£2.1 million was spent", false)]
    [InlineData("Training cost more", false)]
    [InlineData("Cost line 2.1 is put right", true)]
    public void Cost_IsNamedByItsLineAndNotByAnAmountOrAWord(string notice, bool isNamed) =>
        Assert.Equal(isNamed, Review(e => Row(e, "costLines", "code", "2.1")["amounts"]![0]!["amount"] = 3).ToConfirm(notice).Count == 0);

    [Theory]
    [InlineData("summary")]
    [InlineData("The project, its risks and the annex of the Test Programme")]
    [InlineData("Meetings, documents and other entries of the Sub-Committee")]
    public void CommonWords_NameNothing(string notice)
    {
        var review = Review(e =>
        {
            Row(e, "projects", "code", "TP-02")["summary"] = "Replaces more";
            Row(e, "risks", "ref", "R10")["controls"] = "Watched each day";
            e["meetings"]![1]!["item"] = "Another item";
            e["documents"]![0]!["note"] = "Why";
            e["programme"]!["objective"] = "Another";
        });

        Assert.Equal(5, review.Changes.Count);
        Assert.Equal(5, review.ToConfirm(notice).Count);
        Assert.Equal(3, review.ToConfirm("TP-02 and R10").Count);
    }

    [Fact]
    public void EverythingThatDiffers_IsListedWhateverElseDiffers()
    {
        var review = Review(e =>
        {
            var (first, second) = (Row(e, "risks", "ref", "R9"), Row(e, "risks", "ref", "R10"));
            first["residualRating"] = "High";
            second["isCritical"] = false;
            Row(e, "projects", "code", "TP-01")["start"] = "2019-02-04";
        });

        Assert.Equal(
            ["Projects: TP-01, start, from 1 February 2019 to 4 February 2019", "Risks: R9, residual rating, from Low to High", "Risks: R10, critical, from yes to no"],
            review.Changes.Select(c => $"{c.Group}: {c.Sentence}, from {c.Before} to {c.After}"));
    }

    [Fact]
    public void Changes_OfTheQuarterAlone_AreItsWordsAndTheMonthsOfItsReports()
    {
        var review = Review(e =>
        {
            Row(e, "risks", "ref", "R10")["controls"] = "Watched each day";
            e["meetings"]![1]!["item"] = "Another item";
            e["story"]!["items"]![0]!["text"] = "Another text";
            Row(e, "projects", "code", "TP-01")["ratedFor"] = "2019-05";
        });

        Assert.Equal(["Meetings", "Risks"], review.Changes.Where(c => !c.IsOfItsQuarter).Select(c => c.Group).Order(StringComparer.Ordinal));
        Assert.Equal(2, review.Changes.Count(c => c.IsOfItsQuarter));
    }

    [Fact]
    public void AnyMemberThatIsChangedOrTakenOut_IsListed()
    {
        var (tried, missed) = (0, new List<string>());
        var golden = EditionJson.Read(Golden);
        foreach (var (path, mutated) in Mutations())
        {
            tried++;
            var review = new CorrectionReview(golden, mutated);
            if (review.IsNone || !review.Changes.Any(c => Names(c, path)))
            {
                missed.Add($"{path}: {string.Join(" | ", review.Changes.Select(c => c.Sentence))}");
            }
        }

        Assert.True(tried > 500, $"Only {tried} members could be changed.");
        Assert.Empty(missed);
    }

    [Fact]
    public void AnyTwoEditions_AreToldApartToTheLastValue() => Law.HoldsForEveryPair((one, other) =>
    {
        var (before, after) = (one.Edition, other.Edition);
        var changes = new CorrectionReview(before, after).Changes;
        var (was, now) = (Rows(before), Rows(after));

        foreach (var row in was.Keys.Union(now.Keys).Where(r => !JsonNode.DeepEquals(was.GetValueOrDefault(r), now.GetValueOrDefault(r))))
        {
            Assert.Contains(changes, c => $"{c.Sentence} {string.Join(' ', c.Names.SelectMany(n => n))}".Contains(row.Code, StringComparison.Ordinal));
        }

        Assert.Empty(new CorrectionReview(after, other.State.Compose()).Changes);
        Assert.Equal(changes.Count, changes.DistinctBy(c => c.Key).Count());
    }, cases: 40);

    // Each list by its codes; amounts of one line that add up to the same sums are told apart by the row.
    private static Dictionary<(string List, string Code), JsonNode> Rows(Edition edition) => JsonNode.Parse(EditionJson.Write(edition))!.AsObject()
        .Where(m => m.Key is "savingsLines" or "projects" or "decisions" or "costLines" or "risks")
        .SelectMany(m => m.Value!.AsArray().Select(r => (Key: (m.Key, (string)(r!["ref"] ?? r["code"])!), Row: r)))
        .ToDictionary(r => r.Key, r => r.Row);

    private static bool Apart(string path) => new[] { "/schemaVersion", "/quarter", "/asAt", "/number", "/notice", "/reconciliationNotes", "/recordedLater", "/story/quarter" }
        .Any(p => path == p || path.StartsWith(p + "/", StringComparison.Ordinal));

    // The row that a path leads to has a code or a name, which stands in the sentence or in what a notice may call it by.
    private static bool Names(ReviewedChange change, string path)
    {
        var steps = path.Split('/');
        if (steps.Length < 3 || !int.TryParse(steps[steps[1] == "story" ? 3 : 2], CultureInfo.InvariantCulture, out var index))
        {
            return true;
        }

        var rows = (steps[1] == "story" ? JsonNode.Parse(Golden)!["story"]![steps[2]] : JsonNode.Parse(Golden)![steps[1]])!.AsArray();
        var row = rows[index]!.AsObject();
        var said = $"{change.Sentence} {change.Before} {change.After} {string.Join(' ', change.Names.SelectMany(n => n))}";
        return row.Where(p => p.Key is "ref" or "code" or "name" or "key" or "title" or "project" or "line" or "from" or "body" or "source" or "section" or "label" or "kind")
            .Any(p => said.Contains(p.Value!.ToString(), StringComparison.Ordinal));
    }

    // Every value in turn becomes another one that its member can hold, and every member is left out where it can be.
    private static IEnumerable<(string Path, Edition Edition)> Mutations()
    {
        foreach (var path in Paths(JsonNode.Parse(Golden)!, "").Where(p => !Apart(p)))
        {
            if (Changed(e => Parent(e, path).Remove()) is { } without)
            {
                yield return (path, without);
            }

            if (Others(At(JsonNode.Parse(Golden)!, path)).Select(value => Changed(e => Parent(e, path).Set(value.DeepClone()))).FirstOrDefault(e => e is not null) is { } other)
            {
                yield return (path, other);
            }
        }
    }

    private static Edition? Changed(Action<JsonObject> change)
    {
        var edition = JsonNode.Parse(Golden)!.AsObject();
        change(edition);
        return Read(edition);
    }

    private static IEnumerable<JsonNode> Others(JsonNode node) => node switch
    {
        JsonValue value when value.TryGetValue<bool>(out var yes) => [JsonValue.Create(!yes)],
        JsonValue value when value.TryGetValue<decimal>(out var number) => [JsonValue.Create(number + 1)],
        JsonValue value when DateOnly.TryParseExact(value.ToString(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _) => ["2017-01-02"],
        JsonValue => ["Another", "2016/17", "2016-05", "09:30", "Red", "Amber", "Low", "Medium", "Complete", "Stopped", "Refused", "Agreed", "Merged", "Scrutiny",
            "Confirmed", "ToBeIdentified", "Position", "OriginalTarget", "Actual", "Budget", "Scope", "Cost", "Focus", "Achievement", "Board", "Source"],
        _ => [],
    };

    private static IEnumerable<string> Paths(JsonNode node, string path) => node switch
    {
        JsonObject some => some.SelectMany(p => Paths(p.Value!, $"{path}/{p.Key}").Prepend($"{path}/{p.Key}")),
        JsonArray rows => rows.SelectMany((r, i) => Paths(r!, $"{path}/{i}").Prepend($"{path}/{i}")),
        _ => [],
    };

    private static JsonNode At(JsonNode node, string path) => path.Split('/').Skip(1).Aggregate(node, (n, step) => n is JsonArray rows ? rows[Index(step)]! : n[step]!);

    private static int Index(string step) => int.Parse(step, CultureInfo.InvariantCulture);

    private static (Action Remove, Action<JsonNode> Set) Parent(JsonObject edition, string path)
    {
        var (parent, last) = (At(edition, path[..path.LastIndexOf('/')] is { Length: > 0 } up ? up : ""), path[(path.LastIndexOf('/') + 1)..]);
        return parent is JsonArray rows ? (() => rows.RemoveAt(Index(last)), v => rows[Index(last)] = v) : (() => parent.AsObject().Remove(last), v => parent[last] = v);
    }

    // Only what an edition can be, and only where it is written otherwise.
    private static Edition? Read(JsonObject edition)
    {
        try
        {
            var read = EditionJson.Read(System.Text.Encoding.UTF8.GetBytes(edition.ToJsonString()));
            return EditionJson.Write(read).AsSpan().SequenceEqual(Golden) ? null : read;
        }
        catch (EditionUnreadableException)
        {
            return null;
        }
    }

    private static CorrectionReview Review(Action<JsonObject> change) =>
        new(EditionJson.Read(Golden), Changed(change) ?? throw new InvalidOperationException("Nothing was changed."));

    private static JsonObject Row(JsonObject edition, string list, string key, string value) =>
        edition[list]!.AsArray().Single(r => (string?)r![key] == value)!.AsObject();
}
