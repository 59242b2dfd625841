using Microsoft.EntityFrameworkCore;
using TransformationPortal.Core.Consistency;
using TransformationPortal.Core.Narrative;
using TransformationPortal.Core.Periods;
using TransformationPortal.Core.Programmes;
using TransformationPortal.Core.Reports;
using TransformationPortal.Data.Editions;
using TransformationPortal.Data.Entities;
using TransformationPortal.Data.Reading;
using TransformationPortal.Data.Reports;

namespace TransformationPortal.Data.Quarters;

/// <summary>
/// What the PMO writes about a quarter. A part is saved as a whole, in one transaction, by who has seen its latest revision.
/// Whether its words are right (figures, links, lengths) is asked before it comes here.
/// </summary>
public sealed class QuarterStore(PortalDbContext context, ProgrammeStateReader programme, CouncilClock clock)
{
    /// <exception cref="ProgrammeMissingException">There is no programme yet.</exception>
    public async Task<QuarterTexts> ReadAsync(Quarter quarter, CancellationToken ct)
    {
        var parts = await context.QuarterParts.AsNoTracking().Where(p => p.Quarter == quarter)
            .ToDictionaryAsync(p => p.Part, p => new PartVersion(p.Revision, p.ChangedBy, p.ChangedAt), ct);
        return new(quarter, await programme.ReadAsync(ct), parts);
    }

    /// <summary>Replaces the achievements or the focus of a quarter; their order is that of the list.</summary>
    public Task<PartOutcome> SaveItemsAsync(Quarter quarter, StoryKind kind, int revision, Person by, IReadOnlyList<(string Text, string? Link)> items, CancellationToken ct) =>
        SaveAsync(quarter, QuarterParts.Of(kind), revision, by, async token =>
        {
            await context.QuarterTexts.Where(t => t.Quarter == quarter && t.Kind == kind).ExecuteDeleteAsync(token);
            context.AddRange(items.Select((item, i) => new QuarterTextEntity { Quarter = quarter, Kind = kind, Order = i + 1, Text = item.Text, Link = item.Link }));
        }, ct);

    public Task<PartOutcome> SaveMeasuresAsync(Quarter quarter, int revision, Person by, IReadOnlyList<Measure> measures, CancellationToken ct) =>
        SaveAsync(quarter, QuarterParts.Measures, revision, by, async token =>
        {
            var documents = await context.Documents.ToDictionaryAsync(d => d.Key, token);
            await context.Measures.Where(m => m.Quarter == quarter).ExecuteDeleteAsync(token);
            context.AddRange(measures.Select((m, i) => new MeasureEntity
            {
                Quarter = quarter, Label = m.Label, Value = m.Value, Caption = m.Caption, Source = m.Source, LinkText = m.LinkText,
                Document = m.Document is { } key ? documents[key] : null, DisplayOrder = i + 1,
            }));
        }, ct);

    /// <summary>Puts a project in the spotlight, or changes what is said of it there.</summary>
    public Task<PartOutcome> SaveSpotlightAsync(Quarter quarter, int revision, Person by, Spotlight spotlight, CancellationToken ct) =>
        SaveAsync(quarter, QuarterParts.Spotlight(spotlight.Project), revision, by, async token =>
        {
            var project = await context.Projects.SingleAsync(p => p.Code == spotlight.Project, token);
            await context.Spotlights.Where(s => s.Quarter == quarter && s.ProjectId == project.Id).ExecuteDeleteAsync(token);
            context.Add(new SpotlightEntity
            {
                Quarter = quarter, Project = project, AccountableOfficer = spotlight.AccountableOfficer, PeopleInvolved = spotlight.PeopleInvolved,
                ExpectedLow = spotlight.ExpectedLow, ExpectedHigh = spotlight.ExpectedHigh, Aim = spotlight.Aim, DoneSoFar = spotlight.DoneSoFar, Next = spotlight.Next,
            });
        }, ct);

    /// <summary>Takes a project out of the spotlight.</summary>
    public Task<PartOutcome> RemoveSpotlightAsync(Quarter quarter, int revision, Person by, string project, CancellationToken ct) =>
        SaveAsync(quarter, QuarterParts.Spotlight(project), revision, by,
            token => context.Spotlights.Where(s => s.Quarter == quarter && s.Project.Code == project).ExecuteDeleteAsync(token), ct);

    /// <summary>Words a section of the financial annex; without paragraphs the default stands again.</summary>
    public Task<PartOutcome> SaveAnnexAsync(Quarter quarter, string section, int revision, Person by, IReadOnlyList<string> paragraphs, CancellationToken ct) =>
        SaveAsync(quarter, QuarterParts.Annex(section), revision, by, async token =>
        {
            await context.AnnexParagraphs.Where(p => p.Quarter == quarter && p.Section == section).ExecuteDeleteAsync(token);
            context.AddRange(paragraphs.Select((text, i) => new AnnexParagraphEntity { Quarter = quarter, Section = section, Order = i + 1, Text = text }));
        }, ct);

    /// <summary>Replaces the documents that readers are pointed to, in every quarter that is yet to be published. One that a text points to stays.</summary>
    public async Task<PartOutcome> SaveDocumentsAsync(Quarter quarter, int revision, Person by, IReadOnlyList<DocumentReference> documents, CancellationToken ct)
    {
        var kept = documents.Select(d => d.Key).ToHashSet(StringComparer.Ordinal);
        var used = await context.Measures.AsNoTracking().Where(m => m.Document != null).Select(m => m.Document!.Key)
            .Concat(context.QuarterTexts.AsNoTracking().Where(t => t.Link != null && t.Link.StartsWith("document:")).Select(t => t.Link!.Substring("document:".Length)))
            .Distinct().ToListAsync(ct);
        if (used.Find(key => !kept.Contains(key)) is { } missing)
        {
            return new PartOutcome.Refused($"“{missing}” is pointed to by a measure or a text, so it cannot be taken away. Change what points to it first.");
        }

        return await SaveAsync(quarter, QuarterParts.Documents, revision, by, async token =>
        {
            await context.Documents.Where(d => !kept.Contains(d.Key)).ExecuteDeleteAsync(token);
            foreach (var document in documents)
            {
                var changed = await context.Documents.Where(d => d.Key == document.Key).ExecuteUpdateAsync(
                    u => u.SetProperty(d => d.Title, document.Title).SetProperty(d => d.Kind, document.Kind).SetProperty(d => d.Note, document.Note), token);
                if (changed == 0)
                {
                    context.Add(new DocumentEntity { Key = document.Key, Title = document.Title, Kind = document.Kind, Note = document.Note });
                }
            }
        }, ct);
    }

    /// <summary>Writes the source of a figure that is not the portal's right after it, in the text in which it stands.</summary>
    /// <param name="text">The text as it was read.</param>
    /// <param name="amount">As it stands in the text.</param>
    public async Task<PartOutcome> MarkSourceAsync(Quarter quarter, ProseText text, string amount, string source, Person by, CancellationToken ct)
    {
        var texts = await ReadAsync(quarter, ct);
        var isThere = ProseText.Of(texts.State, quarter).Contains(text);
        if (!isThere || SourceNotes.Mark(text.Text, amount, source) is not { } marked)
        {
            return new PartOutcome.Refused($"“{amount}” does not stand in {text.Name} as it did. Nothing was changed.");
        }

        string Marked(string words) => words == text.Text ? marked : words;
        switch (text.Place)
        {
            case ProsePlace.Achievement or ProsePlace.Focus:
                var kind = text.Place == ProsePlace.Achievement ? StoryKind.Achievement : StoryKind.Focus;
                return await SaveItemsAsync(
                    quarter, kind, texts.Version(QuarterParts.Of(kind)).Revision, by, [.. texts.Story.Items.Where(i => i.Kind == kind).Select(i => (Marked(i.Text), i.Link))], ct);
            case ProsePlace.Spotlight:
                var spotlight = texts.Story.Spotlights.First(s => s.Project == text.Project);
                return await SaveSpotlightAsync(
                    quarter, texts.Version(QuarterParts.Spotlight(spotlight.Project)).Revision, by,
                    spotlight with { Aim = Marked(spotlight.Aim), DoneSoFar = Marked(spotlight.DoneSoFar), Next = Marked(spotlight.Next) }, ct);
            case ProsePlace.Annex when texts.State.AnnexEdits.FirstOrDefault(e => e.Quarter == quarter && e.Paragraphs.Contains(text.Text)) is { } edit:
                return await SaveAnnexAsync(quarter, edit.Section, texts.Version(QuarterParts.Annex(edit.Section)).Revision, by, [.. edit.Paragraphs.Select(Marked)], ct);
            default:
                return new PartOutcome.Refused($"{text.Name} cannot hold a footnote. A measure has a source of its own.");
        }
    }

    /// <summary>Signs for a disagreement: it stands, and readers are told why. What was signed for it before is replaced.</summary>
    /// <param name="words">As <see cref="SigningRules.Problem"/> lets them pass.</param>
    public Task SignAsync(Quarter quarter, Finding finding, string words, Person by, CancellationToken ct)
    {
        var at = clock.Now;
        var key = finding.Key;
        return context.WriteAsync(
            async token =>
            {
                await context.ReconciliationNotes.Where(n => n.Quarter == quarter && n.Finding == key).ExecuteDeleteAsync(token);
                context.Add(new ReconciliationNoteEntity
                {
                    Quarter = quarter, Finding = key, Disagreement = finding.Disagreement, Words = words, SignedBy = by, SignedAt = at,
                    Apart = finding.Apart, Covers = string.Join(' ', finding.Covers),
                });
                await context.SaveChangesAsync(token);
            },
            token => context.ReconciliationNotes.AnyAsync(n => n.Quarter == quarter && n.Finding == key && n.SignedAt == at, token),
            ct);
    }

    /// <summary>Signs for finance beside the one who signed.</summary>
    /// <param name="signedAt">When the note was signed that was read, UTC.</param>
    /// <returns>What stands against it, in one sentence; nothing where it is signed.</returns>
    public async Task<string?> SignForFinanceAsync(Quarter quarter, string finding, DateTime signedAt, Person by, CancellationToken ct)
    {
        var note = await context.ReconciliationNotes.AsNoTracking().SingleOrDefaultAsync(n => n.Quarter == quarter && n.Finding == finding, ct);
        if (note is null || note.SignedAt != signedAt || note.FinanceBy is not null)
        {
            return "That note is not as you read it any more: it was changed, taken back or signed for meanwhile. Nothing was signed.";
        }

        if (string.Equals(note.SignedBy.UserName, by.UserName, StringComparison.OrdinalIgnoreCase))
        {
            return "You signed for this yourself. Somebody else signs for finance.";
        }

        var at = clock.Now;
        var signed = await context.ReconciliationNotes.Where(n => n.Quarter == quarter && n.Finding == finding && n.SignedAt == signedAt && n.FinanceBy == null)
            .ExecuteUpdateAsync(u => u.SetProperty(n => n.FinanceBy, by).SetProperty(n => n.FinanceAt, at), ct);
        return signed == 1 ? null : "That note was changed at the same moment. Nothing was signed.";
    }

    /// <summary>Takes a signature back, and with it that of finance.</summary>
    public Task WithdrawAsync(Quarter quarter, string finding, CancellationToken ct) =>
        context.ReconciliationNotes.Where(n => n.Quarter == quarter && n.Finding == finding).ExecuteDeleteAsync(ct);

    /// <summary>Every note of quarters that are signed for, the newest quarter first.</summary>
    public async Task<IReadOnlyList<ReconciliationNoteEntity>> NotesAsync(CancellationToken ct) =>
        [.. (await context.ReconciliationNotes.AsNoTracking().ToListAsync(ct)).OrderByDescending(n => n.Quarter).ThenBy(n => n.SignedAt)];

    private async Task<PartOutcome> SaveAsync(Quarter quarter, string part, int seen, Person by, Func<CancellationToken, Task> write, CancellationToken ct)
    {
        var at = clock.Now;
        var isSaved = false;
        try
        {
            await context.WriteAsync(
                async token =>
                {
                    isSaved = false;
                    var row = await context.QuarterParts.SingleOrDefaultAsync(p => p.Quarter == quarter && p.Part == part, token);
                    if ((row?.Revision ?? 0) != seen)
                    {
                        return;
                    }

                    if (row is null)
                    {
                        row = new() { Quarter = quarter, Part = part, ChangedBy = by, ChangedAt = at };
                        context.Add(row);
                    }

                    (row.Revision, row.ChangedBy, row.ChangedAt) = (seen + 1, by, at);
                    await write(token);
                    await context.SaveChangesAsync(token);
                    isSaved = true;
                },
                token => context.QuarterParts.AnyAsync(p => p.Quarter == quarter && p.Part == part && p.Revision == seen + 1 && p.ChangedAt == at, token),
                ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            isSaved = false;
        }
        catch (DbUpdateException e) when (seen == 0 && UniqueKeyViolation.Caused(e))
        {
            isSaved = false;
        }

        return isSaved ? new PartOutcome.Saved() : new PartOutcome.Conflicted(
            await context.QuarterParts.AsNoTracking().Where(p => p.Quarter == quarter && p.Part == part).Select(p => new PartVersion(p.Revision, p.ChangedBy, p.ChangedAt)).FirstOrDefaultAsync(ct)
                ?? PartVersion.None);
    }
}
