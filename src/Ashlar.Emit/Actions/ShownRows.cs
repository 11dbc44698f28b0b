using Ashlar.Core.Model;
using Ashlar.Core.Model.Expressions;
using Ashlar.Core.Model.Statements;
using Ashlar.Core.Text;

namespace Ashlar.Emit.Actions;

/// <summary>The rows that an action names itself and some API answers with.</summary>
internal static class ShownRows
{
    public static ValueList<Variable> Of(ActionDefinition action, IEnumerable<ActionOperation> offered)
    {
        var sources = offered.Select(operation => operation.Endpoint.ReplySource).ToHashSet(StringComparer.Ordinal);
        return StatementTree.Named(action.Body).Where(variable => sources.Contains(variable.Name)).ToValueList();
    }
}
