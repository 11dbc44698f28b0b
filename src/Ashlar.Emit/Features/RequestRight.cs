using Ashlar.Core.Model.Expressions;
using Ashlar.Core.Model.Types;
using Ashlar.Emit.Expressions;
using Ashlar.Emit.Statements;

namespace Ashlar.Emit.Features;

/// <summary>
/// Whether the caller may make a request with its inputs. What the rule reads of a reference counts only where the caller may
/// read that row: else the answer would tell of it.
/// </summary>
internal sealed class RequestRight(Emission emission, Expression condition, ReferenceTests references)
{
    public string Of(StatementText text, SqlScope scope)
    {
        var read = ReadThrough().ToHashSet(StringComparer.Ordinal);
        var tests = references.References.Where(field => read.Contains(field.Name)).Select(field => references.Of(text, field));
        return string.Join(" and ", tests.Append(text.Expressions.Conjunct(condition, scope)));
    }

    /// <summary>The references of which the condition reads more than which row they mean.</summary>
    private IEnumerable<string> ReadThrough() =>
        FunctionInliner.Inline(condition, emission.Model.Function).DescendantsAndSelf()
            .OfType<FieldAccess>()
            .Where(access => access.Field != "id")
            .Select(access => access.Target)
            .OfType<Variable>()
            .Where(variable => variable is { Kind: VariableKind.Input, Type: ReferenceType })
            .Select(variable => variable.Name);
}
