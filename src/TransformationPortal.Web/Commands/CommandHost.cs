using TransformationPortal.Web.Setup;

namespace TransformationPortal.Web.Commands;

/// <summary>The portal's parts for a command, on the settings of the command line; nobody is answered meanwhile.</summary>
internal sealed class CommandHost(string[] settings)
{
    /// <summary>Does something with the portal's parts.</summary>
    /// <param name="prepares">Whether the database is made, or brought up to date, before; else it is found as it is.</param>
    public Task<int> RunAsync(bool prepares, Func<IServiceProvider, Task<int>> act) => RunAsync(prepares, (services, _) => act(services));

    /// <summary>The same, with the data folder as a full path.</summary>
    public async Task<int> RunAsync(bool prepares, Func<IServiceProvider, string, Task<int>> act)
    {
        var builder = WebApplication.CreateBuilder(settings);
        var dataFolder = builder.AddPortal();
        await using var app = builder.Build();
        StartUp.CheckSettings(app.Services);
        if (prepares)
        {
            await StartUp.PrepareAsync(app, dataFolder);
        }

        return await act(app.Services, dataFolder);
    }
}
