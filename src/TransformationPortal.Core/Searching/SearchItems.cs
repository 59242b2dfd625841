using System.Globalization;
using TransformationPortal.Core.Costs;
using TransformationPortal.Core.Editions;
using TransformationPortal.Core.Ledgers;
using TransformationPortal.Core.Papers;
using TransformationPortal.Core.Periods;
using TransformationPortal.Core.Programmes;
using TransformationPortal.Core.Savings;
using TransformationPortal.Core.Views;

namespace TransformationPortal.Core.Searching;

/// <summary>What an edition holds that a reader can search for, as it stood when it was published.</summary>
internal static class SearchItems
{
    public static IEnumerable<SearchItem> Of(Edition edition) =>
    [
        .. Figures(edition), .. Projects(edition), .. Savings(edition), .. Costs(edition), .. Decisions(edition),
        .. Registers(edition), .. Texts(edition), .. Others(edition),
    ];

    private static IEnumerable<SearchItem> Figures(Edition edition) =>
        new KeyFigures(edition, DecisionBasis.AsItStands) is var figures
            ? figures.All.Concat(figures.Facts).Where(f => f.Figure.Amount is not null).Select(f => new SearchItem(
                SearchKind.Figure, f.Key, $"{f.Title}: {f.Figure.Text}", f.HowMade,
                FigureAddress.Of(f.Figure.Source).Text(isFixed: false), Amounts(f.Figure.Money)))
            : [];

    private static IEnumerable<SearchItem> Projects(Edition edition)
    {
        var spotlights = edition.Story.Spotlights.ToDictionary(s => s.Project, StringComparer.OrdinalIgnoreCase);
        foreach (var project in edition.Projects)
        {
            yield return new(
                SearchKind.Project, project.Code, $"{project.Code} {project.Name}",
                Lines(
                    [
                        project.Summary, project.AccountableOfficer, project.Workstream, project.Board, project.Directorate,
                        .. project.Ratings.Select(r => $"{r.Aspect}, {r.Rating.Rating}: {r.Rating.Reason}"),
                        .. (project.Actions ?? []).Select(a => Join(". ", a.Action, a.Owner)),
                    ]),
                "projects/" + Uri.EscapeDataString(project.Code), []);

            if (spotlights.TryGetValue(project.Code, out var spotlight))
            {
                yield return new(
                    SearchKind.Text, "spotlight " + project.Code, $"Spotlight on {project.Name}",
                    Lines([spotlight.Aim, spotlight.DoneSoFar, spotlight.Next, spotlight.PeopleInvolved, spotlight.AccountableOfficer]),
                    "spotlights/" + Uri.EscapeDataString(project.Code), Amounts(spotlight.ExpectedLow, spotlight.ExpectedHigh));
            }
        }
    }

    private static IEnumerable<SearchItem> Savings(Edition edition) => edition.SavingsLines.Select(line => new SearchItem(
        SearchKind.Saving, line.Ref, $"{line.Ref} {line.Title}",
        Lines([line.Project + " " + edition.FindProject(line.Project)?.Name, line.Workstream, line.Directorate, line.Activity, line.Source]),
        FigureAddress.Of(new Derivation.OfSavings(
            SavingsSlices.Of(SavingsKind.OriginalTarget, DecisionBasis.AsItStands).Where(SavingsDimension.Line, line.Ref))).Text(isFixed: false),
        Amounts([.. line.Amounts.Select(a => (Money?)a.Amount), .. SumsOf(line)])));

    // What a line's year comes to, and what it comes to over all years: what a table prints.
    private static IEnumerable<Money?> SumsOf(SavingsLine line) =>
    [
        .. line.Amounts.GroupBy(a => (a.Kind, a.Year)).Select(g => g.Select(a => a.Amount).SumOrNothing()),
        .. line.Amounts.GroupBy(a => a.Kind).Select(g => g.Select(a => a.Amount).SumOrNothing()),
    ];

    private static IEnumerable<SearchItem> Costs(Edition edition)
    {
        var areas = edition.CostAreas.ToDictionary(a => a.Code, a => a.Name, StringComparer.Ordinal);
        return edition.CostLines.Select(line => new SearchItem(
            SearchKind.Cost, line.Code, $"{line.Code} {line.Name}",
            Lines([areas.GetValueOrDefault(line.Area), line.Note, .. line.Amounts.Select(a => a.Note)]),
            FigureAddress.Of(new Derivation.OfCosts(
                CostSlices.Of(DecisionBasis.AsItStands, CostKind.Budget).Where(CostDimension.Line, line.Code))).Text(isFixed: false),
            Amounts(
            [
                .. line.Amounts.Select(a => (Money?)a.Amount),
                .. line.Amounts.GroupBy(a => a.Kind).Select(g => g.Select(a => a.Amount).SumOrNothing()),
            ])));
    }

    private static IEnumerable<SearchItem> Decisions(Edition edition)
    {
        var moves = edition.Reprofiles.ToLookup(r => r.Decision, StringComparer.Ordinal);
        return edition.Decisions.Select(decision => new SearchItem(
            SearchKind.Decision, decision.Ref, $"{decision.Ref} {decision.Title}",
            Lines(
                [
                    Join(", ", decision.Body, decision.Outcome.ToString(), decision.Due is { } due ? DateFormat.Long(due) : null),
                    decision.Note, decision.OutcomeNote, .. moves[decision.Ref].Select(m => Join(". ", m.Label, m.Note)),
                ]),
            "decisions#decision-" + Uri.EscapeDataString(decision.Ref), Amounts([.. moves[decision.Ref].Select(m => (Money?)m.Amount)])));
    }

    private static IEnumerable<SearchItem> Registers(Edition edition)
    {
        string Name(string code) => edition.FindProject(code)?.Name ?? "";

        foreach (var risk in edition.Risks)
        {
            yield return new(
                SearchKind.Risk, risk.Ref, $"{risk.Ref} {risk.Impact}",
                Lines([risk.Project is { } of ? $"{of} {Name(of)}" : null, risk.Controls, risk.FurtherAction]),
                risk.Project is { } project ? $"projects/{Uri.EscapeDataString(project)}#risks" : "risks", []);
        }

        foreach (var milestone in edition.Milestones)
        {
            yield return new(
                SearchKind.Milestone, $"{milestone.Project} {milestone.Title}", milestone.Title,
                Lines(
                    [
                        $"{milestone.Project} {Name(milestone.Project)}",
                        milestone.Actual is { } reached ? $"Reached on {DateFormat.Long(reached)}"
                            : $"Expected on {DateFormat.Long(milestone.Forecast ?? milestone.Baseline)}",
                    ]),
                $"projects/{Uri.EscapeDataString(milestone.Project)}#milestones", []);
        }

        foreach (var dependency in edition.Dependencies)
        {
            yield return new(
                SearchKind.Dependency, $"{dependency.Project} {dependency.Needs} {dependency.What}", dependency.What,
                Lines(
                    [
                        $"{dependency.Project} {Name(dependency.Project)} needs {dependency.Needs} {Name(dependency.Needs)}",
                        $"{dependency.Rating.Rating}: {dependency.Rating.Reason}",
                    ]),
                "dependencies", []);
        }

        foreach (var benefit in edition.Benefits)
        {
            yield return new(
                SearchKind.Benefit, $"{benefit.Project} {benefit.Text}", $"Benefit of {benefit.Project} {Name(benefit.Project)}", benefit.Text,
                $"projects/{Uri.EscapeDataString(benefit.Project)}#benefits", []);
        }
    }

    private static IEnumerable<SearchItem> Texts(Edition edition)
    {
        foreach (var item in edition.Story.Items)
        {
            yield return new(
                SearchKind.Text, string.Create(CultureInfo.InvariantCulture, $"{item.Kind} {item.Order}"), item.Kind == StoryKind.Achievement ? "Key achievement" : "Focus for next quarter",
                StoryText.Read(item.Text, DecisionBasis.AsItStands).Plain, "", []);
        }

        foreach (var (key, title) in AnnexWording.Sections(edition.Quarter.Year).Where(s => AnnexWording.Has(edition, s.Key)))
        {
            var number = 0;
            foreach (var paragraph in AnnexWording.Of(edition, DecisionBasis.AsItStands, key))
            {
                yield return new(
                    SearchKind.Text, string.Create(CultureInfo.InvariantCulture, $"{key} {++number}"), $"Financial position: {title}",
                    paragraph.Plain, "position#" + key, []);
            }
        }
    }

    private static IEnumerable<SearchItem> Others(Edition edition) =>
    [
        .. edition.Story.Measures.Select(m => new SearchItem(
            SearchKind.Measure, m.Label, $"{m.Label}: {m.Value.ToString("#,0.##", CultureInfo.InvariantCulture)}", Lines([m.Caption, m.Source]), "measures", [])),
        .. edition.Documents.Select(d => new SearchItem(
            SearchKind.Document, d.Key, d.Title, Lines([d.Kind, d.Note]), "documents#" + Uri.EscapeDataString(d.Key), [])),
        .. edition.Boards.Select(b => new SearchItem(
            SearchKind.Meeting, "board " + b.Name, b.Name, Lines([b.Role, b.ReportsTo is { } to ? $"Reports to {to}" : null]), "governance", [])),
        .. edition.Meetings.Select(m => new SearchItem(
            SearchKind.Meeting, string.Create(CultureInfo.InvariantCulture, $"{m.Body} {m.Date:yyyy-MM-dd} {m.Item}"), Join(", ", m.Body, m.Date is { } date ? DateFormat.Long(date) : "to be scheduled"),
            Lines([m.Item, m.Note]), "governance", [])),
    ];

    private static string Lines(IEnumerable<string?> parts) => string.Join('\n', parts.Where(p => !string.IsNullOrWhiteSpace(p)));

    private static string Join(string between, params IEnumerable<string?> parts) => string.Join(between, parts.Where(p => !string.IsNullOrWhiteSpace(p)));

    private static IReadOnlyList<decimal> Amounts(params IEnumerable<Money?> amounts) =>
        [.. amounts.OfType<Money>().Select(a => Math.Abs(a.Pounds)).Where(a => a != 0).Distinct().Order()];
}
