using Ashlar.Core.Analysis.Values;
using Ashlar.Core.Diagnostics;
using Ashlar.Core.Model;
using Ashlar.Core.Model.Expressions;
using Ashlar.Core.Model.Statements;
using Ashlar.Core.Text;

namespace Ashlar.Core.Analysis.Rules;

/// <summary>A constant that an action gives to a field or an input whose own bounds refuse it.</summary>
internal sealed class StepBreaksRule : ModelRule
{
    public override void Check(ModelFacts facts, DiagnosticBag report)
    {
        foreach (var action in facts.Model.AllActions)
        {
            foreach (var (field, value) in action.Steps().SelectMany(step => GivenBy(facts.Model, step)))
            {
                if (Bounds.ConstantOf(value) is { } constant && Bounds.BrokenBy(field, constant) is { } bound)
                {
                    report.Add(At(value.Origin, $"this breaks `{bound}` of `{field.Name}`")
                        .WithLabel("is refused every time")
                        .WithRelated(field.Origin.Location, $"asks for `{bound}`")
                        .WithHelp($"choose a value that `{field.Name}` takes")
                        .About($"{action.Name}"));
                }
            }
        }
    }

    private static IEnumerable<(Field Field, Expression Value)> GivenBy(SystemModel model, Statement step) =>
        step switch
        {
            SetStatement set when model.Entity(set.Entity)?.Field(set.Field) is { } field => [(field, set.Value)],
            CreateStatement made => Pairs(model.Entity(made.Entity)?.Fields, made.Values),
            EmitStatement told => Pairs(model.Event(told.Event)?.Fields, told.Values),
            CallStatement call => Pairs(model.Slot(call.Slot)?.Inputs, call.Inputs),
            RunStatement run => Pairs(model.Action(run.Action)?.Inputs, run.Inputs),
            _ => [],
        };

    private static IEnumerable<(Field Field, Expression Value)> Pairs(ValueList<Field>? fields, ValueList<GivenValue> values) =>
        from given in values
        from field in fields ?? []
        where field.Name == given.Field
        select (field, given.Value);
}
