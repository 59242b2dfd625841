using TransformationPortal.Core;
using TransformationPortal.Core.Costs;
using TransformationPortal.Core.Ledgers;
using TransformationPortal.Core.Programmes;
using TransformationPortal.Core.Savings;
using TransformationPortal.Web.Editions;

namespace TransformationPortal.Web.Areas.Api.Models;

/// <summary>What a savings slice can be limited to; each may be given several times. For the documentation: the address is read as the pages read it.</summary>
public sealed record SavingsQuery(
    int? Edition, string? Basis, string[]? Kind, string[]? Year, string[]? Workstream, string[]? Confidence, string[]? Directorate,
    string[]? Source, string[]? Board, string[]? Activity, string[]? Project, string[]? Line, string[]? Decision);

/// <summary>What a cost slice can be limited to; each may be given several times.</summary>
public sealed record CostQuery(int? Edition, string? Basis, string[]? Kind, string[]? Year, string[]? Area, string[]? Line, string[]? Month);

/// <summary>A slice of a ledger.</summary>
/// <param name="Quarter">For instance 2019/20 Q1.</param>
/// <param name="Edition">The edition's number.</param>
/// <param name="Seal">The edition's seal.</param>
/// <param name="Basis">“stands” or “agreed”.</param>
/// <param name="Filters">What the slice is limited to, by name.</param>
/// <param name="Total">Pounds; none when nothing is recorded.</param>
/// <param name="Entries">Exactly the entries that make the total.</param>
public sealed record SliceAnswer(
    string Quarter, int Edition, string Seal, string Basis, IReadOnlyDictionary<string, string[]> Filters, decimal? Total, IReadOnlyList<SliceAnswerEntry> Entries)
{
    internal static SliceAnswer Of<TDimension>(OpenedEdition opened, Slice<TDimension> slice, Money? total, IEnumerable<SliceAnswerEntry> entries)
        where TDimension : struct, Enum => new(
            opened.Quarter.ToString(), opened.Content.Number, opened.Published.Seal, opened.Basis == DecisionBasis.IfAgreed ? SliceQuery.Agreed : "stands",
            slice.Filters.ToDictionary(f => SliceQuery.NameOf(f.Key), f => f.Value.ToArray(), StringComparer.Ordinal), total?.Pounds, [.. entries]);
}

/// <summary>An entry of a ledger. What an entry of its kind does not have is left out.</summary>
/// <param name="Amount">Pounds.</param>
/// <param name="ConfidenceLabel">What the council calls the band.</param>
public sealed record SliceAnswerEntry(
    string Line, string Title, string Kind, string? Year, decimal Amount, string? Project = null, string? Workstream = null, string? Board = null,
    string? Directorate = null, string? Source = null, string? Activity = null, string? Confidence = null, string? AsAt = null, string? Origin = null,
    string? Decision = null, bool? Pending = null, string? Area = null, string? Month = null, string? Note = null, string? ConfidenceLabel = null)
{
    internal static SliceAnswerEntry Of(SavingsEntry e, Programme programme) => new(
        e.Line.Ref, e.Line.Title, SavingsKeys.Kind(e.Item.Kind), e.Item.Year?.ToString(), e.Item.Amount.Pounds, e.Line.Project, e.Line.Workstream, e.Line.Board,
        e.Line.Directorate, e.Line.Source, e.Line.Activity, e.Item.Confidence?.ToString(), e.Item.AsAt?.ToString(), e.Item.Origin, e.Item.Decision,
        e.Item.Decision is null ? null : e.Item.Pending, ConfidenceLabel: e.Item.Confidence is { } band ? programme.Label(band) : null);

    internal static SliceAnswerEntry Of(CostEntry e) => new(
        e.Line.Code, e.Line.Name, CostKeys.Kind(e.Item.Kind), e.Item.Year.ToString(), e.Item.Amount.Pounds, Area: e.Line.Area, Month: e.Item.Month?.ToString(), Note: e.Item.Note);
}
