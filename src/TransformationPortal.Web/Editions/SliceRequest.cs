using TransformationPortal.Core.Ledgers;
using TransformationPortal.Core.Views;
using TransformationPortal.Web.Pages;

namespace TransformationPortal.Web.Editions;

/// <summary>What the address of a slice page asks for: the slice, and what to cut it by.</summary>
/// <param name="Problem">What is wrong with the address; nothing when it can be answered.</param>
/// <param name="ProblemName">The name in the address that is wrong.</param>
/// <param name="Existing">The values that could stand there.</param>
public sealed record SliceRequest<TDimension>(
    Slice<TDimension>? Slice, TDimension? Rows, TDimension? Columns, string? Problem, string? ProblemName, IReadOnlyCollection<string> Existing)
    where TDimension : struct, Enum
{
    /// <summary>The name of what the rows of the cut are.</summary>
    public const string RowsName = "rows";

    /// <summary>The name of what the columns of the cut are.</summary>
    public const string ColumnsName = "columns";

    /// <summary>Reads the pairs of an address. A name that means nothing is refused too: a misspelt filter would else be lost without a word.</summary>
    public static SliceRequest<TDimension> Read(
        IReadOnlyList<KeyValuePair<string, string>> query,
        IReadOnlyList<TDimension> rowCuts,
        IReadOnlyList<TDimension> columnCuts,
        Func<IEnumerable<KeyValuePair<string, string>>, SliceReading<TDimension>> read)
    {
        string[] names = [.. Enum.GetValues<TDimension>().Select(SliceQuery.NameOf), RowsName, ColumnsName];
        if (query.FirstOrDefault(p => !names.Contains(p.Key, StringComparer.OrdinalIgnoreCase)) is { Key: not null } unknown)
        {
            return Refuse($"“{unknown.Key}” is not something these figures can be filtered by. They can be by:", null, names[..^2]);
        }

        TDimension? rows = null, columns = null;
        foreach (var (key, value) in query.Where(p => p.Key is RowsName or ColumnsName && p.Value.Length > 0))
        {
            var cuts = key == RowsName ? rowCuts : columnCuts;
            if (cuts.Where(c => SliceQuery.NameOf(c).Equals(value, StringComparison.OrdinalIgnoreCase)).Select(c => (TDimension?)c).FirstOrDefault() is not { } cut)
            {
                return Refuse($"These figures cannot be cut by “{value}”. They can be by:", key, [.. cuts.Select(SliceQuery.NameOf)]);
            }

            rows = key == RowsName ? cut : rows;
            columns = key == ColumnsName ? cut : columns;
        }

        var reading = read(query);
        return reading.Slice is { } slice
            ? new(slice, rows, columns, null, null, [])
            : Refuse(reading.Problem + " There are:", reading.Field, reading.Existing);
    }

    private static SliceRequest<TDimension> Refuse(string problem, string? name, IReadOnlyCollection<string> existing) => new(null, null, null, problem, name, existing);
}

/// <summary>Addresses that a slice page offers.</summary>
internal static class SliceLinks
{
    /// <summary>The values that exist, each leading to its own slice.</summary>
    public static IReadOnlyList<MissingPageLink> Existing<TDimension>(OpenedEdition opened, string page, SliceRequest<TDimension> request)
        where TDimension : struct, Enum =>
        [.. request.Existing.Select(value => new MissingPageLink(value, opened.Links.Page(page, request.ProblemName is { } name ? [new(name, value)] : [])))];

    /// <summary>What a downloaded slice is called. A draft's says that it is one: the file outlives the page it came from.</summary>
    public static string FileName(OpenedEdition opened, string subject) => string.Create(
        System.Globalization.CultureInfo.InvariantCulture,
        $"{subject}-{opened.Quarter.FileName}-{(opened.IsDraft ? "draft" : "edition")}-{opened.Content.Number}{(opened.Basis == DecisionBasis.IfAgreed ? "-if-agreed" : "")}.csv");
}
