namespace TransformationPortal.Registers;

/// <summary>A whole programme, register by register, in which no problem was found.</summary>
public sealed class ProgrammeData
{
    private readonly IReadOnlyDictionary<RegisterDefinition, IReadOnlyList<RegisterRow>> rows;

    internal ProgrammeData(IReadOnlyDictionary<RegisterDefinition, IReadOnlyList<RegisterRow>> rows) => this.rows = rows;

    /// <summary>The rows of a register, in the order in which they came.</summary>
    public IReadOnlyList<RegisterRow> this[RegisterDefinition register] => rows.TryGetValue(register, out var found) ? found : [];
}

/// <summary>What reading a programme's registers gave: the programme, or every problem that stands in its way.</summary>
/// <param name="Data">The programme, when there is no problem.</param>
/// <param name="Problems">Every problem found, register by register.</param>
public sealed record ImportReading(ProgrammeData? Data, IReadOnlyList<ImportProblem> Problems);
