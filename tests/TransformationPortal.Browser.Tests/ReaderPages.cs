namespace TransformationPortal.Browser.Tests;

/// <summary>One of every kind of page that a reader can open.</summary>
internal static class ReaderPages
{
    public static IReadOnlyList<string> All { get; } =
    [
        "/2019-20/q1", "/2019-20/q1?basis=agreed", "/2019-20/q1/figures/target-achieved", "/2019-20/q1/measures",
        "/2019-20/q1/savings?kind=position&year=2019/20&rows=workstream&columns=confidence",
        "/2019-20/q1/savings?kind=position&year=2022/23&confidence=Delivered",
        "/2019-20/q1/costs", "/2019-20/q1/costs/entries?kind=actual", "/2019-20/q1/projects", "/2019-20/q1/projects?q=nothing+like+this",
        "/2019-20/q1/projects/TP-17", "/2019-20/q1/projects/TP-32?basis=agreed", "/2019-20/q1/spotlights/TP-01", "/2019-20/q1/tables",
        "/2019-20/q1/tables/table-1", "/2019-20/q1/risks", "/2019-20/q1/benefits", "/2019-20/q1/plan", "/2019-20/q1/dependencies",
        "/2019-20/q1/decisions", "/2019-20/q1/documents", "/2019-20/q1/governance", "/2019-20/q1/forecasts", "/2019-20/q1/pounds",
        "/2019-20/q1/pounds/S-010", "/compare", "/on/2019-07-01", "/quarters", "/glossary", "/account", "/account/password",
        "/account/sign-in", "/account/refused", "/account/signed-out", "/2019-20/q3", "/nothing/here",
    ];
}
