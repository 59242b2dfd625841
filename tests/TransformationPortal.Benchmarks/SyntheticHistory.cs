using TransformationPortal.Core;
using TransformationPortal.Core.Editions;
using TransformationPortal.Core.Editions.AsAt;
using TransformationPortal.Core.Programmes;

namespace TransformationPortal.Benchmarks;

/// <summary>Ten years of changes of a synthetic programme: every second project changed its officer each year, every fourth target its amount.</summary>
internal static class SyntheticHistory
{
    private const int Years = 10;

    public static ProgrammeState Of(ProgrammeState state) => state with
    {
        Versions =
        [
            new RegisterVersions<Project>(
                s => s.Projects, (s, rows) => s with { Projects = rows }, p => RowKey.Of(p.Code),
                [.. state.Projects.Where((_, i) => i % 2 == 0).Select(p => Versions(RowKey.Of(p.Code), p, (row, year) => row with { AccountableOfficer = $"Officer of year {year}" }))], []),
            new RegisterVersions<SavingsTarget>(
                s => s.Targets, (s, rows) => s with { Targets = rows }, t => RowKey.Of(t.Line, t.Year.ToString()),
                [.. state.Targets.Where((_, i) => i % 4 == 0).Select(t => Versions(RowKey.Of(t.Line, t.Year.ToString()), t, (row, year) => row with { Revised = new Money(year) }))], []),
        ],
    };

    private static RowVersions<T> Versions<T>(string key, T now, Func<T, int, T> then)
        where T : class => new(key, 0,
        [
            new(null, then(now, 0)),
            .. Enumerable.Range(1, Years - 1).Select(year => new RowVersion<T>(new DateOnly(2015 + year, 9, 1), then(now, year))),
            new(new DateOnly(2026, 1, 1), now),
        ]);
}
