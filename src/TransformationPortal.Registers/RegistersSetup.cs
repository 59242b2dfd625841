using Microsoft.Extensions.DependencyInjection;
using TransformationPortal.Registers.History;
using TransformationPortal.Registers.Present;
using TransformationPortal.Registers.Sample;
using TransformationPortal.Registers.Update;

namespace TransformationPortal.Registers;

/// <summary>Registers what reads, checks and changes the programme's registers, and tells the database what they are.</summary>
public static class RegistersSetup
{
    public static IServiceCollection AddPortalRegisters(this IServiceCollection services)
    {
        services.AddSingleton(DatedRegisters.Recorded);
        services.AddScoped<ProgrammeImport>();
        services.AddScoped<PresentProgrammeReader>();
        services.AddScoped<ProgrammeUpdate>();
        services.AddScoped<ActualsUpdate>();
        services.AddScoped<RowActs>();
        services.AddScoped<RegisterDesk>();
        services.AddScoped<DaysPutRight>();
        services.AddScoped<ReorganisationDesk>();
        services.AddScoped<UploadStore>();
        services.AddScoped<AppliedUploads>();
        services.AddScoped<KnownHeadings>();
        services.AddScoped<SampleProgramme>();
        return services;
    }
}
