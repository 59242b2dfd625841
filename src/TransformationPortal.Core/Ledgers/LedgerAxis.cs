namespace TransformationPortal.Core.Ledgers;

/// <summary>One dimension of a ledger as a column of small numbers: the entry's value is <c>Values[Codes[entry]]</c>.</summary>
internal sealed class LedgerAxis
{
    private readonly Dictionary<string, int> codesByValue = new(StringComparer.Ordinal);
    private readonly Lazy<ILookup<int, int>> entriesByCode;

    private LedgerAxis(int[] codesByOccurrence, Dictionary<string, int> occurrences, IReadOnlyList<string> declared)
    {
        Codes = codesByOccurrence;
        Values = [.. declared.Distinct(StringComparer.Ordinal).Where(occurrences.ContainsKey), .. occurrences.Keys.Except(declared).Order(CodeOrder.Instance)];

        var inOrder = new int[Values.Length];
        for (var code = 0; code < Values.Length; code++)
        {
            inOrder[occurrences[Values[code]]] = code;
            codesByValue[Values[code]] = code;
        }

        for (var i = 0; i < Codes.Length; i++)
        {
            Codes[i] = inOrder[Codes[i]];
        }

        entriesByCode = new(() => Enumerable.Range(0, Codes.Length).ToLookup(i => Codes[i]));
    }

    /// <param name="entries">The entries, in the ledger's order.</param>
    /// <param name="keyOf">The value of an entry.</param>
    /// <param name="declared">Values in the order in which readers expect them; others follow in the order of codes.</param>
    public static LedgerAxis Of<TEntry>(TEntry[] entries, Func<TEntry, string> keyOf, IReadOnlyList<string> declared)
    {
        // Values are numbered as they come. Entries of one line come together and share their texts, which saves most look-ups.
        var occurrences = new Dictionary<string, int>(StringComparer.Ordinal);
        var codes = new int[entries.Length];
        string? last = null;
        var code = 0;
        for (var i = 0; i < entries.Length; i++)
        {
            var key = keyOf(entries[i]);
            if (!ReferenceEquals(key, last))
            {
                last = key;
                if (!occurrences.TryGetValue(key, out code))
                {
                    code = occurrences.Count;
                    occurrences.Add(key, code);
                }
            }

            codes[i] = code;
        }

        return new LedgerAxis(codes, occurrences, declared);
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

    /// <summary>The entries that have one of the values, in the ledger's order. Looked up, not searched for.</summary>
    public IEnumerable<int> EntriesWith(IReadOnlyCollection<string> values)
    {
        var found = values.Where(codesByValue.ContainsKey).Select(v => entriesByCode.Value[codesByValue[v]]);
        return values.Count == 1 ? found.SelectMany(e => e) : found.SelectMany(e => e).Order();
    }
}
