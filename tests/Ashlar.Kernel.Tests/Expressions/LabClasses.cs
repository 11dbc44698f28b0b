using System.Globalization;
using System.Text;
using Ashlar.Core.Model;
using Ashlar.Core.Model.Types;
using Ashlar.Emit;
using Ashlar.Emit.Expressions;

namespace Ashlar.Kernel.Tests.Expressions;

/// <summary>C# classes for the rows of a model, with properties as entities have them, and references to walk along.</summary>
internal static class LabClasses
{
    public static string Write(SystemModel model)
    {
        var text = new StringBuilder();
        foreach (var definition in model.Enums)
        {
            text.AppendLine(CultureInfo.InvariantCulture,
                $"public enum {definition.Name.Name} {{ {string.Join(", ", definition.Values.Select(value => value.Name))} }}");
        }

        foreach (var value in model.Values)
        {
            var parts = value.Fields.Select(part =>
                $"{CSharpTypes.Of(part.Type, CSharpScope.OfRow)} {Names.Property(value.Name, part)}");
            text.AppendLine(CultureInfo.InvariantCulture, $"public sealed record {value.Name.Name}({string.Join(", ", parts)});");
        }

        foreach (var entity in model.Entities)
        {
            Write(entity, text);
        }

        return text.ToString();
    }

    private static void Write(Entity entity, StringBuilder text)
    {
        foreach (var field in entity.Fields.Where(field => field.State is not null))
        {
            text.AppendLine(CultureInfo.InvariantCulture,
                $"public enum {Names.StateType(entity.Name, field.Name)} {{ {string.Join(", ", field.State?.States ?? [])} }}");
        }

        text.AppendLine(CultureInfo.InvariantCulture,
            $"public sealed class {entity.Name.Name} {{ public Guid Id {{ get; set; }}");
        foreach (var field in entity.Fields)
        {
            var property = Names.Property(entity.Name, field);
            switch (field)
            {
                case { Computed: not null }:
                    var computed = new CSharpExpressions(Lab.Model).Stored(field.Computed, field.Type, CSharpScope.OfRow);
                    text.AppendLine(CultureInfo.InvariantCulture,
                        $"public {CSharpTypes.Of(field.Type, CSharpScope.OfRow)} {property} => {computed};");
                    break;
                case { Type: ListType { Item: ReferenceType item } }:
                    text.AppendLine(CultureInfo.InvariantCulture,
                        $"public List<{item.Entity.Name}> {property} {{ get; set; }} = [];");
                    break;
                case { Type: ReferenceType reference }:
                    text.AppendLine(CultureInfo.InvariantCulture,
                        $"public {CSharpTypes.Of(field.Type, CSharpScope.OfRow)} {property} {{ get; set; }}");
                    text.AppendLine(CultureInfo.InvariantCulture,
                        $"public {reference.Entity.Name}{(field.IsOptional ? "? " : " ")}{Names.Member(field.Name)} "
                        + $"{{ get; set; }}{(field.IsOptional ? "" : " = null!;")}");
                    break;
                default:
                    text.AppendLine(CultureInfo.InvariantCulture,
                        $"public {CSharpTypes.Of(field.Type, CSharpScope.OfRow)} {property} {{ get; set; }} = default!;");
                    break;
            }
        }

        text.AppendLine("}");
    }
}
