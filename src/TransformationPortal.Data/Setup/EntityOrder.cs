using Microsoft.EntityFrameworkCore.Metadata;

namespace TransformationPortal.Data.Setup;

/// <summary>The tables of the model, each after those that its rows refer to.</summary>
internal static class EntityOrder
{
    // What a row owns stands in the row's own table, and goes with it.
    public static IReadOnlyList<IEntityType> Of(IModel model)
    {
        var left = model.GetEntityTypes().Where(e => !e.IsOwned()).OrderBy(e => e.Name, StringComparer.Ordinal).ToList();
        var ordered = new List<IEntityType>();
        while (left.Count > 0)
        {
            var next = left.First(e => e.GetForeignKeys().Select(k => k.PrincipalEntityType).All(p => p == e || !left.Contains(p)));
            left.Remove(next);
            ordered.Add(next);
        }

        return ordered;
    }
}
