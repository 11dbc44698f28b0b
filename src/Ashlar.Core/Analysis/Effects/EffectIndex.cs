using Ashlar.Core.Model;
using Ashlar.Core.Model.Expressions;
using Ashlar.Core.Model.Statements;
using Ashlar.Core.Model.Types;
using Ashlar.Core.Text;

namespace Ashlar.Core.Analysis.Effects;

/// <summary>Infers what the actions of a model do, each once and only when asked for.</summary>
public sealed class EffectIndex(SystemModel model)
{
    private readonly Dictionary<ElementName, ActionEffects> _known = [];

    /// <summary>What the action may do, itself or by what it runs.</summary>
    public ActionEffects Of(ActionDefinition action)
    {
        if (_known.TryGetValue(action.Name, out var known))
        {
            return known;
        }

        // A model that does not check may hold a circle of runs: whoever is met again adds nothing.
        _known[action.Name] = ActionEffects.NoneOf(action.Name);
        var effects = action.Steps()
            .Select(step => step.Accept(new OfStep(model, this, action.Name)))
            .Aggregate(OfGate(action), (all, one) => all.With(one));
        return _known[action.Name] = effects;
    }

    private ActionEffects OfGate(ActionDefinition action) => ActionEffects.NoneOf(action.Name) with
    {
        Reads = ReadsOf(model, action.Access.Rules.Select(rule => rule.Where).OfType<Expression>()),
    };

    private static ValueList<FieldEffect> ReadsOf(SystemModel model, IEnumerable<Expression> expressions) =>
        expressions
            .SelectMany(expression => FunctionInliner.Inline(expression, model.Function).DescendantsAndSelf())
            .Select(node =>
                node is FieldAccess { Target.Type: ReferenceType row, Field: not "id" } access
                    ? new FieldEffect(row.Entity, access.Field)
                    : null)
            .OfType<FieldEffect>()
            .ToValueList();

    /// <summary>What one step does, without the steps inside of it.</summary>
    private sealed class OfStep(SystemModel model, EffectIndex index, ElementName action) : IStatementVisitor<ActionEffects>
    {
        public ActionEffects Visit(LetStatement node) => Reading(node);

        public ActionEffects Visit(SetStatement node) =>
            Reading(node) with { Writes = [new FieldEffect(node.Entity, node.Field)] };

        public ActionEffects Visit(MoveStatement node) =>
            Reading(node) with { Moves = [new MoveEffect(node.Entity, node.Field, node.From, node.To)] };

        public ActionEffects Visit(CreateStatement node) => Reading(node) with { Creates = [node.Entity] };

        public ActionEffects Visit(DeleteStatement node) => Reading(node) with { Deletes = [node.Entity] };

        public ActionEffects Visit(EmitStatement node) => Reading(node) with { Emits = [node.Event] };

        public ActionEffects Visit(RunStatement node)
        {
            var effects = Reading(node) with { Runs = [node.Action] };
            return model.Action(node.Action) is { } called ? effects.With(index.Of(called)) : effects;
        }

        public ActionEffects Visit(CallStatement node) => Reading(node) with { Calls = [node.Slot] };

        public ActionEffects Visit(RequireStatement node) => Reading(node);

        public ActionEffects Visit(ForStatement node) => Reading(node);

        public ActionEffects Visit(IfStatement node) => Reading(node);

        public ActionEffects Visit(GrantStatement node) => node.IsRevoked
            ? Reading(node) with { Revokes = [node.Role] }
            : Reading(node) with { Grants = [node.Role] };

        public ActionEffects Visit(LinkStatement node) => node.IsRemoved
            ? Reading(node) with { Unlinks = [new FieldEffect(node.Entity, node.Field)] }
            : Reading(node) with { Links = [new FieldEffect(node.Entity, node.Field)] };

        public ActionEffects Visit(AuthenticateStatement node) => Reading(node);

        public ActionEffects Visit(SignInStatement node) => Reading(node) with { SignsIn = true };

        private ActionEffects Reading(Statement step) =>
            ActionEffects.NoneOf(action) with { Reads = ReadsOf(model, step.Expressions()) };
    }
}
