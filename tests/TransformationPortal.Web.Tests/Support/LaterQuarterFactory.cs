using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using TransformationPortal.Core.Periods;
using TransformationPortal.Core.Programmes;
using TransformationPortal.Core.Savings;
using TransformationPortal.Data;
using TransformationPortal.Data.Editions;
using TransformationPortal.Data.Entities;

namespace TransformationPortal.Web.Tests.Support;

/// <summary>
/// A portal in which a second quarter has been published: Cabinet has agreed the re-profile, one line’s high savings have
/// been delivered, one project is complete.
/// </summary>
public sealed class LaterQuarterFactory : PortalFactory
{
    public const string Line = "S-002";

    protected override IHost CreateHost(IHostBuilder builder)
    {
        var host = base.CreateHost(builder);
        Task.Run(() => PublishAsync(host.Services)).GetAwaiter().GetResult();
        return host;
    }

    private static async Task PublishAsync(IServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        var context = scope.ServiceProvider.GetRequiredService<PortalDbContext>();
        await context.Decisions.Where(d => d.Ref == "D-01").ExecuteUpdateAsync(u => u.SetProperty(d => d.Outcome, DecisionOutcome.Agreed));
        await context.Projects.Where(p => p.Code == "TP-09").ExecuteUpdateAsync(u => u.SetProperty(p => p.Phase, ProjectPhase.Complete));
        var june = await context.SavingsPositions.Include(p => p.Line).Where(p => p.Line.Ref == Line).ToListAsync();
        var latest = june.Max(p => p.AsAt);
        context.AddRange(june.Where(p => p.AsAt == latest).GroupBy(p => (p.Year, Later(p.Confidence))).Select(g => new SavingsPositionEntity
        {
            Line = g.First().Line, AsAt = new ReportingMonth(2019, 9), Year = g.Key.Year, Confidence = g.Key.Item2, Amount = new(g.Sum(p => p.Amount.Pounds)),
        }));
        await context.SaveChangesAsync();
        await scope.ServiceProvider.GetRequiredService<EditionStore>().PublishAsync(Quarter.Parse("2019/20 Q2"), "Programme Management Office", null, default);

        static Confidence Later(Confidence confidence) => confidence == Confidence.High ? Confidence.Delivered : confidence;
    }
}

/// <summary>Tests that only read share one portal with two quarters.</summary>
[CollectionDefinition(Name)]
public sealed class LaterQuarterCollection : ICollectionFixture<LaterQuarterFactory>
{
    public const string Name = "A portal with two quarters";
}
