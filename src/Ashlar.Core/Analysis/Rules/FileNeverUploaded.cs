using Ashlar.Core.Diagnostics;
using Ashlar.Core.Model;
using Ashlar.Core.Model.Types;

namespace Ashlar.Core.Analysis.Rules;

/// <summary>A file field that no API takes the bytes of.</summary>
internal sealed class FileNeverUploaded : ModelRule
{
    public override Severity Severity => Severity.Warning;

    public override void Check(ModelFacts facts, DiagnosticBag report)
    {
        foreach (var entity in facts.Model.Entities.Where(entity => entity.Access.Kind is not AccessKind.Missing))
        {
            foreach (var field in entity.Fields.Where(IsFile).Where(field => !IsUploaded(facts.Model, entity, field)))
            {
                report.Add(At(field.Origin, $"no api takes a file for `{field.Name}`")
                    .WithLabel("stays empty")
                    .WithNote("a file is no part of the body that creates a row; storing it is an update of the field")
                    .WithHelp(field.IsReadonly
                        ? "drop `readonly`, or drop the field"
                        : $"expose `update` of `{entity.Name.Name}`, and grant `update {{ {field.Name} }}` to somebody")
                    .About($"{entity.Name}.{field.Name}"));
            }
        }
    }

    private static bool IsFile(Field field) => field.Type is ScalarType { Scalar: Scalar.File };

    private static bool IsUploaded(SystemModel model, Entity entity, Field field) => model.Apis
        .SelectMany(api => api.Exposes)
        .Where(expose => expose.Entity == entity.Name)
        .SelectMany(expose => FileEndpoint.Of(entity, expose))
        .Any(endpoint => endpoint.Action == FileAction.Upload && endpoint.Field == field);
}
