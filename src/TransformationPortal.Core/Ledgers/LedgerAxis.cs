namespace TransformationPortal.Core.Ledgers;

/// <summary>One dimension of a ledger as a column of small numbers: the entry's value is <c>Values[Codes[entry]]</c>.</summary>
internal sealed class LedgerAxis
{
    private readonly Dictionary<string, int> codesByValue;

    /// <param name="keys">The value of every entry, in the ledger's order.</param>
    /// <param name="declared">Values in the order in which readers expect them; others follow in the order of codes.</param>
    public LedgerAxis(IReadOnlyList<string> keys, IReadOnlyList<string> declared)
    {
        var occurring = new HashSet<string>(keys, StringComparer.Ordinal);
        Values = [.. declared.Where(occurring.Remove), .. occurring.Order(CodeOrder.Instance)];
        codesByValue = new Dictionary<string, int>(Values.Length, StringComparer.Ordinal);
        for (var code = 0; code < Values.Length; code++)
        {
            codesByValue.Add(Values[code], code);
        }

        Codes = new int[keys.Count];
        for (var i = 0; i < Codes.Length; i++)
        {
            Codes[i] = codesByValue[keys[i]];
        }
    }

    public string[] Values { get; }

    public int[] Codes { get; }

    /// <summary>For each code, whether one of the values names it.</summary>
    public bool[] Admit(IEnumerable<string> values)
    {
        var admitted = new bool[Values.Length];
        foreach (var value in values)
        {
            if (codesByValue.TryGetValue(value, out var code))
            {
                admitted[code] = true;
            }
        }

        return admitted;
    }
}
