using TransformationPortal.Core.Periods;

namespace TransformationPortal.Data.Entities;

/// <summary>A row that stands in a register, or is what a report said in a month.</summary>
internal interface IReportable
{
    /// <summary>The month of the approved report that says so; none where the register does.</summary>
    ReportingMonth? Month { get; }
}
