using System.Diagnostics;
using System.Reflection;
using System.Data.Common;
using System.Net.Sockets;
using Ashlar.Core.Model;
using Ashlar.Kernel;

namespace Ashlar.Tool.Serving;

/// <summary>
/// Plays the scenarios of a compiled system in the tool's own process, each on a fresh database. The contract with generated
/// code is by name: `AllScenarios.PlayAsync(string)`, the `ScenarioException` with its step and reason, and `TestDatabases`,
/// which removes what is left.
/// </summary>
internal sealed class ScenarioPlayer : IAsyncDisposable
{
    private const string PostgresVariable = "TEST_POSTGRES";

    private readonly SystemLoadContext _context;
    private readonly MethodInfo _play;
    private readonly IAsyncDisposable _databases;

    /// <param name="compiled">The system with its scenarios.</param>
    /// <param name="postgres">The server to play on besides SQLite, or nothing.</param>
    public ScenarioPlayer(CompiledSystem compiled, string postgres)
    {
        // The tests of a generated system find their server there too.
        System.Environment.SetEnvironmentVariable(
            PostgresVariable, postgres.Length > 0 ? ConnectionText.Read(postgres)?.ConnectionString : null);
        _context = new SystemLoadContext(compiled.Images);
        var tests = _context.LoadHost();
        _play = TypeOf(tests, "AllScenarios").GetMethod("PlayAsync")
            ?? throw new InvalidOperationException("`AllScenarios` has no method `PlayAsync`");
        _databases = Activator.CreateInstance(TypeOf(tests, "TestDatabases")) as IAsyncDisposable
            ?? throw new InvalidOperationException("`TestDatabases` cannot be disposed of");
    }

    public async Task<PlayedScenario> PlayAsync(Scenario scenario)
    {
        var clock = Stopwatch.StartNew();
        try
        {
            await (Task)(_play.Invoke(null, BindingFlags.DoNotWrapExceptions, binder: null, [scenario.Title], culture: null)
                ?? throw new InvalidOperationException("`PlayAsync` gave nothing"));
            return new PlayedScenario(scenario, clock.Elapsed, Failure: null);
        }
        catch (Exception failure) when (failure.GetType().Name == "ScenarioException")
        {
            var step = (int)(Get(failure, "Step") ?? 0);
            return new PlayedScenario(scenario, clock.Elapsed, new FailedStep(step, Get(failure, "Reason") as string ?? ""));
        }
        catch (Exception failure) when (IsOfTheSystem(failure))
        {
            // Without its words: they may hold the address of a database.
            return new PlayedScenario(scenario, clock.Elapsed, new FailedStep(0, $"it ended with {failure.GetType().Name}"));
        }
    }

    private static bool IsOfTheSystem(Exception failure) => failure
        is DbException or IOException or SocketException or HttpRequestException or InvalidOperationException
        or OverflowException or OperationCanceledException;

    public async ValueTask DisposeAsync()
    {
        await _databases.DisposeAsync();
        _context.Unload();
    }

    private static object? Get(Exception failure, string property) => failure.GetType().GetProperty(property)?.GetValue(failure);

    private static Type TypeOf(Assembly assembly, string name) =>
        assembly.GetExportedTypes().FirstOrDefault(type => type.Name == name)
        ?? throw new InvalidOperationException($"`{assembly.GetName().Name}` has no public type `{name}`");
}

/// <summary>How a scenario went.</summary>
internal sealed record PlayedScenario(Scenario Scenario, TimeSpan Time, FailedStep? Failure);

/// <summary>The step that did not go as it is written; step zero are the given rows.</summary>
internal sealed record FailedStep(int Step, string Reason);
