using System.Text.Json;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Ashlar.Kernel;

/// <summary>
/// What operators do about workflows on the command line: `flow list`, `flow show --of ID`, `flow retry --of ID --because WHY`.
/// Whoever may open the database may do it; who it was on this machine and why stays in the journal.
/// </summary>
internal sealed class FlowCommand(
    Database database, FlowClock clock, SystemDescription system, IServiceScopeFactory scopes)
{
    private const int MostListed = 200;
    private const int MostEntries = 1000;

    /// <summary>Carries out a task with the options that the command line gives.</summary>
    /// <returns>The exit code: 0 when it is done, 1 when it is refused, 2 when the words say nothing that can be done.</returns>
    public async Task<int> RunAsync(string task, IConfiguration options, TextWriter output, TextWriter errors)
    {
        try
        {
            var told = task switch
            {
                "list" => await ListAsync(options),
                "show" => await ShowAsync(options),
                _ => await ChangeAsync(task, options),
            };
            await output.WriteAsync(told);
            return 0;
        }
        catch (OperatorException refused)
        {
            await errors.WriteLineAsync(refused.Message);
            return refused.ExitCode;
        }
    }

    private async Task<string> ListAsync(IConfiguration options)
    {
        await using var session = await database.ReadAsync(CancellationToken.None);
        var instances = await FlowSight.InstancesAsync(
            session, MostListed, options["workflow"], StatusOf(options["status"]));
        var places = await FlowSight.PlacesAsync(session, instances.Select(instance => instance.Id));
        return OperatorOptions.IsJson(options)
            ? FlowText.JsonOf(instances, places)
            : FlowText.Of(instances, places, isWhole: instances.Count < MostListed);
    }

    private async Task<string> ShowAsync(IConfiguration options)
    {
        var id = IdOf(options);
        await using var session = await database.ReadAsync(CancellationToken.None);
        var instance = await FlowSight.InstanceAsync(session, id) ?? throw Refused($"There is no instance {id}.");
        var places = await FlowSight.PlacesAsync(session, id);
        var entries = await FlowSight.EntriesAsync(session, id, MostEntries);
        return OperatorOptions.IsJson(options)
            ? FlowText.JsonOf(instance, places, entries)
            : FlowText.Of(instance, places, entries);
    }

    private Task<string> ChangeAsync(string task, IConfiguration options)
    {
        var reason = task == "resume" ? "" : OperatorOptions.ReasonOf(options);
        return task switch
        {
            "retry" => MoveAsync((work, place) => work.RetryAsync(place, reason), "is tried again"),
            "skip" => SkipAsync(ValueOf(options)),
            "jump" => JumpAsync(OperatorOptions.Required(options, "to", "a step")),
            "undo" => TransactAsync(work => work.CompensateAsync(IdOf(options), reason), $"{IdOf(options)} undoes what it did\n"),
            "cancel" => TransactAsync(
                work => work.CancelInstanceAsync(IdOf(options), reason), $"{IdOf(options)} is cancelled\n"),
            "pause" => TransactAsync(
                async work =>
                {
                    await work.PauseAsync(WorkflowOf(options), reason);
                    return null;
                },
                $"{WorkflowOf(options)} moves no instance until `flow resume`\n"),
            "resume" => TransactAsync(
                async work =>
                {
                    await work.ResumeAsync(WorkflowOf(options));
                    return null;
                },
                $"{WorkflowOf(options)} moves again\n"),
            _ => throw new OperatorException(
                $"There is no task `{task}`: write list, show, retry, skip, jump, undo, cancel, pause or resume.", exitCode: 2),
        };

        async Task<string> SkipAsync(JsonDocument given)
        {
            using var value = given;
            return await MoveAsync((work, place) => work.SkipAsync(place, value.RootElement, reason), "goes on with the value");
        }

        Task<string> JumpAsync(string step) => MoveAsync((work, place) => work.JumpAsync(place, step, reason), $"goes to {step}");

        async Task<string> MoveAsync(Func<UnitOfWork, Guid, ValueTask<Refusal?>> move, string told)
        {
            var place = await PlaceAsync(IdOf(options), isStopped: task != "jump");
            return await TransactAsync(work => move(work, place), $"{place} {told}\n");
        }
    }

    /// <summary>The place that an id means: itself, or the one place of an instance that may be meant.</summary>
    private async Task<Guid> PlaceAsync(Guid id, bool isStopped)
    {
        await using var session = await database.ReadAsync(CancellationToken.None);
        if (await FlowSight.InstanceAsync(session, id) is null)
        {
            return id;
        }

        var places = await FlowSight.PlacesAsync(session, id);
        var meant = places.Where(place => !isStopped || place.Phase == nameof(TokenPhase.Incident)).ToList();
        return meant switch
        {
            [var only] => only.Token,
            [] => throw Refused(isStopped ? "Nothing is to be decided there." : "The instance is not running."),
            _ => throw Refused(
                $"It stands in several places: name one of {string.Join(", ", meant.Select(place => place.Token))}."),
        };
    }

    private async Task<string> TransactAsync(Func<UnitOfWork, ValueTask<Refusal?>> act, string told)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                await using var session = await database.BeginSerializableAsync(CancellationToken.None);
                var work = new UnitOfWork(
                    session, Caller.Nobody, clock.Now, system.Zone, scope.ServiceProvider,
                    new(scope.ServiceProvider, address: ""), new(sent: null, lifetime: null), CancellationToken.None);
                if (await act(work) is { } refusal)
                {
                    throw Refused(refusal.Message);
                }

                await session.CommitAsync();
                work.Committed();
                return told;
            }
            catch (Exception e) when (Conflict.Is(e) && attempt < Conflict.MostAttempts)
            {
                await Conflict.PauseAsync(attempt, CancellationToken.None);
            }
        }
    }

    private static string? StatusOf(string? text) => text?.ToUpperInvariant() switch
    {
        null => null,
        "RUNNING" => "Running",
        "ENDED" => "Ended",
        "CANCELLED" => "Cancelled",
        _ => throw new OperatorException($"`--status {text}` is none: write running, ended or cancelled.", exitCode: 2),
    };

    private static Guid IdOf(IConfiguration options) =>
        Guid.TryParse(OperatorOptions.Required(options, "of", "the id that `flow list` shows"), out var id)
            ? id
            : throw new OperatorException($"`--of {options["of"]}` is not an id.", exitCode: 2);

    private static string WorkflowOf(IConfiguration options) =>
        OperatorOptions.Required(options, "workflow", "the workflow with its module, as in `Ordering.Fulfilment`");

    private static JsonDocument ValueOf(IConfiguration options)
    {
        var text = OperatorOptions.Required(options, "value", "JSON: what the call, the event or the person would have given");
        try
        {
            return JsonDocument.Parse(text);
        }
        catch (JsonException e)
        {
            throw new OperatorException($"`--value` is not JSON: {e.Message}", exitCode: 2);
        }
    }

    private static OperatorException Refused(string reason) => new(reason, exitCode: 1);
}
