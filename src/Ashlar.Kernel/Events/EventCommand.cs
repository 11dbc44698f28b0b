using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Configuration;

namespace Ashlar.Kernel;

/// <summary>
/// What operators do about deliveries on the command line: `events list`, `events show --of ID`, `events retry --of ID
/// --because WHY`, `events drop …`. Whoever may open the database may do it.
/// </summary>
internal sealed class EventCommand(EventDesk desk)
{
    private const int MostListed = 200;

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
                "retry" => await DecideAsync(options, desk.RetryAsync, "is tried again"),
                "drop" => await DecideAsync(options, desk.DropAsync, "is given up"),
                _ => throw new OperatorException(
                    $"There is no task `{task}`: write list, show, retry or drop.", exitCode: 2),
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
        var isParked = options["status"]?.ToUpperInvariant() switch
        {
            null or "FAILED" => false,
            "PARKED" => true,
            _ => throw new OperatorException(
                $"`--status {options["status"]}` is none: write failed or parked.", exitCode: 2),
        };
        var stands = await desk.FailedAsync(isParked, MostListed);
        if (OperatorOptions.IsJson(options))
        {
            return OperatorText.Json(json => Write(json, stands));
        }

        return stands.Count == 0
            ? "no delivery has failed\n"
            : TableOf(stands, "") + (stands.Count < MostListed ? "" : $"the oldest {MostListed}\n");
    }

    private async Task<string> ShowAsync(IConfiguration options)
    {
        var id = IdOf(options);
        if (await desk.FindAsync(id) is not var (name, body, at, decisions))
        {
            throw new OperatorException($"There is no event {id}.", exitCode: 1);
        }

        var stands = await desk.DeliveriesAsync(id);
        if (OperatorOptions.IsJson(options))
        {
            return OperatorText.Json(json =>
            {
                json.WriteNumber("id"u8, id);
                json.WriteString("name"u8, name);
                json.WriteString("happenedAt"u8, OperatorText.Moment(at));
                json.WritePropertyName("body"u8);
                json.WriteRawValue(body);
                Write(json, stands);
                json.WriteStartArray("decisions"u8);
                foreach (var decision in decisions)
                {
                    json.WriteRawValue(decision.Body);
                }

                json.WriteEndArray();
            });
        }

        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{name} {id}, {OperatorText.Moment(at)}\n");
        text.Append(CultureInfo.InvariantCulture, $"says\n{OperatorText.Members(body)}\n");
        text.Append(stands.Count == 0 ? "every consumer has had it\n" : "still to come to\n" + TableOf(stands, "  "));
        foreach (var decision in decisions)
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $"decided {OperatorText.Moment(decision.At)}\n{OperatorText.Members(decision.Body)}\n");
        }

        return text.ToString();
    }

    private async Task<string> DecideAsync(
        IConfiguration options, Func<EventStand, string, Task<bool>> decide, string told)
    {
        var (id, reason) = (IdOf(options), OperatorOptions.ReasonOf(options));
        var stand = Meant(id, options["consumer"], await desk.DeliveriesAsync(id));
        return await decide(stand, reason)
            ? $"{stand.Name} {id} {told} for {stand.Consumer}\n"
            : throw new OperatorException("It was delivered meanwhile.", exitCode: 1);
    }

    /// <summary>The one delivery of an event that may be meant.</summary>
    private static EventStand Meant(long id, string? consumer, List<EventStand> stands)
    {
        var failed = stands.Where(stand => stand.Attempts > 0 && (consumer is null || stand.Consumer == consumer)).ToList();
        return failed switch
        {
            [var only] => only,
            [] => throw new OperatorException($"No delivery of event {id} has failed.", exitCode: 1),
            _ => throw new OperatorException(
                $"Several have failed: name one with `--consumer`, of {string.Join(", ", failed.Select(one => one.Consumer))}.",
                exitCode: 1),
        };
    }

    private static long IdOf(IConfiguration options) =>
        long.TryParse(
            OperatorOptions.Required(options, "of", "the id that `events list` shows"),
            NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            ? id
            : throw new OperatorException($"`--of {options["of"]}` is not an id.", exitCode: 2);

    private static string TableOf(List<EventStand> stands, string indent) => OperatorText.Table(
        [
            ["EVENT", "NAME", "CONSUMER", "STANDS", "TRIES", "PROBLEM"],
            .. stands.Select(stand => (string[])[
                $"{stand.Event}", stand.Name, stand.Consumer, StandOf(stand), $"{stand.Attempts}", stand.Problem ?? "",
            ]),
        ],
        indent);

    private static string StandOf(EventStand stand) =>
        stand.IsParked ? "parked" : $"due {OperatorText.Moment(stand.DueAt)}";

    private static void Write(Utf8JsonWriter json, List<EventStand> stands)
    {
        json.WriteStartArray("deliveries"u8);
        foreach (var stand in stands)
        {
            json.WriteStartObject();
            json.WriteNumber("event"u8, stand.Event);
            json.WriteString("name"u8, stand.Name);
            json.WriteString("subject"u8, stand.Subject);
            json.WriteString("consumer"u8, stand.Consumer);
            json.WriteNumber("attempts"u8, stand.Attempts);
            json.WriteBoolean("parked"u8, stand.IsParked);
            json.WriteString("dueAt"u8, stand.DueAt is { } due ? OperatorText.Moment(due) : null);
            json.WriteString("problem"u8, stand.Problem);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
