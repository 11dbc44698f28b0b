using Ashlar.Core.Model;
using Ashlar.Core.Model.Expressions;
using Ashlar.Core.Model.Statements;
using Ashlar.Core.Text;
using Ashlar.Emit.Text;

namespace Ashlar.Emit.Actions;

/// <summary>The rows that an action names itself and some API answers with.</summary>
internal static class ShownRows
{
    /// <summary>The element of a tuple: `Loan`. Some names are the tuple's own.</summary>
    public static Ident Element(string name)
    {
        var element = Names.Member(name);
        return element.Text is "Refusal" or "Rest" or "ToString" or "Equals" or "GetHashCode" or "CompareTo"
            || element.Text.StartsWith("Item", StringComparison.Ordinal)
            ? Ident.Of(Spelling.Pascal(name) + "Value")
            : element;
    }

    public static ValueList<Variable> Of(ActionDefinition action, IEnumerable<ActionOperation> offered)
    {
        var sources = offered.Select(operation => operation.Endpoint.ReplySource).ToHashSet(StringComparer.Ordinal);
        return StatementTree.Named(action.Body).Where(variable => sources.Contains(variable.Name)).ToValueList();
    }
}
