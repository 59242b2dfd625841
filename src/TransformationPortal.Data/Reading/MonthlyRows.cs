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
}
