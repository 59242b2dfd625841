using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using TransformationPortal.Core.Editions;
using TransformationPortal.Core.Ledgers;
using TransformationPortal.Core.Tests.Building;
using TransformationPortal.Core.Views;

namespace TransformationPortal.Core.Tests.Editions;

/// <summary>
/// An edition of schema version 1, as it was written when that was the current one. What has been published must be readable
/// for ever and show the same figures; so this file is never written again. A new schema version gets a file beside it.
/// </summary>
public sealed class GoldenEditionTests
{
    private static readonly byte[] Schema1 = File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Editions", "schema-1.json"));

    [Fact]
    public void Schema1_IsReadAndShowsWhatWasPublished()
    {
        var edition = EditionJson.Read(Schema1);

        Assert.Equal(1, edition.SchemaVersion);
        Assert.Equal("2019/20 Q1", edition.Quarter.ToString());
        Assert.Equal((2, "Corrects an error"), (edition.Number, edition.Notice));
        Assert.Equal(
            TableText.Expected("""
                Workstream                        | Original | Delivered | High   | Medium | Low    | Revised
                Redesign                          | -1.100   | 0.000     | -0.300 | -0.100 | -0.700 | -1.100
                Buying                            | -1.200   | -0.300    | -0.700 | 0.000  | -0.500 | -1.500
                Total Transformation ==           | -2.300   | -0.300    | -1.000 | -0.100 | -1.200 | -2.600
                Early help re-profile *           | 0.255    |           |        |        | 0.255  | 0.255
                Total Transformation (Revised) == | -2.045   | -0.300    | -1.000 | -0.100 | -0.945 | -2.345
                """),
            new FinancialPosition(edition, DecisionBasis.AsItStands).CurrentYearByWorkstream().Grid());
        Assert.Equal(
            TableText.Expected("""
                Area            | 18/19 | 19/20 | 20/21 | 21/22 | Total
                1. Technology = | 0.9   | 2.3   | 0.0   | 0.0   | 3.2
                  1.1 Platform  | 0.2   | 2.3   | -     | -     | 2.5
                  1.2 Support   | 0.7   | -     | -     | -     | 0.7
                2. People =     | 0.0   | 0.1   | 0.0   | 0.0   | 0.1
                  2.1 Training  | -     | 0.1   | 0.0   | -     | 0.1
                Total ==        | 0.9   | 2.4   | 0.0   | 0.0   | 3.3
                """),
            new ImplementationCosts(edition, DecisionBasis.AsItStands).Budget().Grid());
        Assert.Equal(["R9", "R10"], edition.Risks.Select(r => r.Ref));
        Assert.Equal(["TP-01", "TP-02", "TP-03", "TP-04"], edition.Projects.Select(p => p.Code));
    }

    [Fact]
    public void Schema1_WhileItIsCurrent_IsWrittenByteForByte()
    {
        Assert.Equal(1, Edition.CurrentSchemaVersion);
        Assert.Equal(Encoding.UTF8.GetString(Schema1), Encoding.UTF8.GetString(EditionJson.Write(EditionJson.Read(Schema1))));
    }

    [Fact]
    public void Schema1_WhileItIsCurrent_IsWhatTheSmallProgrammeComposesTo() =>
        Assert.Equal(Encoding.UTF8.GetString(Schema1), Encoding.UTF8.GetString(EditionJson.Write(ProgrammeStates.Small().Compose(number: 2))));

    [Fact]
    public void Schema1_WhileItIsCurrent_HoldsEveryMemberThatAnEditionCan()
    {
        var text = Encoding.UTF8.GetString(Schema1);
        var members = MembersOf(typeof(Edition), []).Select(m => JsonNamingPolicy.CamelCase.ConvertName(m.Name)).Distinct().ToList();

        Assert.True(members.Count > 80, $"Only {members.Count} members were found.");
        Assert.All(members, member => Assert.Contains($"\"{member}\":", text, StringComparison.Ordinal));
    }

    // The properties of the records an edition is made of, all the way down.
    private static IEnumerable<PropertyInfo> MembersOf(Type type, HashSet<Type> seen)
    {
        var element = type.IsGenericType ? type.GetGenericArguments()[0] : type;
        if (element.Namespace?.StartsWith("TransformationPortal.Core", StringComparison.Ordinal) != true
            || element.IsValueType || !seen.Add(element))
        {
            return [];
        }

        var own = element.GetProperties().Where(p => p.GetCustomAttribute<JsonIgnoreAttribute>() is null).ToList();
        return [.. own, .. own.SelectMany(p => MembersOf(p.PropertyType, seen))];
    }
}
