using System.Linq.Expressions;
using TransformationPortal.Core.Periods;
using TransformationPortal.Data.Entities;

namespace TransformationPortal.Data.Reading;

/// <summary>
/// Tells the rows of a register from those that approved reports put beside them in the same table. Milestones, risks and
/// dependencies are read through one of these and in no other way, which a test holds: a row of a report that is taken for one of the
/// register would be a wrong published figure that looks right.
/// </summary>
internal static class MonthlyRows
{
    /// <summary>Those of the register.</summary>
    public static IQueryable<T> InRegister<T>(this IQueryable<T> rows)
        where T : class, IReportable => rows.Where(r => r.Month == null);

    /// <summary>Those of approved reports, of whatever month.</summary>
    public static IQueryable<T> InReports<T>(this IQueryable<T> rows)
        where T : class, IReportable => rows.Where(r => r.Month != null);

    /// <summary>Those of the register and those of reports up to a month.</summary>
    public static IQueryable<T> InRegisterOrReportsTo<T>(this IQueryable<T> rows, ReportingMonth month)
        where T : class, IReportable => rows.Where(r => r.Month == null || r.Month <= month);

    /// <summary>What each row says, with the month of the report that says so.</summary>
    /// <param name="said">What a row says.</param>
    public static IQueryable<SaidInMonth<TSaid>> Said<T, TSaid>(this IQueryable<T> rows, Expression<Func<T, TSaid>> said)
        where T : class, IReportable
    {
        var made = typeof(SaidInMonth<TSaid>);
        var body = Expression.MemberInit(
            Expression.New(made),
            Expression.Bind(made.GetProperty(nameof(SaidInMonth<>.Month))!, Expression.Property(said.Parameters[0], nameof(IReportable.Month))),
            Expression.Bind(made.GetProperty(nameof(SaidInMonth<>.Row))!, said.Body));
        return rows.Select(Expression.Lambda<Func<T, SaidInMonth<TSaid>>>(body, said.Parameters));
    }
}

/// <summary>What an approved report said in a month.</summary>
internal sealed record SaidInMonth<T>
{
    public ReportingMonth? Month { get; init; }

    public required T Row { get; init; }
}
