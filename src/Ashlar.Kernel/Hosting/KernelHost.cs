using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Ashlar.Kernel;

/// <summary>Builds and runs the application around the endpoints of a system.</summary>
public static class KernelHost
{
    /// <summary>Creates the builder with everything that the kernel needs.</summary>
    public static WebApplicationBuilder CreateBuilder(string[] args, SystemDescription system)
    {
        // The settings lie beside the program, wherever it is started from. Watching them costs most of the start, and a limit
        // that changes while requests run helps nobody.
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions
        {
            Args = ["--contentRoot=" + AppContext.BaseDirectory, .. args, "--hostBuilder:reloadConfigOnChange=false"],
            ApplicationName = system.Assembly.GetName().Name,
        });
        SettingsFolder.AddTo(builder.Configuration, builder.Environment);
        var options = KernelOptions.From(builder.Configuration);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = options.MaxBodyBytes;
        });
        if (!builder.Environment.IsDevelopment())
        {
            builder.Logging.AddJsonConsole(console =>
            {
                console.IncludeScopes = true;
                console.UseUtcTimestamp = true;
                console.TimestampFormat = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";
            });
        }

        SettingsReader.AddTo(
            builder.Services, builder.Configuration, builder.Environment, system.Settings);
        AddServices(builder.Services, builder.Configuration, builder.Environment, options, system);
        return builder;
    }

    /// <summary>Puts the kernel's middleware around the endpoints that are mapped after it.</summary>
    public static void UseKernel(this WebApplication app)
    {
        app.UseExceptionHandler(new ExceptionHandlerOptions { ExceptionHandler = WriteDefectAsync });
        app.Use(SecurityHeaders.InvokeAsync);
        app.UseRouting();
        app.Use(UnmatchedRequest.InvokeAsync);
        Health.Map(app);
    }

    /// <summary>
    /// Runs the system: <c>migrate</c> creates the tables and ends, and parts of the kernel may have commands of their own;
    /// without an argument the system serves requests.
    /// </summary>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunSystemAsync(this WebApplication app, string[] args)
    {
        await using (app)
        {
            var schema = app.Services.GetRequiredService<SchemaCommand>();
            if (args is ["migrate", ..])
            {
                return await schema.MigrateAsync();
            }

            if (args is [not ['-', ..], ..])
            {
                return await CarryOutAsync(app, args);
            }

            if (await schema.RefusalToServeAsync() is { } reason)
            {
                await Console.Error.WriteLineAsync(reason);
                return 1;
            }

            await app.RunAsync();
            return 0;
        }
    }

    /// <summary>
    /// Builds and runs the system. Settings that are wrong are told all at once, before anything is opened.
    /// </summary>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(string[] args, Func<string[], WebApplication> build)
    {
        try
        {
            return await build(args).RunSystemAsync(args);
        }
        catch (SettingsException refusal)
        {
            await Console.Error.WriteLineAsync(refusal.Message);
            return SettingsException.ExitCode;
        }
    }

    private static async Task<int> CarryOutAsync(WebApplication app, string[] words)
    {
        var parts = app.Services.GetRequiredService<SystemDescription>().Parts;
        if (parts.Select(part => part.CarryOutAsync(app.Services, words)).FirstOrDefault(work => work is not null) is { } work)
        {
            return await work;
        }

        await Console.Error.WriteLineAsync($"There is no command `{words[0]}`.");
        return 2;
    }

    private static void AddServices(
        IServiceCollection services, ConfigurationManager configuration, IHostEnvironment environment, KernelOptions options,
        SystemDescription system)
    {
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;
        services.AddRouting();
        services.AddSingleton(system);
        services.AddSingleton(options);
        services.AddSingleton(system.Clock);
        services.AddSingleton(_ => Database.Open(DatabaseAddress.Runtime(configuration, environment, system)));
        services.AddSingleton<SchemaInstaller>();
        services.AddSingleton<SchemaInspector>();
        services.AddSingleton<MigrationRunner>();
        services.AddSingleton<SchemaCommand>();
        services.AddSingleton<RequestLimits>();
        services.AddSingleton<OutboundHttp>();
        services.AddSingleton<SlotDoubles>();
        services.AddSingleton<FileMemory>();
        services.AddSingleton<Health>();
        services.AddHostedService<AnswerCleanup>();
        services.AddSingleton<SignInThrottle>();
        services.AddSingleton<PasswordSessions>();
        services.AddSingleton<InstallationToken>();
        services.AddSingleton<ICallers>(provider => system.Principal is null
            ? new NoCallers()
            : provider.GetRequiredService<PasswordSessions>());
        services.Configure<HostOptions>(host => host.ShutdownTimeout = options.DrainTime);
        var constraints = new Constraints();
        foreach (var table in system.Constraints)
        {
            constraints.Add(table);
        }

        services.AddSingleton(constraints);
        if (system.Principal is { } principal)
        {
            services.AddSingleton(principal);
        }

        if (environment.IsDevelopment())
        {
            services.AddSingleton<AccessExplainer>();
        }

        foreach (var part in system.Parts)
        {
            part.AddTo(services);
        }
    }

    private static Task WriteDefectAsync(HttpContext http) =>
        ProblemWriter.WriteAsync(
            http, new("defect", StatusCodes.Status500InternalServerError, "Something went wrong on our side."));
}
