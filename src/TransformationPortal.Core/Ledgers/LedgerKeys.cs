using TransformationPortal.Core.Periods;

namespace TransformationPortal.Core.Ledgers;

/// <summary>Values that ledgers share, as texts: the same in a slice, in an address and in a file.</summary>
public static class LedgerKeys
{
    /// <summary>Stands for “no value”: no year yet, no activity, no decision.</summary>
    public const string None = "none";

    private const int FirstKept = 1990;

    // A ledger asks for the same few years hundreds of thousands of times.
    private static readonly string[] Years = [.. FinancialYear.Range(new(FirstKept), new(2060)).Select(y => y.ToString())];

    public static string Year(FinancialYear? year) =>
        year is not { } value ? None : value.StartYear - FirstKept is var i && i >= 0 && i < Years.Length ? Years[i] : value.ToString();
}
