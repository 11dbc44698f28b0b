using System.Globalization;
using System.Text.Json;
using Ashlar.Core.Model.Expressions;
using Ashlar.Core.Model.Workflows;
using Ashlar.Core.Plan;
using Ashlar.Emit.Expressions;
using Ashlar.Emit.Sql;
using Ashlar.Emit.Workflows;

namespace Ashlar.Emit.Migrations;

/// <summary>
/// The document of what an instance knows, as its new version reads it: values under their new names, values of enums and states
/// as they are called, counted rounds at the step that counts them. What nobody asks for any more goes.
/// </summary>
internal sealed class CarriedDocument(Correspondence pairs, WorkflowChange change, Workflow after, Dialect dialect)
{
    private readonly ValueNames _names = new(pairs);

    /// <summary>The new document, over the column `state` of a table.</summary>
    public string Text(string table)
    {
        var kept = Keys().ToList();
        if (kept.Count == 0)
        {
            return "'{}'";
        }

        var keys = string.Join(", ", kept.Select(key => SqlText.Of(key.Old).Text));
        var names = CarriedSteps.Case("one.key", kept.Select(key => (key.Old, key.New)));
        var mapped = kept.Where(key => key.Values.Count > 0).ToList();
        var text = dialect == Dialect.Sqlite ? "one.value" : "one.value #>> '{}'";
        var value = dialect == Dialect.Sqlite ? $"{table}.state -> one.fullkey" : "one.value";
        if (mapped.Count > 0)
        {
            var cases = mapped.Select(key => $"when one.key = {SqlText.Of(key.Old)} then {Mapped(key.Values)}");
            value = $"case {string.Join(' ', cases)} else {value} end";
        }

        return dialect == Dialect.Sqlite
            ? $"(select json_group_object({names}, json({value}))\n    from json_each({table}.state) as one "
                + $"where one.key in ({keys}))"
            : $"(select coalesce(jsonb_object_agg({names}, {value}), '{{}}')\n    from jsonb_each({table}.state) as one "
                + $"where one.key in ({keys}))";

        string Mapped(IReadOnlyList<(string From, string To)> values)
        {
            var plain = dialect == Dialect.Sqlite ? $"{table}.state -> one.fullkey" : "one.value";
            var cases = values.Select(one => $"when {SqlText.Of(one.From)} then {Json(JsonText(one.To))}");
            return $"case {text} {string.Join(' ', cases)} else {plain} end";
        }
    }

    /// <summary>Updates that give what instances lack; what undoes a step only needs what every instance begins with.</summary>
    public IEnumerable<string> Fills(string which, bool isOfUndos)
    {
        foreach (var fill in change.Fills.Where(fill => !isOfUndos || fill.Value.Name == after.Start.Name))
        {
            var table = isOfUndos ? "ashlar_flow_undos" : "ashlar_flow_instances";
            var key = WorkflowNames.Held(after, fill.Value).Name;
            var steps = string.Join(", ", fill.Steps.Select(step => SqlText.Of(step).Text));
            var at = isOfUndos ? " and not is_undone"
                : $" and id in (\n  select instance_id from ashlar_flow_tokens where status = 'Live' and step in ({steps}))";
            yield return dialect == Dialect.Sqlite
                ? $"""
                    update {table} set state = json_set(state, '$."{key}"', json({Json(fill.Constant)}))
                    where json_extract(state, '$."{key}"') is null and {which}{at};
                    """
                : $$"""
                    update {{table}} set state = jsonb_set(state, '{"{{key}}"}', {{Json(fill.Constant)}})
                    where state ->> '{{key}}' is null and {{which}}{{at}};
                    """;
        }
    }

    private IEnumerable<(string Old, string New, IReadOnlyList<(string From, string To)> Values)> Keys()
    {
        foreach (var value in change.Kept)
        {
            yield return (
                WorkflowNames.Held(change.Before, value.Before).Name, WorkflowNames.Held(after, value.After).Name,
                _names.Of(value.Before.Variable.Type));
        }

        foreach (var position in change.Positions)
        {
            var old = change.Before.Step(position.Step);
            var now = after.Step(WorkflowChanges.NewStep(pairs, change.Before, position.Step) ?? "");
            foreach (var (from, to) in old is null || now is null ? [] : Rounds(old, now))
            {
                yield return (from, to, []);
            }
        }
    }

    /// <summary>A way that is counted goes on being counted where a counted way leads to the same step.</summary>
    private IEnumerable<(string From, string To)> Rounds(WorkflowStep old, WorkflowStep now) =>
        from was in old.Ways.Select((way, i) => (Way: way, Index: i))
        where was.Way.Bound is not null
        let target = WorkflowChanges.NewStep(pairs, change.Before, was.Way.Target)
        from become in now.Ways.Select((way, i) => (Way: way, Index: i))
        where become.Way.Bound is not null && become.Way.Target == target
        group become by was into same
        select (WorkflowNames.Rounds(old, same.Key.Index).Name, WorkflowNames.Rounds(now, same.First().Index).Name);

    private string Json(Literal constant) => Json(constant.Value switch
    {
        bool value => value ? "true" : "false",
        long value => value.ToString(CultureInfo.InvariantCulture),
        decimal value => value.ToString(CultureInfo.InvariantCulture),
        DateOnly value => JsonText(value.ToString("O", CultureInfo.InvariantCulture)),
        string value => JsonText(value),
        var value => throw new InvalidOperationException($"a checked constant is no {value?.GetType().Name}"),
    });

    private string Json(string document) => dialect == Dialect.Sqlite
        ? SqlText.Of(document).Text
        : SqlText.Of(document).Text + "::jsonb";

    private static string JsonText(string value) => JsonSerializer.Serialize(value);
}
