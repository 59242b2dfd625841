namespace TransformationPortal.Tests.Shared;

/// <summary>
/// The tables of the published committee papers as they were printed: a line a row, its label and then its cells between
/// bars. A blank is a cell in which nothing is recorded. Table 2 if the pending decision is agreed was not printed as a
/// table; its rows follow from the printed ones.
/// </summary>
internal static class PublishedTables
{
    public static TheoryData<string> Keys => ["table-1", "table-2", "table-3", "implementation-costs"];

    private static readonly Dictionary<string, string> Printed = new(StringComparer.Ordinal)
    {
        ["table-1"] = """
            Finance, Strategic Capability & Provision Cycle | | | -1.000 | | | -1.831 | | | -2.582 |
            Service redesign still to be scoped out | | | | | | | -4.169 | | | -5.918
            Total Service redesign | -15.500 | -1.000 | -1.000 | 0.000 | -6.000 | -1.831 | -4.169 | -8.500 | -2.582 | -5.918
            Reducing Third Party Spend | -2.000 | 0.000 | | | -1.000 | | -1.000 | -1.000 | | -1.000
            Increasing Income | -0.500 | 0.000 | | | -0.500 | | -0.500 | 0.000 | |
            Other Efficiencies – proposal to be agreed by CEDR | -0.500 | -0.500 | | -0.500 | 0.000 | | | 0.000 | |
            Total core transformation programme | -18.500 | -1.500 | -1.000 | -0.500 | -7.500 | -1.831 | -5.669 | -9.500 | -2.582 | -6.918
            """,
        ["table-2"] = """
            Service Redesign | -2.282 | 0.000 | -0.777 | -0.775 | -0.755 | -2.307
            Reducing Third Party Spend | -10.027 | -2.308 | -2.998 | -3.026 | -1.695 | -10.027
            Increasing Income & other | -2.415 | 0.000 | -2.115 | -0.550 | -0.050 | -2.715
            Total Transformation | -14.724 | -2.308 | -5.890 | -4.351 | -2.500 | -15.049
            CEF – 19/20 reprofile (subject to Cabinet decision) | 0.755 | | | | 0.755 | 0.755
            Total Transformation (Revised) | -13.969 | -2.308 | -5.890 | -4.351 | -1.745 | -14.294
            """,
        ["table-2-if-agreed"] = """
            Service Redesign | -1.527 | 0.000 | -0.777 | -0.775 | 0.000 | -1.552
            Reducing Third Party Spend | -10.027 | -2.308 | -2.998 | -3.026 | -1.695 | -10.027
            Increasing Income & other | -2.415 | 0.000 | -2.115 | -0.550 | -0.050 | -2.715
            Total Transformation | -13.969 | -2.308 | -5.890 | -4.351 | -1.745 | -14.294
            """,
        ["table-3"] = """
            Service Redesign | -7.300 | -2.300 | -4.531 | -0.469 | -9.750 | -3.350 | -6.400 | 0.000 | -0.500 | 0.000 | -0.500 | 0.000
            Reducing Third Party Spend | -6.883 | -2.940 | -2.470 | -1.473 | -2.925 | -0.950 | -1.400 | -0.575 | -1.180 | -0.930 | 0.000 | -0.250
            Increasing Income & other | -1.110 | -0.610 | -0.500 | 0.000 | -0.330 | -0.330 | 0.000 | 0.000 | -0.115 | -0.115 | 0.000 | 0.000
            Total Transformation | -15.293 | -5.850 | -7.501 | -1.942 | -13.005 | -4.630 | -7.800 | -0.575 | -1.795 | -1.045 | -0.500 | -0.250
            """,
        ["implementation-costs"] = """
            1. Technology implementation | 0.9 | 3.5 | 1.2 | 1.0 | 0.3 | 6.9
            1.1 Technology platform components | 0.2 | 2.2 | 1.2 | 1.0 | 0.3 | 4.9
            1.2 Technology support | 0.7 | 1.3 | - | - | - | 2.0
            2. People | 0.0 | 0.3 | 1.2 | 1.1 | 0.4 | 3.0
            2.1 Training | - | 0.1 | 0.6 | 0.3 | - | 1.0
            2.2 Backfill | - | 0.2 | 0.6 | 0.8 | 0.4 | 2.0
            3. Commissioned support | 3.0 | 5.0 | 0.0 | 0.0 | 0.0 | 8.0
            3.1 Strategic advice & programme management | 1.0 | 1.6 | - | - | - | 2.6
            3.2 Ongoing support to PMO | 0.5 | 0.8 | - | - | - | 1.3
            3.3 Service construct & implement | 1.2 | 2.0 | - | - | - | 3.2
            3.4 Organisation Design | 0.3 | 0.6 | - | - | - | 0.9
            Total | 3.9 | 8.8 | 2.4 | 2.1 | 0.7 | 17.9
            """,
    };

    /// <summary>The rows of a table, each with its label and its cells.</summary>
    public static IReadOnlyList<IReadOnlyList<string>> Rows(string key) =>
        [.. Printed[key].Split('\n').Select(line => (IReadOnlyList<string>)[.. line.Split('|').Select(cell => cell.Trim())])];

    /// <summary>As <see cref="Rows"/>, one text a row, for a comparison that shows where rows differ.</summary>
    public static string Text(string key) => Joined(Rows(key));

    public static string Joined(IEnumerable<IEnumerable<string>> rows) => string.Join('\n', rows.Select(r => string.Join(" | ", r)));
}
