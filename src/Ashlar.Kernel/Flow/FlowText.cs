using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Ashlar.Kernel;

/// <summary>Instances of workflows as text for a terminal and as JSON for programs.</summary>
internal static class FlowText
{
    /// <summary>A line for each place where an instance stands, or for its end.</summary>
    public static string Of(IReadOnlyList<FlowInstance> instances, IReadOnlyList<FlowPlace> places, bool isWhole)
    {
        if (instances.Count == 0)
        {
            return "no instances\n";
        }

        var rows = new List<string[]> { (string[])["WORKFLOW", "KEY", "STANDS", "DUE", "INSTANCE"] };
        foreach (var instance in instances)
        {
            var own = places.Where(place => place.Instance == instance.Id).ToList();
            rows.AddRange(own.Count == 0
                ? [[instance.Workflow, KeyOf(instance), EndOf(instance), OperatorText.Moment(instance.EndedAt), $"{instance.Id}"]]
                : own.Select(place => (string[])[
                    instance.Workflow, KeyOf(instance), StandOf(place), OperatorText.Moment(place.DueAt), $"{instance.Id}"]));
        }

        return OperatorText.Table(rows)
            + (isWhole ? "" : $"the newest {instances.Count}; `--workflow` and `--status` say less\n");
    }

    /// <summary>An instance, where it stands, what it knows, and what happened to it.</summary>
    public static string Of(FlowInstance instance, IReadOnlyList<FlowPlace> places, IReadOnlyList<FlowEntry> entries)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{instance.Workflow} {KeyOf(instance)}, version {instance.Version}\n");
        text.Append(CultureInfo.InvariantCulture, $"started {OperatorText.Moment(instance.StartedAt)}");
        text.Append(instance.EndedAt is { } ended ? $", {EndOf(instance)} {OperatorText.Moment(ended)}\n" : "\n");
        foreach (var place in places)
        {
            var due = place.DueAt is { } at ? $", due {OperatorText.Moment(at)}" : "";
            text.Append(CultureInfo.InvariantCulture, $"stands at {StandOf(place)}{due} (place {place.Token})\n");
        }

        text.Append("\nknows\n").Append(OperatorText.Members(instance.State)).Append("\n\nhappened\n");
        return text.Append(OperatorText.Table([.. entries.Select(RowOf)], indent: "  ")).ToString();
    }

    /// <summary>The instances with their places.</summary>
    public static string JsonOf(IReadOnlyList<FlowInstance> instances, IReadOnlyList<FlowPlace> places) =>
        OperatorText.Json(json =>
        {
            json.WriteStartArray("instances"u8);
            foreach (var instance in instances)
            {
                json.WriteStartObject();
                Write(json, instance, places.Where(place => place.Instance == instance.Id));
                json.WriteEndObject();
            }

            json.WriteEndArray();
        });

    /// <summary>An instance with its places, its state and its journal.</summary>
    public static string JsonOf(FlowInstance instance, IReadOnlyList<FlowPlace> places, IReadOnlyList<FlowEntry> entries) =>
        OperatorText.Json(json =>
        {
            Write(json, instance, places);
            json.WritePropertyName("state"u8);
            json.WriteRawValue(instance.State);
            json.WriteStartArray("journal"u8);
            foreach (var entry in entries)
            {
                json.WriteStartObject();
                json.WriteString("at"u8, OperatorText.Moment(entry.At));
                json.WriteString("kind"u8, entry.Kind);
                json.WriteString("step"u8, entry.Step);
                json.WriteNumber("attempt"u8, entry.Attempt);
                json.WriteString("detail"u8, entry.Detail);
                json.WriteString("actor"u8, entry.Actor?.ToString());
                json.WriteEndObject();
            }

            json.WriteEndArray();
        });

    private static void Write(Utf8JsonWriter json, FlowInstance instance, IEnumerable<FlowPlace> places)
    {
        json.WriteString("id"u8, instance.Id);
        json.WriteString("workflow"u8, instance.Workflow);
        json.WriteNumber("version"u8, instance.Version);
        json.WriteString("key"u8, instance.Key);
        json.WriteString("status"u8, instance.Status);
        json.WriteString("outcome"u8, instance.Outcome);
        json.WriteString("startedAt"u8, OperatorText.Moment(instance.StartedAt));
        json.WriteString("endedAt"u8, instance.EndedAt is { } ended ? OperatorText.Moment(ended) : null);
        json.WriteStartArray("places"u8);
        foreach (var place in places)
        {
            json.WriteStartObject();
            json.WriteString("id"u8, place.Token);
            json.WriteString("step"u8, place.Step);
            json.WriteString("phase"u8, place.Phase);
            json.WriteNumber("attempt"u8, place.Attempt);
            json.WriteString("dueAt"u8, place.DueAt is { } due ? OperatorText.Moment(due) : null);
            json.WriteString("incident"u8, place.Incident);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static string[] RowOf(FlowEntry entry) =>
    [
        OperatorText.Moment(entry.At), entry.Kind, entry.Step, entry.Attempt > 0 ? $"attempt {entry.Attempt}" : "",
        entry.Detail ?? "",
    ];

    private static string StandOf(FlowPlace place) =>
        place.Incident is { } incident ? $"{place.Step}: {incident}" : $"{place.Step}, {place.Phase.ToLowerInvariant()}";

    private static string EndOf(FlowInstance instance) =>
        instance.Status == "Ended" ? $"ended in {instance.Outcome}" : $"{instance.Status.ToLowerInvariant()}: {instance.Outcome}";

    private static string KeyOf(FlowInstance instance) => MatchKey.Shown(instance.Key ?? "");
}
