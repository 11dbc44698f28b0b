using System.Text.Json;

namespace Ashlar.Kernel;

/// <summary>The access rules of the model, from the resource that the system holds them in.</summary>
internal sealed class AccessNotes
{
    private readonly Dictionary<string, EntityNotes> _entities;
    private readonly Dictionary<string, ActionNotes> _actions;

    private AccessNotes(JsonElement json)
    {
        _entities = json.GetProperty("entities").EnumerateObject().ToDictionary(
            entity => entity.Name,
            entity => new EntityNotes(entity.Value.GetProperty("table").GetString() ?? "", RulesOf(entity.Value)));
        _actions = json.GetProperty("actions").EnumerateObject().ToDictionary(
            action => action.Name, action => new ActionNotes(action.Value.GetProperty("row").GetString(), RulesOf(action.Value)));
    }

    public static AccessNotes Of(SystemDescription system)
    {
        using var json = JsonDocument.Parse(
            system.AccessRules is { } resource ? system.Resource(resource) : """{ "entities": {}, "actions": {} }""");
        return new(json.RootElement);
    }

    /// <summary>What decides about an endpoint, such as <c>Catalog.Book update</c> or <c>Ordering.PlaceOrder</c>.</summary>
    public EndpointNotes? Find(string element)
    {
        if (_actions.TryGetValue(element, out var action))
        {
            return new(action.Rules, action.Row is null ? null : _entities[action.Row]);
        }

        return element.Split(' ') is [var name, var does, ..] && _entities.TryGetValue(name, out var entity)
            ? new(entity.RulesFor(OperationOf(does)), does is "list" or "create" ? null : entity)
            : null;
    }

    private static string OperationOf(string does) => does switch
    {
        "list" or "download" => "read",
        "upload" or "remove" => "update",
        _ => does,
    };

    private static AccessNote[] RulesOf(JsonElement json) =>
        [.. json.GetProperty("rules").EnumerateArray().Select(AccessNote.Read)];

    private sealed record ActionNotes(string? Row, IReadOnlyList<AccessNote> Rules);
}

/// <summary>The rules for the rows of an entity.</summary>
internal sealed record EntityNotes(string Table, IReadOnlyList<AccessNote> Rules)
{
    public IReadOnlyList<AccessNote> RulesFor(string operation) =>
        [.. Rules.Where(rule => rule.Operations.Contains(operation))];
}

/// <summary>The rules of an endpoint, and the entity of the row that its path names.</summary>
internal sealed record EndpointNotes(IReadOnlyList<AccessNote> Rules, EntityNotes? Row);
