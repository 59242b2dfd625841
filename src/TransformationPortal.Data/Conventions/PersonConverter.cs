using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using TransformationPortal.Core.Reports;

namespace TransformationPortal.Data.Conventions;

/// <summary>Somebody as one text that a reader of the table understands: <c>Demo Officer &lt;officer&gt;</c>.</summary>
internal sealed class PersonConverter() : ValueConverter<Person, string>(person => Write(person), stored => Read(stored))
{
    public static string Write(Person person) => $"{person.DisplayName} <{person.UserName}>";

    // Names to sign in with hold no angle bracket, so that the last one begins it.
    public static Person Read(string stored)
    {
        var at = stored.LastIndexOf(" <", StringComparison.Ordinal);
        return new(stored[(at + 2)..^1], stored[..at]);
    }
}
