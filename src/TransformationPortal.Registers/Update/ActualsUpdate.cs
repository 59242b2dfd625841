using System.Globalization;
using TransformationPortal.Core;
using TransformationPortal.Core.Costs;
using TransformationPortal.Core.Periods;
using TransformationPortal.Data;
using TransformationPortal.Registers.Checks;
using TransformationPortal.Registers.Definitions;
using TransformationPortal.Registers.Present;

namespace TransformationPortal.Registers.Update;

/// <summary>What a row of actuals is, held against what is recorded.</summary>
public enum ActualStatus
{
    /// <summary>Nothing is recorded for the line and month yet.</summary>
    New,

    /// <summary>Another amount is recorded.</summary>
    Restated,

    /// <summary>The same amount is recorded already.</summary>
    Same,

    /// <summary>The file says it a second time.</summary>
    Repeated,
}

/// <summary>A row of actuals.</summary>
/// <param name="Row">In the file.</param>
/// <param name="Recorded">What is recorded now; nothing where nothing is.</param>
public sealed record ActualRow(int Row, string Line, ReportingMonth Month, Money Amount, Money? Recorded, ActualStatus Status);

/// <summary>What a file of actuals would do.</summary>
/// <param name="Spend">The register of spend as it would be.</param>
public sealed record ActualsPreview(IReadOnlyList<ActualRow> Rows, UpdatePreview Update, RegisterTable Spend);

/// <summary>Lays a month's spend over the register of spend. It goes the way of every other change.</summary>
public sealed class ActualsUpdate(PresentProgrammeReader reader, ProgrammeUpdate update, CouncilClock clock)
{
    public async Task<ActualsPreview> PreviewAsync(RegisterTable actuals, CancellationToken ct)
    {
        var present = await reader.ReadAsync(ct);
        var reading = new RegisterReading(ActualsSheet.Definition, WithNotes(actuals), ConfidenceWords.Portal);
        reading.Read();
        if (reading.IsReadable)
        {
            reading.CheckReference(ActualsSheet.Line, present.Tables.Single(t => t.Name == CostLinesRegister.Definition.Name).Rows.Select(r => r.Cells[0]).ToHashSet(StringComparer.Ordinal));
        }

        var spend = present.Tables.Single(t => t.Name == SpendRegister.Definition.Name);
        var rows = new List<ActualRow>();
        var problems = reading.Problems;
        var laid = Lay(reading.IsReadable ? reading.SoundRows : [], spend, actuals.Source, rows, problems);
        return problems.Count > 0
            ? new(rows, new(problems, UpdatePlan.NoChanges, [], present.Seal), spend)
            : new(rows, await update.PreviewAsync([laid], ct), laid);
    }

    // Notes may be left out as a whole.
    private static RegisterTable WithNotes(RegisterTable actuals) => actuals.Header.Contains(ActualsSheet.Note.Name, StringComparer.Ordinal)
        ? actuals
        : actuals with
        {
            Header = [.. actuals.Header, ActualsSheet.Note.Name],
            Rows = [.. actuals.Rows.Select(r => r.Cells.Count == actuals.Header.Count ? r with { Cells = [.. r.Cells, ""] } : r)],
        };

    private RegisterTable Lay(IReadOnlyList<RegisterRow> sound, RegisterTable spend, string source, List<ActualRow> rows, List<ImportProblem> problems)
    {
        var month = ReportingMonth.Containing(clock.Today);
        var kind = SpendRegister.Kind.Write(CostKind.Actual);
        var table = spend.Rows.Select(r => r with { Number = 0 }).ToList();
        var recorded = table.Select((r, i) => (r.Cells, Index: i)).Where(r => r.Cells[2] == kind).ToDictionary(r => (r.Cells[0], r.Cells[1]), r => r.Index);
        var met = new Dictionary<(string, ReportingMonth), ActualRow>();
        foreach (var row in sound)
        {
            var (line, at, amount) = (row.Get(ActualsSheet.Line), row.Get(ActualsSheet.Month), row.Get(ActualsSheet.Amount));
            if (at > month)
            {
                problems.Add(row.Problem(ActualsSheet.Month, $"a month that has begun; {at.Name} has not"));
                continue;
            }

            if (met.TryGetValue((line, at), out var first))
            {
                if (first.Amount != amount)
                {
                    problems.Add(row.Problem(ActualsSheet.Amount, string.Create(
                        CultureInfo.InvariantCulture, $"one amount for {line} in {at.Name}; row {first.Row} says {first.Amount}")));
                }

                rows.Add(new(row.Number, line, at, amount, first.Recorded, ActualStatus.Repeated));
                continue;
            }

            var isKnown = recorded.TryGetValue((line, SpendRegister.Month.Write(at)), out var index);
            Money? was = isKnown ? (Money)SpendRegister.Amount.Read(table[index].Cells[3])! : null;
            var read = new ActualRow(row.Number, line, at, amount, was, was is null ? ActualStatus.New : was == amount ? ActualStatus.Same : ActualStatus.Restated);
            met.Add((line, at), read);
            rows.Add(read);
            if (read.Status != ActualStatus.Same)
            {
                // A note is kept where the file brings none.
                var note = row.Find(ActualsSheet.Note) ?? (isKnown ? table[index].Cells[4] : "");
                var written = new RegisterTableRow(row.Number, [line, SpendRegister.Month.Write(at), kind, SpendRegister.Amount.Write(amount), note]);
                if (isKnown)
                {
                    table[index] = written;
                }
                else
                {
                    table.Add(written);
                }
            }
        }

        return spend with { Source = source, Rows = table };
    }
}
