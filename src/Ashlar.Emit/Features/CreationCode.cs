using Ashlar.Core.Model;
using Ashlar.Core.Model.Expressions;
using Ashlar.Emit.Entities;
using Ashlar.Emit.Naming;
using Ashlar.Emit.Statements;
using Ashlar.Emit.Text;

namespace Ashlar.Emit.Features;

/// <summary>The arguments of an entity's factory, read from a request.</summary>
internal static class CreationCode
{
    public static IEnumerable<Code> Arguments(Emission emission, CSharpTypes types, Creation creation)
    {
        yield return Code.Of($"call.NewId()");
        foreach (var created in creation.Held.Where(created => created.IsInBody))
        {
            yield return Code.Of($"{Names.Parameter(created.Field)}: {Read(emission, types, creation.Entity, created)}");
        }

        var defaults = creation.Known.Where(created => created.Source == CreationSource.Default)
            .Select(created => created.Field).ToList();
        if (defaults.Exists(field => Is(field, VariableKind.Now)))
        {
            yield return Code.Of($"now: call.Now");
        }

        if (defaults.Exists(field => Is(field, VariableKind.Today)))
        {
            yield return Code.Of($"today: {StatementArguments.Today}");
        }

        var callers = defaults.Where(field => Is(field, VariableKind.Caller)).ToList();
        if (callers.Count > 0)
        {
            yield return NeedsCaller(creation) ? Code.Of($"callerId: callerId") : Code.Of($"callerId: call.Caller.Id");
        }
    }

    /// <summary>Some field is the caller and may not be empty.</summary>
    public static bool NeedsCaller(Creation creation) =>
        creation.Known.Where(created => created.Source == CreationSource.Default)
            .Any(created => Is(created.Field, VariableKind.Caller) && !created.Field.IsOptional);

    private static Code Read(Emission emission, CSharpTypes types, Entity entity, CreatedField created)
    {
        var field = created.Field;
        if (created.IsChange)
        {
            return ChangeReading.Of(types, entity.Name, field);
        }

        if (field.Relation is not { Kind: RelationKind.Owned } relation)
        {
            return BodyReading.Of(types, entity.Name, field);
        }

        var item = LocalNames.One(emission.Entity(relation.Target));
        var read = Code.Of($"{item} => {OwnedWritesFile.Class(relation.Target)}.Read(call, {item})");
        return Code.Of($"body.Objects({Lit.Of(field.Name)}, max: {BodyReading.Most(field)}, {read})");
    }

    private static bool Is(Field field, VariableKind kind) => field.Default is Variable variable && variable.Kind == kind;
}
