using TransformationPortal.Core;
using TransformationPortal.Registers.Definitions;
using TransformationPortal.Registers.Reports;

namespace TransformationPortal.Registers.Checks;

/// <summary>Checks a programme's registers, each by itself and then all together, and gathers every problem.</summary>
internal static class ProgrammeCheck
{
    public static ImportReading Check(IReadOnlyList<RegisterTable> tables)
    {
        var problems = new List<ImportProblem>();
        var readings = new Dictionary<string, RegisterReading>(StringComparer.Ordinal);
        var words = ConfidenceWords.In(tables) ?? ConfidenceWords.Portal;
        CheckPresence(tables, problems);
        foreach (var definition in AllRegisters.InOrder)
        {
            if (tables.FirstOrDefault(t => t.Name == definition.Name) is { } table)
            {
                var reading = new RegisterReading(definition, table, words);
                reading.Read();
                readings.Add(definition.Name, reading);
            }
        }

        foreach (var reading in readings.Values)
        {
            CheckReferences(reading, readings);
        }

        problems.AddRange(readings.Values.SelectMany(r => r.Problems));
        var data = new ProgrammeData(readings.Values.Where(r => r.IsReadable).ToDictionary(r => r.Definition, r => r.SoundRows));
        var sound = readings.Values.Where(r => r.Problems.Count == 0).Select(r => r.Definition).ToHashSet();
        problems.AddRange(ProgrammeRules.All.Where(r => r.HeldAgainst.All(sound.Contains)).SelectMany(r => r.Check(data)));
        if (problems.Count == 0)
        {
            // A report is held against all the rest, so the rest has to be sound.
            problems.AddRange(new ImportedReports(data).Read().Problems);
        }

        return problems.Count == 0 ? new(data, []) : new(null, problems);
    }

    private static void CheckPresence(IReadOnlyList<RegisterTable> tables, List<ImportProblem> problems)
    {
        var known = AllRegisters.InOrder.Select(d => d.Name).ToList();
        foreach (var definition in AllRegisters.InOrder.Where(d => !d.IsLater && !tables.Any(t => t.Name == d.Name)))
        {
            problems.Add(new(definition.Name, null, null, null, $"the register “{definition.Title}”, even if it holds only its header row"));
        }

        foreach (var table in tables.Where(t => !known.Contains(t.Name, StringComparer.Ordinal)))
        {
            problems.Add(new(table.Source, null, null, table.Name, $"only the registers {string.Join(", ", known)}", Nearest.To(table.Name, known)));
        }
    }

    private static void CheckReferences(RegisterReading reading, Dictionary<string, RegisterReading> readings)
    {
        foreach (var column in reading.Definition.Columns)
        {
            // Where the other register could not be read, every reference to it would look wrong.
            if (column.Reference is { } reference && readings.TryGetValue(reference.Register, out var other) && other.IsComplete)
            {
                reading.CheckReference(column, other.Texts(reference.Column).ToHashSet(StringComparer.Ordinal));
            }
        }
    }
}
