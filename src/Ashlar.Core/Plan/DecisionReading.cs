using System.Collections.Immutable;
using Ashlar.Core.Diagnostics;
using Ashlar.Core.Model;
using Ashlar.Core.Model.Binding;
using Ashlar.Core.Model.Expressions;
using Ashlar.Core.Model.Types;
using Ashlar.Core.Model.Workflows;
using Ashlar.Core.Plan.Rules;
using Ashlar.Core.Syntax.Nodes;
using Ashlar.Core.Text;

namespace Ashlar.Core.Plan;

/// <summary>
/// Finds what written decisions are about, types their values, and reports those that decide nothing: they are a slip, or have
/// been applied.
/// </summary>
internal sealed class DecisionReading(Compilation before, Compilation after, Correspondence pairs, DiagnosticBag report)
{
    private readonly DecisionExpressions _values = new(before.Trees, after.Trees);
    private readonly DecisionExpressions _back = new(after.Trees, before.Trees);
    private readonly ImmutableArray<Drop>.Builder _drops = ImmutableArray.CreateBuilder<Drop>();
    private readonly ImmutableArray<Fill>.Builder _fills = ImmutableArray.CreateBuilder<Fill>();
    private readonly ImmutableArray<Conversion>.Builder _conversions = ImmutableArray.CreateBuilder<Conversion>();
    private readonly ImmutableArray<ValueMapping>.Builder _mappings = ImmutableArray.CreateBuilder<ValueMapping>();
    private readonly ImmutableArray<Move>.Builder _moves = ImmutableArray.CreateBuilder<Move>();
    private IReadOnlyList<LackedValue> _lacking = [];

    /// <summary>Moves first: what instances of workflows lack depends on where they go.</summary>
    public Decisions Read(ImmutableArray<WrittenDecision> written)
    {
        foreach (var move in written.Where(decision => decision.Syntax.Kind == DecisionKind.Move))
        {
            if (Find(move) is { } step)
            {
                Decide(move, step);
            }
        }

        var moved = new Decisions { Moves = new(_moves.ToImmutable()) };
        _lacking = OpenQuestions.Lacking(pairs with { Decisions = moved }).ToList();
        foreach (var block in written.GroupBy(decision => (decision.Source.Path, decision.Block)))
        {
            var idle = block.Where(decision => !Decide(decision)).ToList();
            report.AddRange(idle.Count == block.Count() && idle.Count > 1
                ? [IdleDecision.OfBlock(idle)]
                : idle.Select(decision => IdleDecision.At(
                    decision, Candidates(decision.Syntax.Kind).Select(path => path.Path), isAlone: block.Count() == 1)));
        }

        return moved with
        {
            Drops = new(_drops.ToImmutable()),
            Fills = new(_fills.ToImmutable()),
            Conversions = new(_conversions.ToImmutable()),
            Mappings = new(_mappings.ToImmutable()),
        };
    }

    private bool Decide(WrittenDecision decision)
    {
        if (Find(decision) is not { } path)
        {
            return false;
        }

        switch (decision.Syntax.Kind)
        {
            case DecisionKind.Drop:
                _drops.Add(new Drop(path, decision.Because));
                return true;
            case DecisionKind.Map:
                _mappings.Add(new ValueMapping(path, MappedValues(decision, path), decision.Because));
                return true;
            case DecisionKind.Move:
                return true;
            case DecisionKind.Fill when path.Kind == ElementKind.Given:
                return Constant(decision, path) is not { } constant
                    || Added(() => _fills.Add(new Fill(path, constant, decision.Because)));
            case DecisionKind.Fill:
                return Value(decision, path, decision.Syntax.Value) is not { } value
                    || Added(() => _fills.Add(new Fill(path, value, decision.Because)));
            default:
                return Value(decision, path, decision.Syntax.Value) is not { } up
                    || Added(() => _conversions.Add(new Conversion(path, up, BackOf(decision, path), decision.Because)));
        }
    }

    private static bool Added(Action add)
    {
        add();
        return true;
    }

    /// <summary>The element of that name, in the module of the decision or as the only one that ends so.</summary>
    private ElementPath? Find(WrittenDecision decision)
    {
        var name = decision.Syntax.Target.ToString();
        var candidates = Candidates(decision.Syntax.Kind).ToList();
        var own = candidates.Where(path => path.Path == name || path.Path == $"{decision.Module}.{name}").ToList();
        var others = candidates.Where(path => path.Path.EndsWith("." + name, StringComparison.Ordinal)).ToList();
        return own is [var exact, ..] ? exact : others is [var only] ? only : null;
    }

    /// <summary>What a decision of a kind can be about.</summary>
    private IEnumerable<ElementPath> Candidates(DecisionKind kind) => kind switch
    {
        DecisionKind.Drop => OpenQuestions.Dropped(pairs).Select(element => element.Path),
        DecisionKind.Fill =>
            OpenQuestions.Unfilled(pairs).Select(field => field.Path).Concat(_lacking.Select(value => value.Path)),
        DecisionKind.Move => OpenQuestions.Positions(pairs),
        DecisionKind.Convert => OpenQuestions.Converted(pairs).Select(field => field.Path),
        _ => OpenQuestions.Unmapped(pairs).Select(holder => holder.Path).Distinct(),
    };

    private void Decide(WrittenDecision move, ElementPath step)
    {
        var places = WorkflowAt(step) is { } workflow
            ? workflow.Steps.Select(one => one.Name).Concat(workflow.Ends).ToList()
            : [];
        if (move.Syntax.To is not { IsMissing: false } to)
        {
            return;
        }

        if (places.Contains(to.Text, StringComparer.Ordinal))
        {
            _moves.Add(new Move(step, to.Text, move.Because));
            return;
        }

        report.Add(UnknownSuccessor.At(move, to, step, places));
    }

    /// <summary>The workflow that has the instances of a step of the old model now.</summary>
    private Workflow? WorkflowAt(ElementPath step) =>
        pairs.NewOf(new ElementPath(ElementKind.Workflow, step.Owner)) is { } path
            ? pairs.After.Workflows.FirstOrDefault(one => one.Name == path.ToElementName())
            : null;

    /// <summary>The same for all instances: they are rows of no table of the model.</summary>
    private Expression? Constant(WrittenDecision decision, ElementPath path)
    {
        var value = _lacking.First(one => one.Path == path);
        var bound = decision.Syntax.Value is { } node
            ? _values.BindConstant(value.Workflow, decision.Source, node, value.Type.AsNullable(false), report)
            : null;
        if (bound is not (null or Literal { Value: bool or long or decimal or DateOnly or string } or { Type: UnknownType }))
        {
            report.Add(ConstantFill.At(decision));
        }

        return bound;
    }

    private Expression? Value(WrittenDecision decision, ElementPath path, ExpressionSyntax? node)
    {
        var entity = new ElementPath(ElementKind.Entity, path.Owner);
        return node is not null
            && pairs.After.Entity(entity.ToElementName())?.Field(path.Name) is { } field
            && pairs.OldOf(entity) is { } old
            ? _values.Bind(old.ToElementName(), decision.Source, node, field.Type, report)
            : null;
    }

    private Expression? BackOf(WrittenDecision decision, ElementPath path)
    {
        var entity = new ElementPath(ElementKind.Entity, path.Owner).ToElementName();
        return decision.Syntax.Back is { } node
            && pairs.After.Entity(entity) is { } now && now.Field(path.Name) is { } field && pairs.OldOf(now, field) is { } old
            ? _back.Bind(entity, decision.Source, node, old.Type, report)
            : null;
    }

    private ValueList<MappedValue> MappedValues(WrittenDecision decision, ElementPath holder)
    {
        var gone = OpenQuestions.Unmapped(pairs).Where(value => value.Path == holder).Select(value => value.Value)
            .ToHashSet(StringComparer.Ordinal);
        var now = OpenQuestions.ValuesOf(pairs.After, holder);
        var values = ImmutableArray.CreateBuilder<MappedValue>();
        foreach (var value in decision.Syntax.Values)
        {
            if (!gone.Contains(value.From.Text))
            {
                report.Add(IdleDecision.OfValue(decision, value, gone));
            }
            else if (!now.Contains(value.To.Text))
            {
                report.Add(UnknownSuccessor.At(decision, value.To, holder, now));
            }
            else
            {
                values.Add(new MappedValue(value.From.Text, value.To.Text));
            }
        }

        return new(values.ToImmutable());
    }
}
