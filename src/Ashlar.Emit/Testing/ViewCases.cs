using System.Text.Json.Nodes;
using Ashlar.Core.Model;
using Ashlar.Core.Model.Expressions;
using Ashlar.Core.Model.Types;

namespace Ashlar.Emit.Testing;

/// <summary>Works out what asking for a view has to answer: who is refused, and what everybody else gets.</summary>
internal sealed class ViewCases(Stage stage, ViewOperation operation)
{
    private readonly Candidates _candidates = new(stage.World);

    /// <summary>The rows are there.</summary>
    public Outcome Done { get; } = Outcome.Done(operation.Endpoint.Form.Status ?? 200);

    private View View => operation.View;

    /// <summary>The plainest inputs that somebody gets an answer for; null where nobody in the world does.</summary>
    public ViewInputs? Good() => Inputs().FirstOrDefault(inputs =>
        stage.Everybody.Any(actor => OutcomeFor(actor, inputs) == Done));

    public Outcome OutcomeFor(Actor actor, ViewInputs inputs)
    {
        if (!actor.IsSignedIn && operation.Gate.NeedsSignIn)
        {
            return Outcome.SignedOut;
        }

        if (!View.Access.Rules.Any(rule => Permissions.IsOf(rule.Audience, actor)
            && (rule.Where is null || stage.Oracle.Holds(rule.Where, row: null, actor, [.. inputs.Named]))))
        {
            return Outcome.Denied(actor);
        }

        return inputs.Values.Values.All(value => stage.Sees(value, actor)) ? Done : Outcome.NotFound;
    }

    /// <summary>The rows that an actor gets; null where they are not worked out here.</summary>
    public JsonArray? ItemsFor(Actor actor, ViewInputs inputs)
    {
        var items = new ViewOracle(stage, View, actor, inputs).Items();
        return operation.Endpoint.Column.Length == 0 || items is null
            ? items
            : new JsonArray([.. items.Select(item => (JsonNode)new JsonObject
            {
                [operation.Endpoint.Column] = item?[operation.Endpoint.Column]?.DeepClone(),
            })]);
    }

    /// <summary>`?book=…&amp;top=10`.</summary>
    public string Query(ViewInputs inputs)
    {
        var parameters = View.Inputs.Where(input => inputs.IsSent(input)).Select(input =>
            $"{input.Name}={Uri.EscapeDataString($"{JsonForm.Of(input.Type, inputs.Values[input.Name])}")}");
        var query = string.Join('&', parameters);
        return query.Length == 0 ? "" : "?" + query;
    }

    /// <summary>What is required, and nothing else: for references each row in turn.</summary>
    private IEnumerable<ViewInputs> Inputs()
    {
        var required = View.Inputs.Where(WritableFields.IsRequired).ToList();
        var found = required.ToDictionary(input => input.Name, input => _candidates.Of(input, 1));
        var most = required.Select(input => input.Type is ReferenceType ? found[input.Name].Count : 1).DefaultIfEmpty(1).Max();
        for (var i = 0; i < most; i++)
        {
            if (found.Values.All(values => values.Count > 0))
            {
                var number = i;
                yield return new ViewInputs(View.Inputs.ToDictionary(
                    input => input.Name,
                    input => found.TryGetValue(input.Name, out var values)
                        ? values[input.Type is ReferenceType ? number % values.Count : 0]
                        : Default(input)));
            }
        }
    }

    private object? Default(Field input) =>
        input.Default is { } value ? stage.Oracle.Evaluate(value, row: null, Actor.Nobody) : null;
}

/// <summary>The inputs of a view: those that a request carries, and the defaults of others.</summary>
internal sealed record ViewInputs(IReadOnlyDictionary<string, object?> Values)
{
    public IEnumerable<(string Name, object? Value)> Named => Values.Select(pair => (pair.Key, pair.Value));

    public bool IsSent(Field input) => WritableFields.IsRequired(input) && Values[input.Name] is not null;
}
