using TransformationPortal.Data;
using Microsoft.EntityFrameworkCore;
using TransformationPortal.Core.Periods;
using TransformationPortal.Core.Reports;
using TransformationPortal.Data.Entities;
using TransformationPortal.Registers.Files;
using TransformationPortal.Registers.Definitions;

namespace TransformationPortal.Registers.Update;

/// <summary>A heading that the council explained once.</summary>
/// <param name="Id">What it is forgotten by.</param>
/// <param name="Column">What it is; nothing where it is left out.</param>
public sealed record KnownHeading(int Id, RegisterDefinition Register, string Heading, Column? Column, Person By, DateTime At);

/// <summary>The headings of the council's own that were explained once, and what each means.</summary>
public sealed class KnownHeadings(PortalDbContext context, CouncilClock clock)
{
    public async Task<IReadOnlyList<KnownHeading>> ListAsync(CancellationToken ct) =>
    [
        .. (await context.KnownHeadings.AsNoTracking().OrderBy(h => h.Register).ThenBy(h => h.Id).ToListAsync(ct))
            .Select(h => (Stored: h, Register: AllRegisters.InOrder.Append(ActualsSheet.Definition).FirstOrDefault(r => r.Name == h.Register))).Where(h => h.Register is not null)
            .Select(h => new KnownHeading(h.Stored.Id, h.Register!, h.Stored.Written, h.Register!.Columns.FirstOrDefault(c => c.Name == h.Stored.Column), h.Stored.By, h.Stored.At)),
    ];

    /// <summary>What files are read with.</summary>
    public async Task<IReadOnlyList<HeadingMeaning>> MeaningsAsync(CancellationToken ct) =>
        [.. (await ListAsync(ct)).Select(h => new HeadingMeaning(h.Register.Name, h.Heading, h.Column?.Name, $"as {h.By.DisplayName} said on {DateFormat.Long(CouncilTime.DayOf(h.At))}"))];

    /// <summary>Remembers what headings mean; what was said of one before is forgotten.</summary>
    public async Task RememberAsync(IReadOnlyList<HeadingMeaning> meanings, Person by, CancellationToken ct)
    {
        var said = meanings.Where(m => m.Heading.Length <= Lengths.Name).ToList();
        var registers = said.Select(m => m.Register).ToList();
        await context.WriteAsync(
            async token =>
            {
                var before = await context.KnownHeadings.Where(h => registers.Contains(h.Register)).ToListAsync(token);
                foreach (var meaning in said)
                {
                    var key = StrangeColumns.KeyOf(meaning.Heading);
                    context.RemoveRange(before.Where(h => h.Register == meaning.Register && h.Heading == key));
                }

                await context.SaveChangesAsync(token);
                context.AddRange(said.Select(m => new KnownHeadingEntity
                {
                    Register = m.Register, Heading = StrangeColumns.KeyOf(m.Heading), Written = m.Heading, Column = m.Column, By = by, At = clock.Now,
                }));
                await context.SaveChangesAsync(token);
            },
            _ => Task.FromResult(false),
            ct);
        context.ChangeTracker.Clear();
    }

    public Task ForgetAsync(int id, CancellationToken ct) => context.KnownHeadings.Where(h => h.Id == id).ExecuteDeleteAsync(ct);
}
