using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace TransformationPortal.Web.Models;

/// <summary>How what was typed was read, said on the page that comes after it was saved.</summary>
public static class ReadNotes
{
    private const string Key = "ReadNotes";
    private const int Most = 10;

    // It travels in a cookie.
    private const int Longest = 200;

    /// <param name="notes">A sentence each; those beyond ten are left out.</param>
    public static void Keep(ITempDataDictionary data, IReadOnlyList<string> notes)
    {
        if (notes.Count > 0)
        {
            data[Key] = notes.Take(Most).Select(n => n.Length <= Longest ? n : n[..Longest] + "…").ToArray();
        }
    }

    /// <summary>Those of the form that was sent last; none a second time.</summary>
    public static IReadOnlyList<string> Take(ITempDataDictionary data) => data[Key] as string[] ?? [];
}
