using Ashlar.Kernel;

namespace Ashlar.SystemTesting;

/// <summary>A scenario of the model.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Build">The system under test, with a clock of its own.</param>
/// <param name="FillAsync">Puts the given rows into the database.</param>
/// <param name="RunAsync">What happens, step by step.</param>
public sealed record TestScenario(
    string Title, Func<TimeProvider, SystemUnderTest> Build, Func<Session, Task> FillAsync, Func<ScenarioRun, Task> RunAsync)
{
    /// <summary>When every scenario begins.</summary>
    public static DateTimeOffset Start { get; } = new(2026, 1, 15, 12, 0, 0, TimeSpan.Zero);

    /// <summary>Lets it happen on each database.</summary>
    public async Task PlayAsync()
    {
        foreach (var database in TestDatabase.All)
        {
            var clock = new TestClock(Start);
            var definition = Build(clock) with { Template = "empty" };
            await using var system = await TestSystem.StartAsync(definition, database);
            await GiveAsync(system, database.Name);
            var run = new ScenarioRun(Title, database.Name, system, clock);
            await RunAsync(run);
            run.End();
        }
    }

    private async Task GiveAsync(TestSystem system, string database)
    {
        try
        {
            await using var session = await system.OpenAsync();
            await FillAsync(session);
            await session.CommitAsync();
        }
        catch (ConstraintViolationException e)
        {
            throw new ScenarioException(Title, database, 0, $"the given rows break {e.Constraint}");
        }
    }
}
