using System.Collections.Immutable;
using Ashlar.Core.Model;
using Ashlar.Core.Model.Expressions;
using Ashlar.Emit.Grants;

namespace Ashlar.Emit.Features;

/// <summary>Fields of a request that not every rule for the operation covers, by the rules that do.</summary>
internal sealed record FieldGate(Gate Gate, ImmutableArray<Field> Fields)
{
    /// <summary>The input that says whether the request has one of the fields.</summary>
    public string Input => "sends " + string.Join(", ", Fields.Select(item => item.Name));

    /// <summary>A request with one of the fields needs one of these rules.</summary>
    public Expression Condition(bool isSignedIn)
    {
        var isSent = new Variable(Conditions.Bool, VariableKind.Input, Input);
        return Conditions.Or(new Unary(Conditions.Bool, UnaryOperator.Not, isSent), Gate.Condition(isSignedIn));
    }

    public static ImmutableArray<FieldGate> Of(Entity entity, Operation operation, Gate all, IEnumerable<Field> fields)
    {
        return
        [
            .. fields.GroupBy(field => Gate.Of(entity, operation, field.Name))
                .Where(group => group.Key != all && !group.Key.IsOpen)
                .Select(group => new FieldGate(group.Key, [.. group])),
        ];
    }
}
