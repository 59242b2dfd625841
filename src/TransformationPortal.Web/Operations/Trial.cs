using TransformationPortal.Data;
using TransformationPortal.Data.Audit;
using TransformationPortal.Data.Setup;
using TransformationPortal.Registers.Sample;
using TransformationPortal.Web.Branding;
using TransformationPortal.Web.Caching;
using TransformationPortal.Web.Editions;
using TransformationPortal.Web.Files;
using TransformationPortal.Web.Pages;
using TransformationPortal.Web.Text;
using TransformationPortal.Web.Security;
using TransformationPortal.Web.Setup;

namespace TransformationPortal.Web.Operations;

/// <summary>Begins a trial anew: what its first start made, and nothing else.</summary>
public sealed class Trial(
    TrialReset reset, SampleProgramme sample, IServiceProvider services, SessionCache sessions, BrandingCache looks, AuditAnchorFile anchors)
{
    public async Task ResetAsync(CancellationToken ct)
    {
        await reset.EmptyAsync(ct);
        anchors.Forget();
        await sample.LoadAsync(ct);
        await DemoAccounts.EnsureAsync(services);
        looks.Forget();
        services.GetRequiredService<PageCache>().Clear();
        sessions.Clear();
    }
}
