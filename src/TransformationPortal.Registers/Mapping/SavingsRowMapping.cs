using TransformationPortal.Data.Entities;
using TransformationPortal.Registers.Definitions;
using TransformationPortal.Registers.Reports;

namespace TransformationPortal.Registers.Mapping;

/// <summary>The savings lines with their targets and positions, and the decisions that would move them.</summary>
internal static class SavingsRowMapping
{
    public static IEnumerable<object> From(ProgrammeData data, FrameRowMapping frame, ProjectRowMapping projects)
    {
        var lines = data[SavingsLinesRegister.Definition].ToDictionary(
            row => row.Get(SavingsLinesRegister.Ref),
            row => new SavingsLineEntity
            {
                Ref = row.Get(SavingsLinesRegister.Ref),
                Title = row.Get(SavingsLinesRegister.Title),
                Project = projects.ByCode[row.Get(SavingsLinesRegister.Project)],
                Workstream = frame.Workstreams[row.Get(SavingsLinesRegister.Workstream)],
                Directorate = frame.Directorates[row.Get(SavingsLinesRegister.Directorate)],
                Source = frame.Sources[row.Get(SavingsLinesRegister.Source)],
                Activity = row.Find(SavingsLinesRegister.Activity) is { } activity ? frame.Activities[activity] : null,
            },
            StringComparer.Ordinal);
        var decisions = data[DecisionsRegister.Definition].ToDictionary(
            row => row.Get(DecisionsRegister.Ref),
            row => new DecisionEntity
            {
                Ref = row.Get(DecisionsRegister.Ref),
                Title = row.Get(DecisionsRegister.Title),
                Body = row.Get(DecisionsRegister.Body),
                Due = row.Find(DecisionsRegister.Due),
                Outcome = row.Get(DecisionsRegister.Outcome),
                Note = row.Find(DecisionsRegister.Note),
                Settled = row.Find(DecisionsRegister.Settled),
                OutcomeNote = row.Find(DecisionsRegister.OutcomeNote),
            },
            StringComparer.Ordinal);
        return lines.Values.Concat<object>(decisions.Values)
            .Concat(Targets(data, lines))
            .Concat(Positions(data, lines))
            .Concat(Reprofiles(data, lines, decisions));
    }

    private static IEnumerable<SavingsTargetEntity> Targets(ProgrammeData data, Dictionary<string, SavingsLineEntity> lines) =>
        data[SavingsTargetsRegister.Definition].Select(row => new SavingsTargetEntity
        {
            Line = lines[row.Get(SavingsTargetsRegister.Line)],
            Year = row.Get(SavingsTargetsRegister.Year),
            Original = row.Find(SavingsTargetsRegister.Original),
            Revised = row.Find(SavingsTargetsRegister.Revised),
            CarriedOut = row.Find(SavingsTargetsRegister.CarriedOut),
        });

    private static IEnumerable<SavingsPositionEntity> Positions(ProgrammeData data, Dictionary<string, SavingsLineEntity> lines)
    {
        var reported = new ReportedMonths(data);
        return from row in data[SavingsPositionsRegister.Definition]
               let line = row.Get(SavingsPositionsRegister.Line)
               let month = row.Get(SavingsPositionsRegister.AsAt)
               where !reported.HaveSavingsLine(line, month)
               select new SavingsPositionEntity
               {
                   Line = lines[line],
                   AsAt = month,
                   Year = row.Get(SavingsPositionsRegister.Year),
                   Confidence = row.Get(SavingsPositionsRegister.Confidence),
                   Amount = row.Get(SavingsPositionsRegister.Amount),
               };
    }

    private static IEnumerable<ReprofileEntity> Reprofiles(
        ProgrammeData data, Dictionary<string, SavingsLineEntity> lines, Dictionary<string, DecisionEntity> decisions) =>
        data[ReprofilesRegister.Definition].Select(row => new ReprofileEntity
        {
            Decision = decisions[row.Get(ReprofilesRegister.Decision)],
            Line = lines[row.Get(ReprofilesRegister.Line)],
            Label = row.Get(ReprofilesRegister.Label),
            Amount = row.Get(ReprofilesRegister.Amount),
            FromYear = row.Get(ReprofilesRegister.FromYear),
            ToYear = row.Find(ReprofilesRegister.ToYear),
            Confidence = row.Get(ReprofilesRegister.Confidence),
            Note = row.Find(ReprofilesRegister.Note),
            IsCarryForward = row.Find(ReprofilesRegister.CarryForward) ?? false,
        });
}
