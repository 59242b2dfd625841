using TransformationPortal.Web.Commands;
using TransformationPortal.Web.Setup;

// A start that cannot succeed says why in one sentence and leaves everything as it was.
return await StartUp.ExplainAsync(() => CommandLine.RunAsync(args, async settings =>
{
    var builder = WebApplication.CreateBuilder(settings);
    var dataFolder = builder.AddPortal();
    var app = builder.Build();
    app.UsePortal();
    using var use = StartUp.UseDatabase(app);
    await StartUp.PrepareAsync(app, dataFolder);
    await app.RunAsync();
    return CommandLine.Done;
}));
