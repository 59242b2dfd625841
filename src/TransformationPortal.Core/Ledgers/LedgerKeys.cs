using TransformationPortal.Core.Periods;

namespace TransformationPortal.Core.Ledgers;

/// <summary>Values that ledgers share, as texts: the same in a slice, in an address and in a file.</summary>
public static class LedgerKeys
{
    /// <summary>Stands for “no value”: no year yet, no activity, no decision.</summary>
    public const string None = "none";

    // A ledger asks for the same few years hundreds of thousands of times.
    private static readonly Dictionary<FinancialYear, string> Years =
        FinancialYear.Range(new FinancialYear(1990), new FinancialYear(2060)).ToDictionary(y => y, y => y.ToString());

    public static string Year(FinancialYear? year) =>
        year is not { } value ? None : Years.TryGetValue(value, out var text) ? text : value.ToString();
}
