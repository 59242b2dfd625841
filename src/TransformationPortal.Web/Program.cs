using TransformationPortal.Web.Setup;

var builder = WebApplication.CreateBuilder(args);
var dataFolder = builder.AddPortal();
var app = builder.Build();
app.UsePortal();

// A start that cannot succeed says why in one sentence and leaves everything as it was.
if (await StartUp.PrepareAsync(app, dataFolder) is { } problem)
{
    await Console.Error.WriteLineAsync(problem);
    return 1;
}

if (UserCommand.IsAsked(args))
{
    return await UserCommand.RunAsync(app.Services, args, Console.In, Console.Out);
}

await app.RunAsync();
return 0;
