using Ashlar.Core.Diagnostics;
using Ashlar.Core.Model.Binding;
using Ashlar.Core.Model.Expressions;
using Ashlar.Core.Model.Statements;
using Ashlar.Core.Model.Types;
using Ashlar.Core.Text;

namespace Ashlar.Core.Model.Rules;

/// <summary>
/// A list that an action is given, and does something else with than passing it on; or a list of another row where one is
/// given to a row.
/// </summary>
internal sealed class ListPassedOn : Rule
{
    /// <summary>Finds both in an action that is bound.</summary>
    public static void Report(Site site, ActionDefinition action)
    {
        var rules = action.Access.Rules.Select(rule => (rule.Where, rule.Origin)).Where(rule => rule.Where is not null);
        foreach (var (where, origin) in rules)
        {
            Report(site, where, origin);
        }

        foreach (var statement in action.Steps())
        {
            foreach (var value in statement.Expressions().Where(value => !IsPassedOn(statement, value)))
            {
                Report(site, value, value.Origin.Source is null ? statement.Origin : value.Origin);
            }
        }
    }

    private static bool IsPassedOn(Statement statement, Expression value) =>
        statement is SetStatement or CreateStatement or RunStatement && IsGiven(value);

    private static void Report(Site site, Expression? value, Origin origin)
    {
        var given = value?.DescendantsAndSelf().OfType<Variable>().FirstOrDefault(IsGiven);
        if (given is not null)
        {
            site.Add(Diagnostic.Of<ListPassedOn>(origin.Location, $"`{given.Name}` is a list that an action only passes on")
                .WithLabel("asks what is in it")
                .WithHelp("give it to a field or to another action as it is, and ask the row that has it"));
        }
        else if (value is FieldAccess { Type: ListType { Item: not ReferenceType } } list)
        {
            site.Add(Diagnostic.Of<ListPassedOn>(origin.Location, $"`{list.Field}` is a list of a row, which no action copies")
                .WithLabel("is not given to the action")
                .WithHelp("take the list as an input, or write its items: `[…]`"));
        }
    }

    private static bool IsGiven(Expression value) =>
        value is Variable { Kind: VariableKind.Input, Type: ListType { Item: not ReferenceType } };
}
