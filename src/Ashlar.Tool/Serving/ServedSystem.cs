using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Hosting;

namespace Ashlar.Tool.Serving;

/// <summary>
/// A system that serves in the tool's own process. The contract with generated code is two public methods, found by
/// name in its assemblies: `SystemHost.Build(string[])` in the host, and the kernel's `RunSystemAsync(WebApplication, string[])`;
/// and the kernel's `ConstraintViolationException`, which says what its samples break.
/// </summary>
internal sealed class ServedSystem : IAsyncDisposable
{
    private readonly SystemLoadContext _context;
    private readonly IHostApplicationLifetime _lifetime;
    private readonly Task<int> _run;

    private ServedSystem(SystemLoadContext context, IHostApplicationLifetime lifetime, Task<int> run)
    {
        _context = context;
        _lifetime = lifetime;
        _run = run;
    }

    /// <summary>Ends when the system stops by itself.</summary>
    public Task Ended => _run;

    /// <summary>
    /// Starts the system and waits until it answers; null when it says itself that it cannot. Throws what the system throws
    /// when it cannot start, except where its database refuses a sample.
    /// </summary>
    public static async Task<StartResult?> Start(CompiledSystem compiled, HostSettings settings)
    {
        var context = new SystemLoadContext(compiled.Images);
        var arguments = settings.ToArguments();
        var host = context.LoadHost();
        var application = (WebApplication)Invoke(Method(host, "SystemHost", "Build"), [arguments]);
        var lifetime = application.Lifetime;
        var started = new TaskCompletionSource();
        lifetime.ApplicationStarted.Register(started.SetResult);

        var run = (Task<int>)Invoke(RunMethod(context, compiled), [application, arguments]);
        await Task.WhenAny(started.Task, run);
        if (started.Task.IsCompleted)
        {
            return new StartResult.Up(new ServedSystem(context, lifetime, run));
        }

        if (BrokenConstraint(run.Exception?.InnerException) is not { } constraint)
        {
            await run;
            context.Unload();
            return null;
        }

        context.Unload();
        return new StartResult.RefusedSample(constraint);
    }

    /// <summary>Lets the system carry out a command of its own; the result is its exit code.</summary>
    public static async Task<int> CarryOutAsync(CompiledSystem compiled, IReadOnlyList<string> command, HostSettings settings)
    {
        var context = new SystemLoadContext(compiled.Images);
        string[] words = [.. command, .. settings.ToArguments()];
        var application = (WebApplication)Invoke(Method(context.LoadHost(), "SystemHost", "Build"), [words]);
        var code = await (Task<int>)Invoke(RunMethod(context, compiled), [application, words]);
        context.Unload();
        return code;
    }

    /// <summary>Builds a host and lets go of it; throws what the system throws when it cannot be built.</summary>
    public static async Task BuildAndDropAsync(SystemLoadContext context, string[] arguments)
    {
        var application = (WebApplication)Invoke(Method(context.LoadHost(), "SystemHost", "Build"), [arguments]);
        await application.DisposeAsync();
    }

    /// <summary>
    /// Stops taking requests, lets those end that are running, and lets go of the assemblies. The system may have ended
    /// already: its host listens to the same signals as the tool.
    /// </summary>
    public async ValueTask DisposeAsync()
    {
        _lifetime.StopApplication();
        await _run;
        _context.Unload();
    }

    /// <summary>The system has a kernel of its own, so that its exception is known by name only.</summary>
    private static string? BrokenConstraint(Exception? failure) =>
        failure?.GetType() is { Name: "ConstraintViolationException" } type
            ? type.GetProperty("Constraint")?.GetValue(failure) as string
            : null;

    private static MethodInfo RunMethod(SystemLoadContext context, CompiledSystem compiled)
    {
        var kernel = compiled.Images.Single(image => image.Name.EndsWith(".Kernel", StringComparison.Ordinal));
        return Method(context.LoadFromAssemblyName(new AssemblyName(kernel.Name)), "KernelHost", "RunSystemAsync");
    }

    private static MethodInfo Method(Assembly assembly, string type, string method) =>
        assembly.GetExportedTypes().FirstOrDefault(candidate => candidate.Name == type)?.GetMethod(method)
        ?? throw new InvalidOperationException($"`{assembly.GetName().Name}` has no public method `{type}.{method}`");

    private static object Invoke(MethodInfo method, object[] arguments) =>
        method.Invoke(null, BindingFlags.DoNotWrapExceptions, binder: null, arguments, culture: null)
        ?? throw new InvalidOperationException($"`{method.Name}` gave nothing");
}
