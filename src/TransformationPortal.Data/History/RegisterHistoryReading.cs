using Microsoft.EntityFrameworkCore;
using TransformationPortal.Core.Editions;
using TransformationPortal.Core.Editions.AsAt;
using TransformationPortal.Core.Periods;
using TransformationPortal.Core.Programmes;
using TransformationPortal.Data.Entities;
using TransformationPortal.Data.Import;
using TransformationPortal.Data.Import.Registers;
using TransformationPortal.Data.Reading;

namespace TransformationPortal.Data.History;

/// <summary>Reads what was changed in the registers, with its two times, into the programme that editions are composed from.</summary>
internal static class RegisterHistoryReading
{
    /// <summary>The programme with its registers over time.</summary>
    /// <param name="state">The programme as it is now, without versions.</param>
    public static async Task<ProgrammeState> WithVersionsAsync(this ProgrammeState state, PortalDbContext context, CancellationToken ct)
    {
        var told = await context.RegisterHistory.AsNoTracking().Where(h => h.RowKey != null || h.HoldsFrom != null).OrderBy(h => h.Id).ToListAsync(ct);

        // A preview adds what it would record, and saves nothing.
        told.AddRange(context.ChangeTracker.Entries<RegisterHistoryEntity>().Where(e => e.State == EntityState.Added && (e.Entity.RowKey ?? (object?)e.Entity.HoldsFrom) is not null).Select(e => e.Entity));
        List<LateFact> changes = [.. told.Select(Change).OfType<LateFact>(), .. await LateFactReading.ReadAsync(context, ct)];
        var stored = told.Where(h => h.RowKey is not null).ToList();
        if (stored.Count == 0)
        {
            return state with { Changes = changes };
        }

        var names = new FormerGroupingNames(state.Reorganisations);
        var facts = stored.Select(h => RegisterFact.Of(h, names)).ToLookup(f => f.Register, StringComparer.Ordinal);
        IReadOnlyList<RegisterFact> Of(DatedRegister register) => [.. facts[register.Register.Name]];
        return state with
        {
            Versions =
            [
                .. DatedRegisters.InOrder.Where(r => facts.Contains(r.Register.Name)).Select(r => r.Versions(state, Of(r), names)),
            ],
            RegisterWords = Words(state.Milestones, state.Risks, state.Dependencies, facts, names),
            Changes = changes,
        };
    }

    /// <summary>What the registers were told of rows that reports speak of too.</summary>
    public static async Task<RegisterWords> WordsAsync(PortalDbContext context, CancellationToken ct)
    {
        string[] registers = [DatedRegisters.Milestones.Register.Name, DatedRegisters.Risks.Register.Name, DatedRegisters.Dependencies.Register.Name];
        var stored = await context.RegisterHistory.AsNoTracking().Where(h => registers.Contains(h.Register) && h.RowKey != null).OrderBy(h => h.Id).ToListAsync(ct);
        if (stored.Count == 0)
        {
            return RegisterWords.None;
        }

        var names = new FormerGroupingNames([]);
        return Words(
            await RegisterRows.MilestonesAsync(context, ct), await RegisterRows.RisksAsync(context, ct), await RegisterRows.DependenciesAsync(context, ct),
            stored.Select(h => RegisterFact.Of(h, names)).ToLookup(f => f.Register, StringComparer.Ordinal), names);
    }

    private static RegisterWords Words(
        IReadOnlyList<Milestone> milestones, IReadOnlyList<Risk> risks, IReadOnlyList<Dependency> dependencies, ILookup<string, RegisterFact> facts, FormerGroupingNames names)
    {
        IReadOnlyList<RegisterFact> Of(DatedRegister register) => [.. facts[register.Register.Name]];
        return new(
            DatedRegisters.Milestones.Words(milestones, Of(DatedRegisters.Milestones), names, m => m.Project),
            DatedRegisters.Risks.Words(risks, Of(DatedRegisters.Risks), names, r => r.Project),
            DatedRegisters.Dependencies.Words(dependencies, Of(DatedRegisters.Dependencies), names, d => d.Project));
    }

    private static LateFact? Change(RegisterHistoryEntity h) => AllRegisters.InOrder.FirstOrDefault(d => d.Name == h.Register) is { } register
        ? new(
            register.Title, h.Row, h.Column is null ? h.RowKey?.Length == 0 ? "Order" : h.Action.ToString() : Heading(register, h.Column), h.From, h.To, h.HoldsFrom, CouncilTime.DayOf(h.At))
        : null;

    private static string Heading(RegisterDefinition register, string column) => register.Columns.FirstOrDefault(c => c.Name == column)?.Heading ?? column;
}
