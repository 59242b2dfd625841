using PublicHoliday;

namespace TransformationPortal.Data.Notices;

/// <summary>The bank holidays of England and Wales.</summary>
public static class BankHolidays
{
    public static bool Is(DateOnly day) => new UKBankHoliday().IsPublicHoliday(day.ToDateTime(TimeOnly.MinValue));
}
