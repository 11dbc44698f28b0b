using Ashlar.Core.Model.Expressions;
using Ashlar.Core.Model.Statements;
using Ashlar.Core.Model.Types;
using Ashlar.Core.Model.Workflows;
using Ashlar.Core.Syntax.Nodes;
using Ashlar.Core.Text;

namespace Ashlar.Core.Model.Binding;

/// <summary>The names that the steps of a workflow give, and what each of them stands for.</summary>
internal sealed class CarriedNames(WorkflowElement workflow)
{
    private readonly List<string> _order = [];
    private readonly Dictionary<string, (List<Local> Locals, NamedValues? Bundle, string? Giver)> _known =
        new(StringComparer.Ordinal);

    /// <summary>A name that stands for the fields of an event or of an answer.</summary>
    public NamedValues Add(string name, Element source, FieldTable fields, string? giver)
    {
        var bundle = new NamedValues(name, source, fields);
        var locals = fields.Slots.Select(slot => LocalOf(
            NamedValues.VariableOf(name, slot.Field.Name), slot.Field.Type, slot.Field.Constraints));
        Put(name, [.. locals], bundle, giver);
        return bundle;
    }

    /// <summary>What the outermost steps of a `do` have named.</summary>
    public void Add(IEnumerable<Statement> body, Scope known, string giver)
    {
        foreach (var statement in body.Where(statement => statement is not ForStatement))
        {
            var named = StatementTree.Named([statement]).ToList();
            var name = (statement as CallStatement)?.Result ?? (named is [var one] ? one.Name : null);
            if (statement is not IfStatement && name is not null)
            {
                var locals = named.Select(variable => known.Find(variable.Name)).OfType<Local>();
                Put(name, [.. locals], known.FindBundle(name), giver);
            }
        }
    }

    /// <summary>What is known where a step begins.</summary>
    public Scope ScopeOf(StepSyntax step, StepFlow flow)
    {
        var scope = Scope.Empty;
        foreach (var name in _order)
        {
            var (locals, bundle, giver) = _known[name];
            var isSure = giver is null || flow.IsSure(step.Name.Text, name);
            if (isSure || flow.IsPossible(step.Name.Text, name))
            {
                scope = With(scope, locals.Select(local => isSure ? local : Optional(local)), bundle);
            }
        }

        return scope;
    }

    /// <summary>A scope in which an answer or an event is known too.</summary>
    public Scope With(Scope scope, string? name) =>
        name is not null && _known.TryGetValue(name, out var known) ? With(scope, known.Locals, known.Bundle) : scope;

    /// <summary>The values that a step other than the one that gives them uses.</summary>
    public ValueList<CarriedValue> UsedIn(Func<string, IReadOnlySet<string>> usedOutside) => _order
        .SelectMany(name => _known[name].Locals
            .Where(local => usedOutside(_known[name].Giver ?? "").Contains(local.Variable.Name))
            .Select(local => new CarriedValue(name, local.Variable, local.Constraints)))
        .ToValueList();

    private void Put(string name, List<Local> locals, NamedValues? bundle, string? giver)
    {
        if (_known.TryAdd(name, (locals, bundle, giver)))
        {
            _order.Add(name);
        }
    }

    private Local LocalOf(string name, ModelType type, Constraints constraints) =>
        new(new Variable(type, VariableKind.Input, name) { Origin = workflow.Origin }, constraints);

    private static Local Optional(Local local) => local with
    {
        Variable = local.Variable with { Type = local.Variable.Type.AsNullable(true) },
    };

    private static Scope With(Scope scope, IEnumerable<Local> locals, NamedValues? bundle)
    {
        scope = scope with { Locals = scope.Locals.AddRange(locals) };
        return bundle is null ? scope : scope with { Bundles = scope.Bundles.Add(bundle) };
    }
}
