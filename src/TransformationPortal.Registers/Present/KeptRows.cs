using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using TransformationPortal.Data;
using TransformationPortal.Data.Entities;
using TransformationPortal.Registers.Definitions;

namespace TransformationPortal.Registers.Present;

/// <summary>A row of a register as it is kept.</summary>
/// <param name="Entity">Tracked.</param>
/// <param name="IsRetired">Whether it, or what it belongs to, was retired: it is there for what used it, and no longer in the register.</param>
internal sealed record KeptRow(object Entity, IReadOnlyList<string> Cells, bool IsRetired);

/// <summary>Every row that is kept, register by register, as entities and as cells.</summary>
internal sealed class KeptRows
{
    private readonly Dictionary<RegisterDefinition, IReadOnlyList<KeptRow>> rows;

    private KeptRows(ProgrammeSettingsEntity? settings, IReadOnlyList<ConfidenceLabelEntity> labels, Dictionary<RegisterDefinition, IReadOnlyList<KeptRow>> rows) =>
        (Settings, Labels, this.rows) = (settings, labels, rows);

    /// <summary>The programme's frame; nothing while there is none.</summary>
    public ProgrammeSettingsEntity? Settings { get; }

    public IReadOnlyList<ConfidenceLabelEntity> Labels { get; }

    /// <summary>The rows of a register, the retired ones too; none of the programme's frame, which is no row.</summary>
    public IReadOnlyList<KeptRow> this[RegisterDefinition register] => rows.GetValueOrDefault(register) ?? [];

    /// <summary>Loads them into the context's tracking: a query a register, none a row.</summary>
    public static async Task<KeptRows> LoadAsync(PortalDbContext context, CancellationToken ct)
    {
        var settings = await context.ProgrammeSettings.SingleOrDefaultAsync(ct);
        var labels = await context.ConfidenceLabels.OrderBy(l => l.Id).ToListAsync(ct);
        var entities = new List<(RegisterBinding Binding, IReadOnlyList<object> Rows)>();
        foreach (var binding in AllBindings.InOrder)
        {
            // What a row names stands in a register before its own, so that it is tracked by now and needs no join.
            entities.Add((binding, await binding.LoadAsync(context, ct)));
        }

        return Of(context, settings, labels, entities);
    }

    /// <summary>The same rows as their entities are now, saved or not, with those that were added since.</summary>
    public KeptRows Now(PortalDbContext context, IReadOnlyList<object> added) =>
        Of(context, Settings, Labels, AllBindings.InOrder.Select(b => (b, (IReadOnlyList<object>)[.. this[b.Register].Select(r => r.Entity).Where(e => context.Entry(e).State != EntityState.Deleted), .. added.Where(e => e.GetType() == b.Entity)])));

    /// <summary>The registers as tables, in order, without what is retired.</summary>
    public IReadOnlyList<RegisterTable> Tables() =>
    [
        ProgrammeTable(),
        .. AllBindings.InOrder.Select(b => new RegisterTable(
            b.Register.Name, b.Register.Title, [.. b.Register.Columns.Select(c => c.Name)],
            [.. this[b.Register].Where(r => !r.IsRetired).Select((r, i) => new RegisterTableRow(i + 2, r.Cells))])),
    ];

    private static KeptRows Of(
        PortalDbContext context, ProgrammeSettingsEntity? settings, IReadOnlyList<ConfidenceLabelEntity> labels, IEnumerable<(RegisterBinding Binding, IReadOnlyList<object> Rows)> entities)
    {
        var retirement = new Retirement(context);
        return new(settings, labels, entities.ToDictionary(
            e => e.Binding.Register,
            e => (IReadOnlyList<KeptRow>)[.. e.Rows.Select(row => new KeptRow(row, e.Binding.Cells(row), retirement.IsRetired(row)))]));
    }

    private RegisterTable ProgrammeTable()
    {
        var register = ProgrammeRegister.Definition;
        return new(register.Name, register.Title, ["field", "value"],
            [.. ProgrammeCells(Settings, Labels).Select((text, i) => new RegisterTableRow(i + 2, [register.Columns[i].Name, text]))]);
    }

    // In the order of the register's columns.
    private static IEnumerable<string> ProgrammeCells(ProgrammeSettingsEntity? s, IReadOnlyList<ConfidenceLabelEntity> labels)
    {
        object?[] facts =
        [
            s?.Name, s?.Council, s?.FirstYear, s?.LastYear, s?.Objective, s?.PlannedBenefitLow, s?.PlannedBenefitHigh, s?.RedundancyProvision, s?.Provenance,
            .. ProgrammeRegister.Bands.Select(b => labels.FirstOrDefault(l => l.Confidence == b.Confidence)?.Label),
            .. ProgrammeRegister.Bands.Select(b => labels.FirstOrDefault(l => l.Confidence == b.Confidence)?.Alias), s?.FinanceSignsAbove, s?.Licence,
            s?.ReportsFrom, s?.EvidenceFor,
            s?.SavingsAlsoBy, s?.SavingsAlsoBySecond, s?.SavingsAlsoByThird,
        ];
        return facts.Select((value, i) => value is null ? "" : ProgrammeRegister.Definition.Columns[i].Write(value));
    }
}

/// <summary>Tells what is retired, by itself or with what it belongs to.</summary>
internal sealed class Retirement(PortalDbContext context)
{
    private readonly Dictionary<object, bool> known = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<Type, IReadOnlyList<Func<object, object?>>> principals = [];

    public bool IsRetired(object entity)
    {
        if (known.TryGetValue(entity, out var retired))
        {
            return retired;
        }

        retired = entity is IRetirable { RetiredOn: not null } || entity is not IRetirable && Principals(entity).Any(IsRetired);
        known[entity] = retired;
        return retired;
    }

    /// <summary>The entities that one names: those that must be there while it is.</summary>
    public IEnumerable<object> Principals(object entity)
    {
        if (!principals.TryGetValue(entity.GetType(), out var readers))
        {
            readers = [.. context.Model.FindEntityType(entity.GetType())!.GetNavigations().Where(n => n.IsOnDependent && n.PropertyInfo is not null)
                .Select(n => (Func<object, object?>)(n.PropertyInfo!.GetValue))];
            principals.Add(entity.GetType(), readers);
        }

        return readers.Select(read => read(entity)).OfType<object>();
    }
}
