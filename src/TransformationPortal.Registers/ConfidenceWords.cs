using TransformationPortal.Core.Savings;
using TransformationPortal.Data.Entities;
using TransformationPortal.Registers.Definitions;

namespace TransformationPortal.Registers;

/// <summary>
/// What the council calls the bands of confidence. Inside, a band is always the portal's own word, so that rows, history and
/// seals stay what they are when the council changes its words; at the edges (files, forms, messages) it is the council's.
/// </summary>
public sealed class ConfidenceWords
{
    private readonly Dictionary<Confidence, string> labels = [];
    private readonly Dictionary<string, Confidence> bands = new(StringComparer.OrdinalIgnoreCase);

    private ConfidenceWords(IEnumerable<(Confidence Band, string? Label, string? Alias)> words)
    {
        List<(Confidence Band, string? Label, string? Alias)> given = [.. words];
        foreach (var band in ConfidenceFacts.Bands)
        {
            labels[band] = given.Find(w => w.Band == band).Label is { Length: > 0 } label ? label : band.ToString();
            bands[band.ToString()] = band;
        }

        // The portal's own words are sure; two bands that claim another word are refused by the checks, and neither has it.
        foreach (var word in given.SelectMany(w => new[] { (w.Band, Word: w.Label), (w.Band, Word: w.Alias) }).Where(w => !string.IsNullOrEmpty(w.Word))
            .GroupBy(w => w.Word!, w => w.Band, StringComparer.OrdinalIgnoreCase).Where(w => w.Distinct().Count() == 1))
        {
            bands.TryAdd(word.Key, word.First());
        }
    }

    /// <summary>The portal's own.</summary>
    public static ConfidenceWords Portal { get; } = new([]);

    internal static ConfidenceWords Of(IEnumerable<ConfidenceLabelEntity> labels) => new(labels.Select(l => (l.Confidence, (string?)l.Label, l.Alias)));

    /// <summary>Those that a programme among the tables gives; nothing where there is none, or it gives none.</summary>
    public static ConfidenceWords? In(IReadOnlyList<RegisterTable> tables)
    {
        var fields = (tables.FirstOrDefault(t => t.Name == ProgrammeRegister.Definition.Name)?.Rows ?? []).Where(r => r.Cells.Count > 1 && r.Cells[1].Length > 0)
            .GroupBy(r => r.Cells[0], r => r.Cells[1], StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);
        return ProgrammeRegister.Bands.Any(b => fields.ContainsKey(b.Label.Name) || fields.ContainsKey(b.Alias.Name))
            ? new(ProgrammeRegister.Bands.Select(b => (b.Confidence, fields.GetValueOrDefault(b.Label.Name), fields.GetValueOrDefault(b.Alias.Name))))
            : null;
    }

    public static bool IsOne(Column column) => column.Holds == typeof(Confidence);

    /// <summary>The band of a word, whatever its case: the council's label or other word for it, or the portal's.</summary>
    public Confidence? Find(string word) => bands.TryGetValue(word, out var band) ? band : null;

    /// <summary>A cell as the council says it.</summary>
    /// <param name="text">As it is inside; anything else is said as it stands.</param>
    public string Said(Column column, string text) => IsOne(column) && Enum.TryParse<Confidence>(text, out var band) && band.ToString() == text ? labels[band] : text;

    /// <summary>The only texts allowed in a column, as the council says them.</summary>
    public IReadOnlyList<string> Choices(Column column) => IsOne(column) ? [.. column.Choices.Select(c => Said(column, c))] : column.Choices;

    /// <summary>What cells of a column hold, as an error says it.</summary>
    public string Expected(Column column) => IsOne(column) ? "one of " + string.Join(", ", Choices(column)) : column.Expected;

    /// <summary>How people name a row, as the council says it.</summary>
    /// <param name="name">As it is inside: the texts of its key, in order.</param>
    public string Named(RegisterDefinition register, string name)
    {
        var parts = name.Split(", ");
        return parts.Length == register.Key.Count ? string.Join(", ", parts.Select((part, i) => Said(register.Key[i], part))) : name;
    }
}
