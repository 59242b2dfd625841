using Microsoft.EntityFrameworkCore;
using TransformationPortal.Core;
using TransformationPortal.Core.Periods;
using TransformationPortal.Core.Programmes;
using TransformationPortal.Core.Reading;
using TransformationPortal.Core.Reports;
using TransformationPortal.Core.Savings;
using TransformationPortal.Data;
using TransformationPortal.Data.Entities;
using TransformationPortal.Data.Reading;
using TransformationPortal.Registers.Definitions;
using TransformationPortal.Registers.Present;

namespace TransformationPortal.Registers.Update;

/// <summary>A project with something under a grouping.</summary>
/// <param name="IsUnder">Whether the project itself stands there, or only savings lines of it.</param>
/// <param name="Lines">How many of its savings lines stand there; under a board, all of them.</param>
/// <param name="Revised">The sum of their revised targets, in pounds; nothing where none is set.</param>
public sealed record GroupedProject(string Code, string Name, bool IsUnder, int Lines, Money? Revised)
{
    /// <summary>Those savings lines, which can go by themselves; under a board they stand with their project.</summary>
    public IReadOnlyList<GroupedLine> EachLine { get; init; } = [];
}

/// <summary>A savings line under a grouping.</summary>
/// <param name="Revised">The sum of its revised targets, in pounds; nothing where none is set.</param>
public sealed record GroupedLine(string Ref, string Title, Money? Revised);

/// <summary>A part of a row: projects with their savings lines there, and savings lines by themselves.</summary>
/// <param name="Projects">The codes of the projects.</param>
/// <param name="Lines">The references of the lines.</param>
public sealed record GroupedPart(IReadOnlyCollection<string> Projects, IReadOnlyCollection<string> Lines);

/// <summary>
/// Renames, merges and splits what projects and savings lines are grouped under, from a day on. The registers change at once;
/// quarters that end before the day are composed as they were organised then.
/// </summary>
public sealed class ReorganisationDesk(PortalDbContext context, RowActs acts)
{
    /// <summary>Whether what is asked is only tried, so that it can be looked at: it is checked in full, and nothing is stored.</summary>
    public bool IsTrial { get => acts.IsTrial; set => acts.IsTrial = value; }

    /// <summary>Whether rows of the register can be renamed, merged and split.</summary>
    public static bool IsGrouping(RegisterDefinition register) => FormerNames.GroupingOf(register) is not null;

    /// <summary>The projects with something under a row, by code.</summary>
    public async Task<IReadOnlyList<GroupedProject>> UnderAsync(RegisterDefinition register, string id, CancellationToken ct)
    {
        var kept = await KeptRows.LoadAsync(context, ct);
        var row = kept[register].FirstOrDefault(r => !r.IsRetired && RowKeys.IdOf(register, r.Cells) == id);
        var found = row is null || !IsGrouping(register) ? [] : Under(kept, row.Entity);
        var revised = kept[SavingsTargetsRegister.Definition].Select(r => (SavingsTargetEntity)r.Entity).Where(t => t.Revised is not null)
            .GroupBy(t => t.Line).ToDictionary(g => g.Key, g => g.Sum(t => t.Revised!.Value.Pounds));
        context.ChangeTracker.Clear();
        return
        [
            .. found.Select(f => new GroupedProject(f.Project.Code, f.Project.Name, f.IsUnder, f.Lines.Count,
                f.Lines.Exists(revised.ContainsKey) ? new(f.Lines.Sum(l => revised.GetValueOrDefault(l))) : null)
            {
                EachLine = row!.Entity is BoardEntity ? [] : [.. f.Lines.Select(l => new GroupedLine(l.Ref, l.Title, revised.TryGetValue(l, out var pounds) ? new(pounds) : null))],
            }),
        ];
    }

    /// <summary>Gives it another name from a day on, everywhere at once. Published quarters keep the old one.</summary>
    /// <param name="Day">As it was typed.</param>
    public async Task<RowOutcome> RenameAsync(RegisterDefinition register, string id, string name, string day, Person by, CancellationToken ct)
    {
        var known = await KnownAsync(ct);
        return await acts.DoAsync(register, id, isRetired: false, by, act =>
        {
            var (key, was, written) = (register.Key[0], act.Row.Cells[0], TypedText.Clean(name).Text.Trim());
            var problems = Problems(NameProblem(known, act, "NewName", written), Day(known, act, day, [was, written], out var on));
            if (problems.Count > 0)
            {
                return problems;
            }

            context.Entry(act.Row.Entity).Property(nameof(BoardEntity.Name)).CurrentValue = written;
            act.Note(RegisterAction.Changed, key.Name, was, written, of: written);
            Record(act, ReorganisationKind.Renamed, on, was, written, []);
            return [];
        }, ct);
    }

    /// <summary>Makes one of two from a day on: whatever names the one names the other, and the one is retired. No amount moves or is lost.</summary>
    /// <param name="Into">The id of the other.</param>
    /// <param name="Day">As it was typed.</param>
    public async Task<RowOutcome> MergeAsync(RegisterDefinition register, string id, string into, string day, Person by, CancellationToken ct)
    {
        var known = await KnownAsync(ct);
        return await acts.DoAsync(register, id, isRetired: false, by, act =>
        {
            var other = act.Kept[register].FirstOrDefault(r => !r.IsRetired && r != act.Row && RowKeys.IdOf(register, r.Cells) == into);
            var problems = Problems(
                other is null ? new(register.Title, null, "Into", null, "the one that it goes into") : null,
                Day(known, act, day, [act.Row.Cells[0], other?.Cells[0] ?? ""], out var on));
            if (other is null || problems.Count > 0)
            {
                return problems;
            }

            var moved = Under(act.Kept, act.Row.Entity);
            foreach (var entity in AllBindings.InOrder.SelectMany(b => act.Kept[b.Register]).Select(r => r.Entity).Where(e => e != act.Row.Entity))
            {
                Move(entity, act.Row.Entity, other.Entity);
            }

            context.Entry(act.Row.Entity).Property(nameof(IRetirable.RetiredOn)).CurrentValue = CouncilTime.DayOf(act.At);
            act.Note(RegisterAction.Retired, register.Key[0].Name, act.Row.Cells[0], other.Cells[0]);
            Record(act, ReorganisationKind.Merged, on, act.Row.Cells[0], other.Cells[0], moved);
            return [];
        }, ct);
    }

    /// <summary>Makes two of one from a day on: a part goes to a new row that is otherwise like the old.</summary>
    /// <param name="name">The new row’s.</param>
    /// <param name="day">As it was typed.</param>
    public async Task<RowOutcome> SplitAsync(RegisterDefinition register, string id, string name, string day, GroupedPart part, Person by, CancellationToken ct)
    {
        var known = await KnownAsync(ct);
        return await acts.DoAsync(register, id, isRetired: false, by, act =>
        {
            var (was, written) = (act.Row.Cells[0], TypedText.Clean(name).Text.Trim());
            var going = Going(act, part);
            var problems = Problems(NameProblem(known, act, "PartName", written), PartProblem(act, going, "Projects"), Day(known, act, day, [was, written], out var on));
            if (problems.Count > 0)
            {
                return problems;
            }

            var made = LikeIt(act.Row.Entity, written);
            act.Add(made);
            Move(going, act.Row.Entity, made);
            act.Note(RegisterAction.Added, null, null, null, written);
            act.Note(RegisterAction.Changed, register.Key[0].Name, was, $"{was}; {written}");
            Record(act, ReorganisationKind.Split, on, was, written, going);
            return [];
        }, ct);
    }

    /// <summary>Lets a part go into a row that is there already, from a day on.</summary>
    /// <param name="into">The id of the other.</param>
    /// <param name="day">As it was typed.</param>
    public async Task<RowOutcome> MovePartAsync(RegisterDefinition register, string id, string into, string day, GroupedPart part, Person by, CancellationToken ct)
    {
        var known = await KnownAsync(ct);
        return await acts.DoAsync(register, id, isRetired: false, by, act =>
        {
            var other = act.Kept[register].FirstOrDefault(r => !r.IsRetired && r != act.Row && RowKeys.IdOf(register, r.Cells) == into);
            var going = Going(act, part);
            var problems = Problems(
                other is null ? new(register.Title, null, "PartInto", null, "the one that the part goes into") : null,
                PartProblem(act, going, "MovedProjects"), Day(known, act, day, [act.Row.Cells[0], other?.Cells[0] ?? ""], out var on));
            if (other is null || problems.Count > 0)
            {
                return problems;
            }

            Move(going, act.Row.Entity, other.Entity);
            act.Note(RegisterAction.Changed, register.Key[0].Name, act.Row.Cells[0], $"{act.Row.Cells[0]}; {other.Cells[0]}");
            Record(act, ReorganisationKind.PartMoved, on, act.Row.Cells[0], other.Cells[0], going);
            return [];
        }, ct);
    }

    // A project goes with its lines that stand there; a line goes by itself where its project stays.
    private static List<(ProjectEntity Project, bool IsUnder, List<SavingsLineEntity> Lines)> Going(RowAct act, GroupedPart part)
    {
        var lines = part.Lines.ToHashSet(StringComparer.OrdinalIgnoreCase);
        return
        [
            .. Under(act.Kept, act.Row.Entity).Select(u => part.Projects.Contains(u.Project.Code, StringComparer.OrdinalIgnoreCase) ? u
                : (u.Project, IsUnder: false, Lines: act.Row.Entity is BoardEntity ? [] : u.Lines.Where(l => lines.Contains(l.Ref)).ToList())).Where(u => u.IsUnder || u.Lines.Count > 0),
        ];
    }

    private static ImportProblem? PartProblem(RowAct act, List<(ProjectEntity Project, bool IsUnder, List<SavingsLineEntity> Lines)> going, string field)
    {
        var under = Under(act.Kept, act.Row.Entity);
        return going.Count == 0 ? new(act.Register.Title, null, field, null, "at least one project or savings line that goes")
            : going.Count(g => g.IsUnder) == under.Count(u => u.IsUnder) && going.Sum(g => g.Lines.Count) == under.Sum(u => u.Lines.Count)
                ? new(act.Register.Title, null, field, null, "fewer than all; where all go, it takes another name or goes into another one") : null;
    }

    private void Move(List<(ProjectEntity Project, bool IsUnder, List<SavingsLineEntity> Lines)> going, object from, object to)
    {
        foreach (var (project, isUnder, lines) in going)
        {
            foreach (var entity in lines.Cast<object>().Concat(isUnder ? [project] : []))
            {
                Move(entity, from, to);
            }
        }
    }

    /// <summary>The last re-organisation that gave a row its name or a part, where it can still be withdrawn: no published edition knows it.</summary>
    public async Task<Reorganisation?> LastAsync(RegisterDefinition register, string name, CancellationToken ct) =>
        (await WithdrawableAsync(register, name, ct)) is { } last ? (await KnownAsync(ct)).LastOrDefault(r => (r.On, r.From, r.To, r.Kind) == (last.On, last.From, last.To, last.Kind)) : null;

    /// <summary>Takes back the last re-organisation of a row, as if it had not been recorded. What became of it since stays.</summary>
    /// <param name="id">The row that has the name, or the part, now.</param>
    public async Task<RowOutcome> WithdrawAsync(RegisterDefinition register, string id, Person by, CancellationToken ct)
    {
        var name = (await KeptRows.LoadAsync(context, ct))[register].FirstOrDefault(r => !r.IsRetired && RowKeys.IdOf(register, r.Cells) == id)?.Cells[0];
        context.ChangeTracker.Clear();
        return await acts.DoAsync(register, id, isRetired: false, by, async act =>
        {
            if (name is null || await WithdrawableAsync(register, name, ct) is not { } last)
            {
                return [new(register.Title, null, null, null, "Nothing of this row can be withdrawn: it was not re-organised, or a published edition knows it. Re-organise it once more.") { IsSentence = true }];
            }

            Withdraw(act, last);
            act.Note(RegisterAction.Changed, register.Key[0].Name, last.To, last.From, of: last.From);
            context.Remove(last);
            return [];
        }, ct);
    }

    private void Withdraw(RowAct act, ReorganisationEntity last)
    {
        var now = act.Row.Entity;
        var codes = last.Members.Select(m => (m.IsLine, m.Code)).ToHashSet();
        var members = act.Kept[ProjectsRegister.Definition].Concat(act.Kept[SavingsLinesRegister.Definition]).Select(r => r.Entity).ToList();
        switch (last.Kind)
        {
            case ReorganisationKind.Renamed:
                context.Entry(now).Property(nameof(BoardEntity.Name)).CurrentValue = last.From;
                break;
            case ReorganisationKind.PartMoved:
                var giver = act.Kept[act.Register].First(r => !r.IsRetired && r.Cells[0] == last.From).Entity;
                foreach (var member in members.Where(m => codes.Contains(m is SavingsLineEntity line ? (true, line.Ref) : (false, ((ProjectEntity)m).Code))))
                {
                    Move(member, now, giver);
                }

                break;
            case ReorganisationKind.Merged:
                var former = act.Kept[act.Register].Last(r => r.Cells[0] == last.From).Entity;
                context.Entry(former).Property(nameof(IRetirable.RetiredOn)).CurrentValue = null;
                foreach (var member in members.Where(m => codes.Contains(m is SavingsLineEntity line ? (true, line.Ref) : (false, ((ProjectEntity)m).Code))))
                {
                    Move(member, now, former);
                }

                break;
            default:
                var whole = act.Kept[act.Register].First(r => !r.IsRetired && r.Cells[0] == last.From).Entity;
                foreach (var entity in AllBindings.InOrder.SelectMany(b => act.Kept[b.Register]).Select(r => r.Entity).Where(e => e != now))
                {
                    Move(entity, now, whole);
                }

                context.Remove(now);
                break;
        }

        context.RemoveRange(last.Members);
    }

    // The last that touches the name, while no edition was published that holds it.
    private async Task<ReorganisationEntity?> WithdrawableAsync(RegisterDefinition register, string name, CancellationToken ct)
    {
        if (FormerNames.GroupingOf(register) is not { } grouping)
        {
            return null;
        }

        var last = await context.Reorganisations.Include(r => r.Members).Where(r => r.Grouping == grouping && (r.From == name || r.To == name))
            .OrderByDescending(r => r.On).ThenByDescending(r => r.Id).FirstOrDefaultAsync(ct);
        var published = await context.StoredEditions.AsNoTracking().Select(e => new { e.Quarter, e.PublishedAt }).ToListAsync(ct);
        return last is null || last.To != name || published.Exists(e => e.Quarter.LastDay >= last.On && e.PublishedAt >= last.At) ? null : last;
    }

    private Task<List<Reorganisation>> KnownAsync(CancellationToken ct) => ReorganisationReading.ReadAsync(context, ct);

    // A board’s projects bring all their savings lines with them, as a savings line has no board of its own.
    private static List<(ProjectEntity Project, bool IsUnder, List<SavingsLineEntity> Lines)> Under(KeptRows kept, object row)
    {
        var lines = kept[SavingsLinesRegister.Definition].Where(l => !l.IsRetired).Select(r => (SavingsLineEntity)r.Entity)
            .Where(l => row is BoardEntity ? l.Project.Board == row : l.Workstream == row || l.Directorate == row || l.Source == row || l.Activity == row)
            .ToLookup(l => l.Project);
        return
        [
            .. kept[ProjectsRegister.Definition].Where(r => !r.IsRetired).Select(r => (ProjectEntity)r.Entity)
                .Select(p => (Project: p, IsUnder: p.Board == row || p.Workstream == row || p.Directorate == row, Lines: lines[p].ToList()))
                .Where(p => p.IsUnder || p.Lines.Count > 0).OrderBy(p => p.Project.Code, CodeOrder.Instance),
        ];
    }

    private void Move(object entity, object from, object to)
    {
        foreach (var navigation in context.Entry(entity).References.Where(r => ReferenceEquals(r.CurrentValue, from)))
        {
            navigation.CurrentValue = ReferenceEquals(entity, to) ? null : to;
        }
    }

    private void Record(RowAct act, ReorganisationKind kind, DateOnly on, string from, string to, List<(ProjectEntity Project, bool IsUnder, List<SavingsLineEntity> Lines)> moved) =>
        context.Add(new ReorganisationEntity
        {
            Grouping = FormerNames.GroupingOf(act.Register)!.Value, Kind = kind, On = on, From = from, To = to, By = act.By, At = act.At,
            Members =
            [
                .. moved.Where(m => m.IsUnder).Select(m => new ReorganisationMemberEntity { IsLine = false, Code = m.Project.Code }),
                .. moved.SelectMany(m => m.Lines).Select(l => new ReorganisationMemberEntity { IsLine = true, Code = l.Ref }),
            ],
        });

    // All at once, so that a form is sent once more and not three times.
    private static IReadOnlyList<ImportProblem> Problems(params IEnumerable<ImportProblem?> problems) => [.. problems.OfType<ImportProblem>()];

    private static ImportProblem? NameProblem(List<Reorganisation> known, RowAct act, string field, string written)
    {
        var (key, grouping) = (act.Register.Key[0], FormerNames.GroupingOf(act.Register)!.Value);
        return written.Length == 0 ? new(act.Register.Title, null, field, null, "its new name")
            : key.Read(written) is null ? new(act.Register.Title, null, field, written, key.Expected)
            : act.Kept[act.Register].Any(r => r != act.Row && string.Equals(r.Cells[0], written, StringComparison.OrdinalIgnoreCase))
                || field == "PartName" && string.Equals(act.Row.Cells[0], written, StringComparison.OrdinalIgnoreCase)
                ? new(act.Register.Title, null, field, written, "a name that no other row has; to make one of two, let it go into the other")
            : known.Refusal(grouping, written) is { } former && (field == "PartName" || !string.Equals(known.Successor(grouping, written), act.Row.Cells[0], StringComparison.OrdinalIgnoreCase))
                ? new(act.Register.Title, null, field, written, former) { IsSentence = true }
                : null;
    }

    // What is undone for an earlier quarter is undone from the last to the first, so what touches one name must be recorded in order.
    private static ImportProblem? Day(List<Reorganisation> known, RowAct act, string typed, string[] names, out DateOnly on)
    {
        var settings = act.Kept.Settings!;
        var (first, last) = (settings.FirstYear.FirstDay, settings.LastYear.LastDay);
        var reading = DayReader.Read(typed);
        on = reading.Value ?? default;
        if (reading.Value is null || on < first || on > last)
        {
            return new(act.Register.Title, null, "Day", typed.Trim().Length == 0 ? null : typed.Trim(), $"a day from {DateFormat.Long(first)} to {DateFormat.Long(last)}, such as 1/10/2019");
        }

        var (grouping, day) = (FormerNames.GroupingOf(act.Register)!.Value, on);
        return known.LastOrDefault(r => r.Grouping == grouping && r.On > day && names.Any(n => n == r.From || n == r.To)) is { } later
            ? new(act.Register.Title, null, "Day", typed.Trim(), $"{DateFormat.Long(later.On)} or a later day: on that day “{later.From}” {later.Kind switch { ReorganisationKind.Renamed => "became", ReorganisationKind.Merged => "went into", _ => "gave a part to" }} “{later.To}”")
            : null;
    }

    private static object LikeIt(object row, string name) => row switch
    {
        BoardEntity b => new BoardEntity { Name = name, Kind = b.Kind, ReportsTo = b.ReportsTo, Role = b.Role, Basis = b.Basis, DisplayOrder = b.DisplayOrder },
        WorkstreamEntity w => new WorkstreamEntity { Name = name, ShortName = name, IsComponent = w.IsComponent, Basis = w.Basis, DisplayOrder = w.DisplayOrder },
        DirectorateEntity d => new DirectorateEntity { Name = name, ShortName = name, DisplayOrder = d.DisplayOrder },
        TargetSourceEntity s => new TargetSourceEntity { Name = name, ShortName = name, IsCore = s.IsCore, DisplayOrder = s.DisplayOrder },
        CoreActivityEntity a => new CoreActivityEntity { Name = name, Group = a.Group, FirstTarget = a.FirstTarget, DisplayOrder = a.DisplayOrder },
        _ => throw new ArgumentOutOfRangeException(nameof(row), row, "Not a grouping."),
    };
}
