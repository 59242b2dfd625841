using NetArchTest.Rules;

namespace TransformationPortal.Core.Tests;

/// <summary>The folders of Core know each other one way: a folder may use those that stand before it in the list, none after it.</summary>
public sealed class RoomsTests
{
    private const string Core = "TransformationPortal.Core";

    private static readonly string[] Rooms =
    [
        "Periods", "Reading", "Looks", "Ledgers", "Ratings", "Savings", "Costs", "Programmes", "Editions", "Reports", "Governance", "Reprofiling", "Views", "Comparisons",
        "Notices", "Forecasts", "Narrative", "Papers", "Searching", "Consistency", "Composing",
    ];

    public static TheoryData<string> Names => [.. Rooms];

    [Theory]
    [MemberData(nameof(Names))]
    public void Room_KnowsNoneThatComesAfterIt(string room)
    {
        var later = Rooms.SkipWhile(r => r != room).Skip(1).Select(r => $"{Core}.{r}").ToArray();

        var result = Types.InAssembly(typeof(Money).Assembly).That().ResideInNamespace($"{Core}.{room}").ShouldNot().HaveDependencyOnAny(later).GetResult();

        Assert.True(result.IsSuccessful, $"{room}: {string.Join(", ", result.FailingTypeNames ?? [])}");
    }

    [Fact]
    public void List_HoldsEveryRoom()
    {
        var rooms = typeof(Money).Assembly.GetTypes().Select(t => t.Namespace).OfType<string>().Where(n => n.StartsWith(Core + ".", StringComparison.Ordinal))
            .Select(n => n.Split('.')[2]).Distinct();

        Assert.Equal(Rooms.Order(StringComparer.Ordinal), rooms.Order(StringComparer.Ordinal));
    }
}
