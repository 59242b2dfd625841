using TransformationPortal.Data;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using TransformationPortal.Core.Reports;
using TransformationPortal.Data.Entities;
using TransformationPortal.Data.History;
using TransformationPortal.Registers.Present;
using TransformationPortal.Registers.Definitions;

namespace TransformationPortal.Registers.Update;

/// <summary>An upload that was applied, or the taking back of one.</summary>
/// <param name="Key">Its name in addresses.</param>
/// <param name="At">UTC.</param>
/// <param name="HoldsFrom">From when what it changed holds.</param>
/// <param name="IsFirst">Whether there was no programme before it.</param>
public sealed record AppliedUpload(string Key, string FileName, Person By, DateTime At, HoldsFrom HoldsFrom, bool IsFirst, IReadOnlyList<RegisterCount> Counts)
{
    /// <summary>Whether it took back another.</summary>
    public bool IsTakingBack { get; init; }

    /// <summary>Who took it back and when (UTC), where somebody did and that stands.</summary>
    public (Person By, DateTime At)? TakenBack { get; init; }
}

/// <summary>What taking an upload back would do.</summary>
/// <param name="Later">The changes that rest on it, which stand in the way.</param>
/// <param name="Update">What would change, or what else stands in the way.</param>
public sealed record TakingBackPreview(AppliedUpload Upload, IReadOnlyList<LaterChange> Later, UpdatePreview Update)
{
    public bool IsRefused => Upload.IsFirst || Upload.TakenBack is not null || Later.Count > 0 || Update.Problems.Count > 0;
}

/// <summary>The uploads that were applied: what each changed, how all was before it, and how it is taken back as a whole.</summary>
public sealed class AppliedUploads(PortalDbContext context, ProgrammeUpdate update, PresentProgrammeReader present)
{
    /// <summary>The latest first.</summary>
    public async Task<IReadOnlyList<AppliedUpload>> ListAsync(CancellationToken ct)
    {
        var rows = await context.AppliedUploads.AsNoTracking().OrderByDescending(u => u.Id)
            .Select(u => new { u.Id, u.Key, u.FileName, u.By, u.At, u.HoldsFrom, u.IsFirst, u.Counts, u.TakesBackId }).ToListAsync(ct);

        // From the latest back: one that was itself taken back takes nothing back any more.
        var takenBack = new Dictionary<int, (Person By, DateTime At)>();
        foreach (var row in rows.Where(r => r.TakesBackId is not null && !takenBack.ContainsKey(r.Id)))
        {
            takenBack.TryAdd(row.TakesBackId!.Value, (row.By, row.At));
        }

        return
        [
            .. rows.Select(r => new AppliedUpload(r.Key, r.FileName, r.By, r.At, new(r.HoldsFrom), r.IsFirst, JsonSerializer.Deserialize<List<RegisterCount>>(r.Counts)!)
            {
                IsTakingBack = r.TakesBackId is not null, TakenBack = takenBack.TryGetValue(r.Id, out var by) ? by : null,
            }),
        ];
    }

    /// <summary>The registers as they were before an upload, with their seal; nothing where there is no such upload, or no programme was there.</summary>
    public async Task<PresentProgramme?> BeforeAsync(string key, CancellationToken ct) =>
        await context.AppliedUploads.AsNoTracking().Where(u => u.Key == key && !u.IsFirst).Select(u => u.Before).SingleOrDefaultAsync(ct) is { } packed
            ? PresentProgramme.Of(PackedJson.Read<List<RegisterTable>>(packed)) : null;

    /// <returns>Nothing where there is no such upload.</returns>
    public async Task<TakingBackPreview?> PreviewAsync(string key, CancellationToken ct)
    {
        if ((await ListAsync(ct)).FirstOrDefault(u => u.Key == key) is not { } upload)
        {
            return null;
        }

        if (upload.IsFirst || upload.TakenBack is not null)
        {
            return new(upload, [], new([], UpdatePlan.NoChanges, [], (await present.ReadAsync(ct)).Seal));
        }

        var (request, later) = await RequestAsync(key, ct);
        var preview = await update.PreviewAsync(request, ct);
        return new(upload, later, preview);
    }

    /// <summary>Takes an upload back: all of it, recorded now and holding from when the upload did, or nothing.</summary>
    /// <param name="seal">The state of the programme that the preview was held against.</param>
    public async Task<UpdateOutcome> TakeBackAsync(string key, string seal, Person by, CancellationToken ct)
    {
        if (await PreviewAsync(key, ct) is not { } preview || preview.IsRefused)
        {
            return UpdateOutcome.Refused;
        }

        var (request, later) = await RequestAsync(key, ct);
        var applied = new AppliedAs(RandomNumberGenerator.GetHexString(32, lowercase: true), preview.Upload.FileName, key);
        return later.Count > 0 ? UpdateOutcome.Refused
            : (await update.ApplyOrExplainAsync(request with { As = applied }, seal, by, applied.With, ct)).Outcome;
    }

    private async Task<(UpdateRequest Request, IReadOnlyList<LaterChange> Later)> RequestAsync(string key, CancellationToken ct)
    {
        var upload = await context.AppliedUploads.AsNoTracking().SingleAsync(u => u.Key == key, ct);
        var now = (await present.ReadAsync(ct)).Tables;
        var content = PackedJson.Read<AppliedContent>(upload.After);

        // What has a column more since then has it as it is now.
        var after = LaterColumns.Filled(now, content.Tables);
        var back = TakingBack.Of(LaterColumns.Filled(now, PackedJson.Read<List<RegisterTable>>(upload.Before)), after, now);
        var left = await context.RegisterHistory.AsNoTracking().Where(h => h.At == upload.At && h.With == upload.With).Select(h => h.Id).ToListAsync(ct);
        var (first, last) = (left.Count == 0 ? int.MaxValue : left.Min(), left.Count == 0 ? int.MaxValue : left.Max());
        var since = await context.RegisterHistory.AsNoTracking().Where(h => h.Id > last).OrderBy(h => h.Id).ToListAsync(ct);
        var anew = new List<RegisterChange>();
        var later = back.Later.Select(l => l with
        {
            Entry = since.FindLast(h => h.Register == l.Register.Name && (l.Kind == LaterChangeKind.Order || h.Row == l.Row) && (l.Column is null || h.Column == l.Column.Name)),
        }).ToList();
        foreach (var cell in content.Past)
        {
            if (await SaidBeforeAsync(cell, upload.HoldsFrom, first, ct) is { } said)
            {
                anew.Add(said);
            }
        }

        return (new(back.Tables, new HoldsFrom(upload.HoldsFrom)) { Restores = true, SaidAnew = anew }, later);
    }

    // What a cell said on a day that a later one had overtaken, before the upload said otherwise.
    private async Task<RegisterChange?> SaidBeforeAsync(PastCell cell, DateOnly? from, int before, CancellationToken ct)
    {
        if (AllRegisters.FindKept(cell.Register) is not { } register || register.Columns.FirstOrDefault(c => c.Name == cell.Column) is not { } column)
        {
            return null;
        }

        var key = RowKeys.Recorded(register, cell.Key);
        var facts = await context.RegisterHistory.AsNoTracking().Where(h => h.Register == register.Name && h.RowKey == key && h.Column == column.Name && h.Id < before)
            .OrderBy(h => h.Id).Select(h => new { h.HoldsFrom, h.From, h.To }).ToListAsync(ct);
        var day = from ?? DateOnly.MinValue;
        var said = facts.Where(f => (f.HoldsFrom ?? DateOnly.MinValue) <= day).OrderBy(f => f.HoldsFrom ?? DateOnly.MinValue).LastOrDefault() is { } inForce ? inForce.To
            : facts.FirstOrDefault()?.From;
        return new(register, [new(RowChangeKind.Changed, cell.Key, cell.Row, [new(column, cell.Asked, said ?? "")], null)], false);
    }
}
