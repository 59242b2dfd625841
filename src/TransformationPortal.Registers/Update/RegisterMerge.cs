using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using TransformationPortal.Data;
using TransformationPortal.Data.Entities;
using TransformationPortal.Registers.Present;
using TransformationPortal.Registers.Mapping;

namespace TransformationPortal.Registers.Update;

/// <summary>
/// Brings a checked programme into the rows that are kept: those that are new are added, those that are there take on the new
/// values, and the others go. The rows are made as the first import makes them; nothing is saved here.
/// </summary>
internal sealed class RegisterMerge(PortalDbContext context, KeptRows kept)
{
    private readonly Dictionary<object, object> standsFor = new(ReferenceEqualityComparer.Instance);

    /// <returns>The entities whose rows are in the registers no more. They are untouched as yet.</returns>
    public IReadOnlyList<object> Apply(ProgrammeData data)
    {
        var made = ProgrammeRowMapping.Of(data);
        Frame(made);
        var added = new List<object>();
        var changed = new List<(object Kept, object Made)>();
        var gone = new List<object>();
        foreach (var binding in AllBindings.InOrder)
        {
            var rows = kept[binding.Register].Where(r => !r.IsRetired).ToDictionary(r => RowKeys.Of(binding.Register, r.Cells), StringComparer.Ordinal);
            foreach (var entity in made.Where(e => e.GetType() == binding.Entity))
            {
                var cells = binding.Cells(entity);
                if (!rows.Remove(RowKeys.Of(binding.Register, cells), out var row))
                {
                    standsFor[entity] = entity;
                    added.Add(entity);
                    continue;
                }

                standsFor[entity] = row.Entity;
                if (!row.Cells.SequenceEqual(cells, StringComparer.Ordinal) || HasMoved(row.Entity, entity))
                {
                    changed.Add((row.Entity, entity));
                }
            }

            gone.AddRange(rows.Values.Select(r => r.Entity));
        }

        // Only now is it known what every row stands for: a board may report to one further down. What is added is known to the
        // context before a changed row refers to it.
        foreach (var entity in added)
        {
            foreach (var navigation in Navigations(entity))
            {
                if (navigation.PropertyInfo!.GetValue(entity) is { } principal)
                {
                    navigation.PropertyInfo.SetValue(entity, standsFor[principal]);
                }
            }
        }

        context.AddRange(added);
        foreach (var (row, entity) in changed)
        {
            CopyOnto(row, entity);
        }

        return gone;
    }

    private void Frame(IReadOnlyList<object> made)
    {
        var settings = made.OfType<ProgrammeSettingsEntity>().Single();
        if (kept.Settings is { } present)
        {
            CopyOnto(present, settings);
        }
        else
        {
            context.Add(settings);
        }

        foreach (var label in made.OfType<ConfidenceLabelEntity>())
        {
            if (kept.Labels.FirstOrDefault(l => l.Confidence == label.Confidence) is { } known)
            {
                CopyOnto(known, label);
            }
            else
            {
                context.Add(label);
            }
        }
    }

    // The order of rows is a value too, though no cell holds it.
    private bool HasMoved(object row, object entity) =>
        context.Model.FindEntityType(row.GetType())!.FindProperty(nameof(BoardEntity.DisplayOrder))?.PropertyInfo is { } order && !Equals(order.GetValue(row), order.GetValue(entity));

    private void CopyOnto(object row, object entity)
    {
        var entry = context.Entry(row);

        // What a row is made with is the register's; what only its own methods set is not, and stays: when a decision was taken, say.
        foreach (var property in entry.Metadata.GetProperties().Where(p => !p.IsPrimaryKey() && !p.IsForeignKey() && p.PropertyInfo?.SetMethod is { IsPublic: true }))
        {
            entry.Property(property).CurrentValue = property.PropertyInfo!.GetValue(entity);
        }

        foreach (var navigation in Navigations(row))
        {
            entry.Reference(navigation).CurrentValue = navigation.PropertyInfo!.GetValue(entity) is { } principal ? standsFor[principal] : null;
        }
    }

    private IEnumerable<INavigation> Navigations(object entity) =>
        context.Model.FindEntityType(entity.GetType())!.GetNavigations().Where(n => n.IsOnDependent && n.PropertyInfo is not null);
}
