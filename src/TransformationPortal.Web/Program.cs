using TransformationPortal.Web.Setup;

// A start that cannot succeed says why in one sentence and leaves everything as it was.
return await StartUp.ExplainAsync(async () =>
{
    var builder = WebApplication.CreateBuilder(args);
    var dataFolder = builder.AddPortal();
    var app = builder.Build();
    app.UsePortal();
    await StartUp.PrepareAsync(app, dataFolder);
    if (UserCommand.IsAsked(args))
    {
        return await UserCommand.RunAsync(app.Services, args, Console.In, Console.Out);
    }

    await app.RunAsync();
    return 0;
});
