using TransformationPortal.Core.Periods;
using TransformationPortal.Core.Programmes;

namespace TransformationPortal.Core.Views;

/// <summary>
/// Finds what an edition calls a board, workstream, directorate and so on that an address names as another edition does: by the
/// name that it has since, or had until then.
/// </summary>
public static class NamesThenAndNow
{
    /// <param name="known">The re-organisations that are known, the first first.</param>
    /// <param name="value">The name in the address.</param>
    /// <param name="existing">The names that the edition has.</param>
    /// <returns>The edition's name for it with a sentence that says so; nothing where it has none.</returns>
    public static (string Name, string Sentence)? Find(IReadOnlyList<Reorganisation> known, Grouping grouping, string value, IReadOnlyCollection<string> existing)
    {
        var ofGrouping = known.Where(r => r.Grouping == grouping).ToList();
        if (Follow(ofGrouping.Where(r => r.Kind.EndsName()), r => r.From, r => r.To, value, existing) is { } since)
        {
            return (since.Name, $"“{value}” {(since.Last.Kind == ReorganisationKind.Merged ? "went into" : "became")} “{since.Name}” on {DateFormat.Long(since.Last.On)}. This is what stands under “{since.Name}”.");
        }

        // What something went into was there before, under its own name.
        var then = Follow(ofGrouping.Where(r => r.Kind is not (ReorganisationKind.Merged or ReorganisationKind.PartMoved)).Reverse(), r => r.To, r => r.From, value, existing);
        return then is { } found
            ? (found.Name, $"“{value}” {(found.Last.Kind == ReorganisationKind.Split ? "was a part of" : "was called")} “{found.Name}” until {DateFormat.Long(found.Last.On.AddDays(-1))}. This is what stood under “{found.Name}”.")
            : null;
    }

    private static (string Name, Reorganisation Last)? Follow(
        IEnumerable<Reorganisation> steps, Func<Reorganisation, string> from, Func<Reorganisation, string> to, string value, IReadOnlyCollection<string> existing)
    {
        var name = value;
        foreach (var step in steps)
        {
            if (string.Equals(name, from(step), StringComparison.OrdinalIgnoreCase))
            {
                name = to(step);
                if (existing.Contains(name))
                {
                    return (name, step);
                }
            }
        }

        return null;
    }
}
