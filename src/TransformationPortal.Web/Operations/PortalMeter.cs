using System.Diagnostics.Metrics;

namespace TransformationPortal.Web.Operations;

/// <summary>What the portal itself measures, beside what the framework does.</summary>
public sealed class PortalMeter
{
    /// <summary>Under which the portal is known where its measurements arrive.</summary>
    public const string Name = "TransformationPortal";

    private readonly Counter<long> pages;
    private readonly Counter<long> refusedSignIns;
    private readonly Histogram<double> files;
    private readonly Gauge<long> wrong;

    public PortalMeter(IMeterFactory meters)
    {
        var meter = meters.Create(Name);
        pages = meter.CreateCounter<long>("portal.pages", "{page}", "Pages of published editions, by whether they were kept or made.");
        refusedSignIns = meter.CreateCounter<long>("portal.sign_in.refused", "{sign-in}", "Sign-ins that were refused.");
        files = meter.CreateHistogram<double>("portal.file.duration", "s", "How long a file of an edition took to make, by its kind.");
        wrong = meter.CreateGauge<long>("portal.sealed.wrong", "{thing}", "What was not as it was written when everything that is sealed was last looked over.");
    }

    public void Page(bool wasKept) => pages.Add(1, new KeyValuePair<string, object?>("kept", wasKept));

    public void SignInRefused() => refusedSignIns.Add(1);

    public void FileMade(TimeSpan took, string kind) => files.Record(took.TotalSeconds, new KeyValuePair<string, object?>("kind", kind));

    public void Wrong(int count) => wrong.Record(count);
}
