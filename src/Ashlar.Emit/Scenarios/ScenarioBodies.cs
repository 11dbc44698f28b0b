using System.Text.Json.Nodes;
using Ashlar.Core.Model;
using Ashlar.Core.Model.Types;
using Ashlar.Core.Text;
using Ashlar.Emit.Naming;
using Ashlar.Emit.Testing;
using Ashlar.Emit.Text;
using ValueType = Ashlar.Core.Model.Types.ValueType;

namespace Ashlar.Emit.Scenarios;

/// <summary>The bodies of a scenario's requests: JSON with holes for the ids of rows.</summary>
internal sealed class ScenarioBodies(World world)
{
    // Brackets that no keyboard has, and JSON leaves as they are.
    private const string Open = "\u27E6\u27E6";
    private const string Close = "\u27E7\u27E7";

    private readonly Oracle _oracle = new(world);

    public Code Of(IEnumerable<Field> fields, ValueList<RequestValue> values, WireBody? form) =>
        WithHoles(JsonForm.Text(WireJson.Of(form, Object(fields.ToValueList(), values))));

    /// <summary>The rows that a view is expected to give.</summary>
    public Code OfRows(IEnumerable<ViewColumn> columns, ValueList<ObjectContent> rows)
    {
        var fields = columns
            .Select(column => new Field(column.Name, column.Value.Type, Constraints.None, column.Origin))
            .ToValueList();
        return WithHoles(JsonForm.Text(new JsonArray([.. rows.Select(row => Object(fields, row.Values))])));
    }

    /// <summary>A path with parameters; one that is null is left out.</summary>
    public Code PathOf(string path, ValueList<Field> inputs, ValueList<RequestValue> values)
    {
        var parameters = Object(inputs, values).Where(pair => pair.Value is not null)
            .Select(pair => $"{pair.Key}={Parameter($"{pair.Value}")}")
            .ToList();
        return WithHoles(parameters.Count == 0 ? path : $"{path}?{string.Join('&', parameters)}");
    }

    private static string Parameter(string text) => text.StartsWith(Open, StringComparison.Ordinal)
        ? text
        : Uri.EscapeDataString(text);

    private static Code WithHoles(string text)
    {
        if (!text.Contains(Open, StringComparison.Ordinal))
        {
            return Code.Of($"{Lit.Raw(text)}");
        }

        // As many braces as make a hole of the row alone.
        var count = Math.Max(LongestRun(text, '{'), LongestRun(text, '}')) + 1;
        var holes = text.Replace(Open, new string('{', count), StringComparison.Ordinal)
            .Replace(Close, new string('}', count), StringComparison.Ordinal);
        return Code.Of($"{Prose.Comment(new string('$', count))}{Lit.Raw(holes)}");
    }

    private JsonObject Object(ValueList<Field> fields, ValueList<RequestValue> values)
    {
        var json = new JsonObject();
        foreach (var value in values)
        {
            json[value.Field] = Content(fields.FirstOrDefault(field => field.Name == value.Field)?.Type, value.Content);
        }

        return json;
    }

    private JsonNode? Content(ModelType? type, RequestContent content) => content switch
    {
        ConstantContent constant => JsonForm.Of(
            type ?? constant.Value.Type, _oracle.Evaluate(constant.Value, row: null, Testing.Actor.Nobody)),
        RowContent row => $"{Open}{LocalNames.Of(row.Row.Name)}{Close}",
        ListContent list =>
            new JsonArray([.. list.Items.Select(item => Content(type is ListType { Item: var of } ? of : null, item))]),
        ObjectContent value => Object(FieldsOf(type), value.Values),
        _ => throw new InvalidOperationException($"no JSON for {content.GetType().Name}"),
    };

    private ValueList<Field> FieldsOf(ModelType? type) => type switch
    {
        ValueType value => world.Model.Value(value.Value)?.Fields ?? [],
        ReferenceType row => world.Model.Entity(row.Entity)?.Fields ?? [],
        _ => [],
    };

    private static int LongestRun(string text, char letter)
    {
        var (longest, current) = (0, 0);
        foreach (var other in text)
        {
            current = other == letter ? current + 1 : 0;
            longest = Math.Max(longest, current);
        }

        return longest;
    }
}
