namespace TransformationPortal.Core.Reading;

/// <summary>
/// The names of months and days of the week. The portal's own, since a machine's change with its culture data:
/// <c>Sep</c> has become <c>Sept</c> and back.
/// </summary>
internal static class EnglishCalendar
{
    private static readonly string[] Months =
    [
        "January", "February", "March", "April", "May", "June",
        "July", "August", "September", "October", "November", "December",
    ];

    private static readonly string[] Weekdays = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];

    /// <summary>The number, 1 to 12, of a month written out or shortened to three letters or more.</summary>
    public static int? Month(string word) => IndexOf(Months, word) is { } index ? index + 1 : null;

    /// <summary>A day of the week written out or shortened to three letters or more.</summary>
    public static DayOfWeek? Weekday(string word) => IndexOf(Weekdays, word) is { } index ? (DayOfWeek)index : null;

    /// <summary>The name of a month.</summary>
    /// <param name="number">1 to 12.</param>
    public static string NameOf(int number) => Months[number - 1];

    /// <summary>The name of a day of the week.</summary>
    public static string NameOf(DayOfWeek day) => Weekdays[(int)day];

    /// <summary>A month's name that is near to a misspelt one.</summary>
    public static string? NearestMonth(string word) => word.Length < 4 ? null : Nearest.To(word, Months);

    /// <summary>
    /// The year of two figures or four. Two figures mean 2000 to 2079, or 1980 to 1999: no programme plans sixty years on.
    /// </summary>
    public static int Year(int figures, int count) => count == 4 ? figures : figures < 80 ? 2000 + figures : 1900 + figures;

    private static int? IndexOf(string[] names, string word)
    {
        var index = word.Length < 3 ? -1 : Array.FindIndex(names, n => n.StartsWith(word, StringComparison.OrdinalIgnoreCase));
        return index < 0 ? null : index;
    }
}
