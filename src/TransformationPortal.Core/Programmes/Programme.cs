using System.Text.Json.Serialization;
using TransformationPortal.Core.Periods;
using TransformationPortal.Core.Savings;

namespace TransformationPortal.Core.Programmes;

/// <summary>The council's own frame: what the programme is called, how long it runs, how its bands of confidence are labelled.</summary>
/// <param name="PlannedBenefitLow">Pounds a year, the lower end of the business case's range.</param>
/// <param name="PlannedBenefitHigh">Pounds a year, the upper end.</param>
/// <param name="RedundancyProvision">Pounds set aside outside the implementation budget.</param>
/// <param name="Provenance">What readers must know of where the figures come from, in plain sentences.</param>
public sealed record Programme(
    string Name,
    string Council,
    FinancialYear FirstYear,
    FinancialYear LastYear,
    string Objective,
    Money? PlannedBenefitLow,
    Money? PlannedBenefitHigh,
    Money? RedundancyProvision,
    string? Provenance,
    IReadOnlyList<ConfidenceLabel> ConfidenceLabels)
{
    /// <summary>Pounds that a finding may be apart before finance signs for it beside the PMO; nothing where the council set no limit.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Money? FinanceSignsAbove { get; init; }

    /// <summary>Under which licence the council gives its data away; none where it has chosen none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DataLicence? Licence { get; init; }

    /// <summary>
    /// The first month that the council reports on; nothing where that is not settled. How reports are asked for is no part of
    /// what an edition says.
    /// </summary>
    [JsonIgnore]
    public ReportingMonth? ReportsFrom { get; init; }

    /// <summary>For what a report needs evidence before it can be submitted; nothing where that is left to each project.</summary>
    [JsonIgnore]
    public EvidenceRule? EvidenceFor { get; init; }

    /// <summary>What the council sets its savings out by beside workstreams, in its order; nothing where it has chosen nothing.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<SavingsGrouping>? SavingsAlsoBy { get; init; }

    /// <summary>What this council calls a band.</summary>
    public string Label(Confidence confidence) =>
        ConfidenceLabels.FirstOrDefault(l => l.Confidence == confidence)?.Label ?? confidence.ToString();

    /// <summary>The band that this council calls by a word, whatever its case; nothing where none or several are.</summary>
    public Confidence? Band(string word) =>
        ConfidenceLabels.Where(l => string.Equals(l.Label, word, StringComparison.OrdinalIgnoreCase) || string.Equals(l.Alias, word, StringComparison.OrdinalIgnoreCase))
            .Select(l => (Confidence?)l.Confidence).Distinct().ToList() is [var only] ? only : null;
}

/// <summary>What a council calls a band of confidence, and the colour word it is also known by.</summary>
public sealed record ConfidenceLabel(Confidence Confidence, string Label, string? Alias);

/// <summary>What a council can set its savings out by, in tables of its own beside those by workstream.</summary>
public enum SavingsGrouping
{
    Directorate,
    WorkstreamBoard,
    Source,
    Project,
    AccountableOfficer,
}

public static class SavingsGroupingFacts
{
    /// <summary>What one row of such a table is.</summary>
    public static string Words(this SavingsGrouping grouping) => grouping switch
    {
        SavingsGrouping.WorkstreamBoard => "Workstream board",
        SavingsGrouping.AccountableOfficer => "Accountable officer",
        _ => grouping.ToString(),
    };

    /// <summary>What was chosen, each once; nothing where nothing was.</summary>
    public static IReadOnlyList<SavingsGrouping>? Chosen(IEnumerable<SavingsGrouping?> choices) =>
        choices.OfType<SavingsGrouping>().Distinct().ToList() is { Count: > 0 } chosen ? chosen : null;
}

/// <summary>A body of the programme's governance.</summary>
public sealed record Board(string Name, BoardKind Kind, string? ReportsTo, string Role, string? Basis);

public enum BoardKind
{
    Scrutiny,
    Executive,
    Advisory,
    ManagementTeam,
    ProgrammeBoard,
    WorkstreamBoard,
}

/// <summary>A savings component of the programme.</summary>
/// <param name="IsComponent">Whether the programme's own savings count in it; savings agreed before the programme do not.</param>
public sealed record Workstream(string Name, string ShortName, bool IsComponent, string? Basis);

public sealed record Directorate(string Name, string ShortName);

/// <summary>Where a target was set.</summary>
/// <param name="IsCore">Whether it is the core programme, whose activities have a table of their own.</param>
public sealed record TargetSource(string Name, string ShortName, bool IsCore);

/// <summary>An activity of the core programme. Activities of one group have their target set on the group.</summary>
/// <param name="FirstTarget">What it was to save, over all years, before targets were set year by year, in pounds; none where nobody recorded it.</param>
public sealed record CoreActivity(string Name, string? Group, Money? FirstTarget = null);

/// <summary>A licence under which data can be used again.</summary>
public enum DataLicence
{
    OpenGovernment3,
    CreativeCommons4,
}

public static class DataLicenceFacts
{
    /// <summary>As readers know it.</summary>
    public static string Name(this DataLicence licence) =>
        licence == DataLicence.OpenGovernment3 ? "Open Government Licence v3.0" : "Creative Commons Attribution 4.0";

    /// <summary>Where its words stand.</summary>
    public static string Address(this DataLicence licence) => licence == DataLicence.OpenGovernment3
        ? "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/" : "https://creativecommons.org/licenses/by/4.0/";

    /// <summary>What a file says that is given away under it.</summary>
    public static string Statement(this DataLicence licence) => licence == DataLicence.OpenGovernment3
        ? $"Contains public sector information licensed under the {licence.Name()}: {licence.Address()}" : $"Licensed under {licence.Name()}: {licence.Address()}";
}
