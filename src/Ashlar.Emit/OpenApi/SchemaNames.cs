using System.Collections.Frozen;
using Ashlar.Core.Model;

namespace Ashlar.Emit.OpenApi;

/// <summary>Names of schemas: a declaration's own where only one has it, with its module before it otherwise.</summary>
internal sealed class SchemaNames(SystemModel model)
{
    private readonly FrozenSet<string> _shared = model.Entities.Select(entity => entity.Name)
        .Concat(model.Shapes.Select(shape => shape.Name))
        .Concat(model.Enums.Select(definition => definition.Name))
        .Concat(model.Values.Select(value => value.Name))
        .GroupBy(name => name.Name, StringComparer.Ordinal)
        .Where(group => group.Count() > 1 || Own.Contains(group.Key) || model.Apis.Any(api => OfErrors(api) == group.Key))
        .Select(group => group.Key)
        .ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Schemas that every document has.</summary>
    private static readonly FrozenSet<string> Own =
        FrozenSet.Create(StringComparer.Ordinal, "Problem", "FieldProblem", "SignIn", "Session", "File", "Weekday");

    /// <summary>What an API answers to what it refuses, where that is no problem document.</summary>
    public static string OfErrors(Api api) => $"{api.Name.Module}{api.Name.Name}Errors";

    public string Of(ElementName name) => _shared.Contains(name.Name) ? name.Module + name.Name : name.Name;
}
