using Ashlar.Core.Analysis.Conditions;
using Ashlar.Core.Analysis.Values;
using Ashlar.Core.Diagnostics;
using Ashlar.Core.Model;
using Ashlar.Core.Model.Expressions;
using Ashlar.Core.Model.Types;
using Ashlar.Core.Words;

namespace Ashlar.Core.Analysis.Rules;

/// <summary>A default that the field's own bounds or a check of the entity refuse.</summary>
internal sealed class DefaultBreaksRule : ModelRule
{
    private static readonly ScalarType Bool = new(Scalar.Bool);

    public override void Check(ModelFacts facts, DiagnosticBag report)
    {
        foreach (var config in facts.Model.Configs)
        {
            foreach (var key in config.Keys.Select(key => key.Field))
            {
                if (Bounds.ConstantOf(key.Default) is { } value)
                {
                    CheckBounds(config.Name, key, value, report);
                }
            }
        }

        foreach (var entity in facts.Model.Entities)
        {
            var checks = entity.Checks.Items.Select(check => new ReadingCheck(check, FieldsReadBy(check))).ToList();
            foreach (var field in entity.Fields)
            {
                if (Bounds.ConstantOf(field.Default) is { } value)
                {
                    CheckDefault(facts, entity, field, value, checks, report);
                }
            }
        }
    }

    private void CheckDefault(
        ModelFacts facts, Entity entity, Field field, Literal value, List<ReadingCheck> checks, DiagnosticBag report)
    {
        if (!CheckBounds(entity.Name, field, value, report))
        {
            return;
        }

        var reading = checks.Where(check => check.Fields.Contains(field.Name)).Select(check => check.Check);
        foreach (var check in reading.Where(check => Refuses(facts, entity, field, value, check)))
        {
            report.Add(At(value.Origin, $"the default of `{field.Name}` never passes the check `{check.Name}`")
                .WithLabel("is refused whatever the other fields hold")
                .WithRelated(check.Condition.Origin.Location, "the check")
                .WithHelp("choose a default that the check takes")
                .About($"{entity.Name}.{field.Name}"));
        }
    }

    private bool CheckBounds(ElementName owner, Field field, Literal value, DiagnosticBag report)
    {
        if (Bounds.BrokenBy(field, value) is not { } bound)
        {
            return true;
        }

        report.Add(At(value.Origin, $"the default of `{field.Name}` breaks its own `{bound}`")
            .WithLabel("is refused by the field")
            .WithRelated(field.Origin.Location, $"asks for `{bound}`")
            .WithHelp("choose a default that the field takes")
            .About($"{owner}.{field.Name}"));
        return false;
    }

    /// <summary>A check that no row passes is reported as such, not for each default.</summary>
    private static bool Refuses(ModelFacts facts, Entity entity, Field field, Literal value, Check check)
    {
        var row = new Variable(new ReferenceType(entity.Name), VariableKind.This, "this");
        var own = new FieldAccess(field.Type, row, field.Name);
        var isDefault = Goal.Holds(new Binary(Bool, BinaryOperator.Equal, own, value));
        return !facts.Solver.CanHold(isDefault, Goal.Holds(check.Condition))
            && facts.Solver.CanHold(Goal.Holds(check.Condition));
    }

    private static HashSet<string> FieldsReadBy(Check check) => check.Condition.DescendantsAndSelf().OfType<FieldAccess>()
        .Where(access => access.Target is Variable { Kind: VariableKind.This })
        .Select(access => access.Field)
        .ToHashSet(StringComparer.Ordinal);

    private sealed record ReadingCheck(Check Check, HashSet<string> Fields);
}
