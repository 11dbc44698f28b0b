using Ashlar.Core.Diagnostics;
using Ashlar.Core.Model;
using Ashlar.Core.Model.Types;

namespace Ashlar.Core.Analysis.Rules;

/// <summary>A text, JSON or file field, or an input of an action, without a largest size.</summary>
internal sealed class UnboundedText : ModelRule
{
    public override void Check(ModelFacts facts, DiagnosticBag report)
    {
        foreach (var entity in facts.Model.Entities)
        {
            Check(entity.Name, entity.Fields, report);
        }

        foreach (var value in facts.Model.Values)
        {
            Check(value.Name, value.Fields, report);
        }

        foreach (var action in facts.Model.Actions)
        {
            Check(action.Name, action.Inputs, report);
        }

        foreach (var slot in facts.Model.Slots)
        {
            Check(slot.Name, slot.Inputs.Concat(slot.Output.Fields), report);
        }

        foreach (var told in facts.Model.Events)
        {
            Check(told.Name, told.Fields, report);
        }
    }

    private void Check(ElementName owner, IEnumerable<Field> fields, DiagnosticBag report)
    {
        foreach (var field in fields)
        {
            if (field is { Computed: null, Generated: null } && MissingBound(field) is var (kind, example))
            {
                report.Add(At(field.Origin, $"`{field.Name}` takes {kind} of any size")
                    .WithLabel("has no `max`")
                    .WithNote("whoever may write the field can fill the disk with one request")
                    .WithHelp($"bound it, for example with `{example}`")
                    .About($"{owner}.{field.Name}"));
            }
        }
    }

    private static (string Kind, string Example)? MissingBound(Field field) => Item(field.Type) switch
    {
        ScalarType { Scalar: Scalar.Text } when field.Constraints.MaxLength is null => ("text", "max 200"),
        ScalarType { Scalar: Scalar.Json } when field.Constraints.MaxLength is null => ("JSON", "max 10000"),
        ScalarType { Scalar: Scalar.File } when field.Constraints.MaxBytes is null => ("files", "max 5MB"),
        _ => null,
    };

    private static ModelType Item(ModelType type) => type is ListType list ? list.Item : type;
}
