using Ashlar.Core.Diagnostics;
using Ashlar.Core.Model;
using Ashlar.Core.Model.Statements;
using Ashlar.Core.Model.Types;

namespace Ashlar.Core.Analysis.Rules;

/// <summary>A field that nobody may write, that has no value of its own, and that no action sets: it is always null.</summary>
internal sealed class FieldNeverWritten : ModelRule
{
    public override Severity Severity => Severity.Warning;

    public override void Check(ModelFacts facts, DiagnosticBag report)
    {
        var written = facts.Model.AllActions.SelectMany(action => action.Steps()).SelectMany(Written).ToHashSet();
        foreach (var entity in facts.Model.Entities)
        {
            foreach (var field in entity.Fields.Where(field => IsEmpty(field) && !written.Contains((entity.Name, field.Name))))
            {
                report.Add(At(field.Origin, $"`{field.Name}` is always null")
                    .WithLabel("`readonly`, and no action sets it")
                    .WithHelp($"set `{field.Name}` in an action, or drop the field")
                    .About($"{entity.Name}.{field.Name}"));
            }
        }
    }

    /// <summary>A file without an upload is a finding of its own.</summary>
    private static bool IsEmpty(Field field) =>
        field is { IsReadonly: true, IsOptional: true, IsStoredInRow: true, State: null }
        && field is { Default: null, OnUpdate: null, Generated: null }
        && field.Type is not ScalarType { Scalar: Scalar.File };

    private static IEnumerable<(ElementName Entity, string Field)> Written(Statement step) =>
        step switch
        {
            SetStatement set => [(set.Entity, set.Field)],
            CreateStatement made => made.Values.Select(given => (made.Entity, given.Field)),
            _ => [],
        };
}
