using Ashlar.Core.Analysis.Conditions;
using Ashlar.Core.Analysis.Values;
using Ashlar.Core.Diagnostics;
using Ashlar.Core.Model;
using Ashlar.Core.Model.Expressions;
using Ashlar.Core.Text;

namespace Ashlar.Core.Analysis.Rules;

/// <summary>A sample that the bounds of a field or a check refuse: the system would not start with it.</summary>
internal sealed class SampleBreaksRule : ModelRule
{
    public override void Check(ModelFacts facts, DiagnosticBag report)
    {
        foreach (var sample in facts.Model.Samples)
        {
            if (facts.Model.Entity(sample.Entity) is { } entity)
            {
                CheckRow(facts, entity, sample.Values, sample.Origin, report);
            }
        }
    }

    private void CheckRow(ModelFacts facts, Entity entity, ValueList<SampleValue> values, Origin origin, DiagnosticBag report)
    {
        var isBroken = false;
        foreach (var value in values)
        {
            if (entity.Field(value.Field) is not { } field)
            {
                continue;
            }

            if (value.Content is SampleRows rows && ChildOf(facts, field) is { } child)
            {
                foreach (var row in rows.Rows)
                {
                    CheckRow(facts, child, row.Values, row.Origin, report);
                }
            }
            else if (ConstantOf(value) is { } constant && Bounds.BrokenBy(field, constant) is { } bound)
            {
                isBroken = true;
                report.Add(FoundValue(entity, field, bound, value.Origin));
            }
        }

        if (!isBroken)
        {
            CheckChecks(facts, entity, values, origin, report);
        }
    }

    private static Entity? ChildOf(ModelFacts facts, Field field) =>
        field.Relation is { } relation ? facts.Model.Entity(relation.Target) : null;

    private void CheckChecks(ModelFacts facts, Entity entity, ValueList<SampleValue> values, Origin origin, DiagnosticBag report)
    {
        if (entity.Checks.IsEmpty)
        {
            return;
        }

        var row = new SampleRowValues(entity, values);
        foreach (var check in entity.Checks)
        {
            var condition = row.Rewrite(FunctionInliner.Inline(check.Condition, facts.Model.Function));
            if (!facts.Solver.CanHold(Goal.Holds(condition)) && facts.Solver.CanHold(Goal.Holds(check.Condition)))
            {
                report.Add(At(origin, $"this sample does not pass the check `{check.Name}` of `{entity.Name.Name}`")
                    .WithLabel("the row would be refused")
                    .WithRelated(check.Condition.Origin.Location, "the check")
                    .WithHelp("change the values that the check compares")
                    .About($"{entity.Name}.{check.Name}"));
            }
        }
    }

    private Diagnostic FoundValue(Entity entity, Field field, string bound, Origin origin) =>
        At(origin, $"the sample's `{field.Name}` breaks `{bound}` of the field")
            .WithLabel("the row would be refused")
            .WithRelated(field.Origin.Location, $"asks for `{bound}`")
            .WithHelp("change the value")
            .About($"{entity.Name}.{field.Name}");

    private static Literal? ConstantOf(SampleValue value) =>
        value.Content is SampleConstant constant ? Bounds.ConstantOf(constant.Value) : null;

    /// <summary>Puts the values of a sample, and the defaults of what it leaves out, in the place of the row's fields.</summary>
    private sealed class SampleRowValues(Entity entity, ValueList<SampleValue> values) : ExpressionRewriter
    {
        public override Expression Visit(FieldAccess node)
        {
            if (node.Target is not Variable { Kind: VariableKind.This } || entity.Field(node.Field) is not { } field)
            {
                return base.Visit(node);
            }

            var given = values.FirstOrDefault(value => string.Equals(value.Field, node.Field, StringComparison.Ordinal));
            if (given is not null)
            {
                return ConstantOf(given) ?? (Expression)node;
            }

            return Left(field) ?? (Expression)node;
        }

        /// <summary>A field that is left out holds its default, or null; a state its only initial state.</summary>
        private static Literal? Left(Field field) => field switch
        {
            { Default: not null } => Bounds.ConstantOf(field.Default),
            { Computed: not null } or { Generated: not null } or { Relation: not null } => null,
            { State.Initial: [var initial] } => new Literal(field.Type, initial),
            { IsOptional: true } => new Literal(field.Type, Value: null),
            _ => null,
        };
    }
}
