using System.Text.Json;
using Ashlar.Core.Model;
using Ashlar.Core.Model.Types;
using Ashlar.Emit.Sql;
using static Ashlar.Emit.EmittedFiles;

namespace Ashlar.Emit.Host;

/// <summary>
/// `access.json`: the access rules with their places in the model, for whoever develops the system. It is the one generated
/// file that changes when lines of the model only move.
/// </summary>
internal static class AccessRulesFile
{
    private const int MostOfRule = 160;

    public static IEnumerable<EmittedFile> Emit(Emission emission)
    {
        yield return GeneratedJson($"{Folders.Host(emission)}/access.json", json => Write(json, emission));
    }

    private static void Write(Utf8JsonWriter json, Emission emission)
    {
        json.WriteStartObject("entities");
        foreach (var entity in Served(emission))
        {
            WriteEntity(json, entity);
        }

        json.WriteEndObject();
        json.WriteStartObject("actions");
        foreach (var run in emission.Routes.OfType<ActionOperation>().DistinctBy(run => run.Action.Name))
        {
            WriteRoute(json, run, RowOf(emission, run));
        }

        // A view has rules of its own, as an action has.
        foreach (var view in emission.ViewOperations.DistinctBy(view => view.View.Name))
        {
            WriteRoute(json, view, row: null);
        }

        json.WriteEndObject();
    }

    private static IEnumerable<Entity> Served(Emission emission) => emission.Routes.OfType<RowRoute>()
        .Select(route => route.Entity)
        .Concat(emission.Routes.OfType<ActionOperation>().Select(run => RowOf(emission, run)).OfType<Entity>())
        .DistinctBy(entity => entity.Name)
        .OrderBy(entity => $"{entity.Name}", StringComparer.Ordinal);

    private static void WriteEntity(Utf8JsonWriter json, Entity entity)
    {
        json.WriteStartObject($"{entity.Name}");
        json.WriteString("table", SqlNames.Quote(SqlNames.Table(entity)));
        WriteRules(json, entity.Access.Rules);
        json.WriteEndObject();
    }

    private static void WriteRoute(Utf8JsonWriter json, Route route, Entity? row)
    {
        json.WriteStartObject(route.Element);
        json.WriteString("row", row is null ? null : $"{row.Name}");
        WriteRules(json, route.Gate.Rules);
        json.WriteEndObject();
    }

    // What one line of the model grants are several rules where it names several operations.
    private static void WriteRules(Utf8JsonWriter json, IEnumerable<AccessRule> rules)
    {
        json.WriteStartArray("rules");
        foreach (var rule in rules.GroupBy(rule => (rule.Origin.Location, rule.Where)))
        {
            WriteRule(json, rule.First(), rule.SelectMany(one => one.Operations));
        }

        json.WriteEndArray();
    }

    private static void WriteRule(Utf8JsonWriter json, AccessRule rule, IEnumerable<Operation> operations)
    {
        json.WriteStartObject();
        json.WriteString("rule", Shortened(ElementText.OnOneLine(rule.Origin)));
        json.WriteString("at", $"{rule.Origin.Path}:{rule.Origin.Line}");
        WriteTexts(json, "operations", operations.Select(operation => operation.ToString().ToLowerInvariant()));
        json.WriteBoolean("signedIn", rule.Audience.Kind != AudienceKind.Anyone);
        WriteTexts(json, "roles", rule.Audience.Roles);
        json.WriteBoolean("condition", rule.Where is not null);
        json.WriteEndObject();
    }

    private static void WriteTexts(Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }

    private static string Shortened(string text) => text.Length <= MostOfRule ? text : text[..MostOfRule] + " …";

    // The row that the path names.
    private static Entity? RowOf(Emission emission, ActionOperation run) =>
        run.Row?.Type is ReferenceType reference ? emission.Entity(reference.Entity) : null;
}
