using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using TransformationPortal.Core.Periods;

namespace TransformationPortal.Data.Conventions;

/// <summary>A financial year as the calendar year in which it begins.</summary>
internal sealed class FinancialYearConverter() : ValueConverter<FinancialYear, int>(year => year.StartYear, stored => new FinancialYear(stored));

/// <summary>A month as yyyymm, so that stored months sort and compare as months do.</summary>
internal sealed class ReportingMonthConverter()
    : ValueConverter<ReportingMonth, int>(month => (month.Year * 100) + month.Month, stored => new ReportingMonth(stored / 100, stored % 100));

/// <summary>A quarter as ten times its financial year's start, plus its number: 20191 for 2019/20 Q1.</summary>
internal sealed class QuarterConverter()
    : ValueConverter<Quarter, int>(quarter => (quarter.Year.StartYear * 10) + quarter.Number, stored => new Quarter(new FinancialYear(stored / 10), stored % 10));
