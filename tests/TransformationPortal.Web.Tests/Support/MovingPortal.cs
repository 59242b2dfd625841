using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using TransformationPortal.Data;

namespace TransformationPortal.Web.Tests.Support;

/// <summary>A portal whose council lives on the days that a test says.</summary>
internal sealed class MovingPortal : PortalFactory
{
    public MovingClock Clock { get; } = new();

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.ConfigureTestServices(services => services.AddSingleton(new CouncilClock(Clock, Options.Create(new ReportOptions()))));
    }
}

/// <summary>Stands on the day of the sample's publishing until it is moved.</summary>
internal sealed class MovingClock : TimeProvider
{
    public DateTimeOffset Now { get; set; } = At(new(2019, 7, 12));

    public static DateTimeOffset At(DateOnly day) => new(day.ToDateTime(new TimeOnly(10, 0)), TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => Now;
}
