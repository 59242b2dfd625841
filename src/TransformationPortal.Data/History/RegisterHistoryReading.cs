using Microsoft.EntityFrameworkCore;
using TransformationPortal.Core.Editions;
using TransformationPortal.Core.Editions.AsAt;
using TransformationPortal.Core.Periods;
using TransformationPortal.Core.Programmes;
using TransformationPortal.Data.Entities;
using TransformationPortal.Data.Reading;

namespace TransformationPortal.Data.History;

/// <summary>Reads what was changed in the registers, with its two times, into the programme that editions are composed from.</summary>
internal static class RegisterHistoryReading
{
    /// <summary>The programme with its registers over time.</summary>
    /// <param name="state">The programme as it is now, without versions.</param>
    public static async Task<ProgrammeState> WithVersionsAsync(
        this ProgrammeState state, PortalDbContext context, RecordedRegisters registers, CancellationToken ct)
    {
        var told = await context.RegisterHistory.AsNoTracking().Where(h => h.RowKey != null || h.HoldsFrom != null).OrderBy(h => h.Id).ToListAsync(ct);

        // A preview adds what it would record, and saves nothing.
        told.AddRange(context.ChangeTracker.Entries<RegisterHistoryEntity>().Where(e => e.State == EntityState.Added && (e.Entity.RowKey ?? (object?)e.Entity.HoldsFrom) is not null).Select(e => e.Entity));
        List<LateFact> changes = [.. told.Select(h => Change(h, registers)).OfType<LateFact>(), .. await LateFactReading.ReadAsync(context, ct)];
        var stored = told.Where(h => h.RowKey is not null).ToList();
        if (stored.Count == 0)
        {
            return state with { Changes = changes };
        }

        var names = new FormerGroupingNames(state.Reorganisations);
        var facts = stored.Select(h => RegisterFact.Of(h, names)).ToLookup(f => f.Register, StringComparer.Ordinal);
        IReadOnlyList<RegisterFact> Of(DatedRegister register) => [.. facts[register.Name]];
        return state with
        {
            Versions =
            [
                .. registers.Dated.Where(r => facts.Contains(r.Name)).Select(r => r.Versions(state, Of(r), names)),
            ],
            RegisterWords = Words(registers, state.Milestones, state.Risks, state.Dependencies, facts, names),
            Changes = changes,
        };
    }

    /// <summary>What the registers were told of rows that reports speak of too.</summary>
    public static async Task<RegisterWords> WordsAsync(PortalDbContext context, RecordedRegisters registers, CancellationToken ct)
    {
        string[] reported = [registers.Milestones.Name, registers.Risks.Name, registers.Dependencies.Name];
        var stored = await context.RegisterHistory.AsNoTracking().Where(h => reported.Contains(h.Register) && h.RowKey != null).OrderBy(h => h.Id).ToListAsync(ct);
        if (stored.Count == 0)
        {
            return RegisterWords.None;
        }

        var names = new FormerGroupingNames([]);
        return Words(
            registers,
            await RegisterRows.MilestonesAsync(context, ct), await RegisterRows.RisksAsync(context, ct), await RegisterRows.DependenciesAsync(context, ct),
            stored.Select(h => RegisterFact.Of(h, names)).ToLookup(f => f.Register, StringComparer.Ordinal), names);
    }

    private static RegisterWords Words(
        RecordedRegisters registers, IReadOnlyList<Milestone> milestones, IReadOnlyList<Risk> risks, IReadOnlyList<Dependency> dependencies, ILookup<string, RegisterFact> facts, FormerGroupingNames names)
    {
        IReadOnlyList<RegisterFact> Of(DatedRegister register) => [.. facts[register.Name]];
        return new(
            registers.Milestones.Words(milestones, Of(registers.Milestones), names, m => m.Project),
            registers.Risks.Words(risks, Of(registers.Risks), names, r => r.Project),
            registers.Dependencies.Words(dependencies, Of(registers.Dependencies), names, d => d.Project));
    }

    private static LateFact? Change(RegisterHistoryEntity h, RecordedRegisters registers) =>
        registers.All.FirstOrDefault(d => d.Name == h.Register) is { } register
            ? new(
                register.Title, h.Row, WhatChanged(h, register), h.From, h.To, h.HoldsFrom, CouncilTime.DayOf(h.At))
            : null;

    private static string WhatChanged(RegisterHistoryEntity h, RecordedRegister register) =>
        h.Column is not null ? register.Headings.GetValueOrDefault(h.Column, h.Column)
        : h.RowKey?.Length == 0 ? "Order" : h.Action.ToString();
}
