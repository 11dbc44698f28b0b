using Ashlar.Core.Diagnostics;
using Ashlar.Core.Model.Binding;
using Ashlar.Core.Model.Expressions;
using Ashlar.Core.Model.Statements;
using Ashlar.Core.Model.Types;
using Ashlar.Core.Text;

namespace Ashlar.Core.Model.Rules;

/// <summary>A list of values in an action that is not passed on as it is: to a field, or to another action.</summary>
internal sealed class ListPassedOn : Rule
{
    /// <summary>Looks through an action that is bound.</summary>
    public static void Report(Site site, ActionDefinition action)
    {
        foreach (var rule in action.Access.Rules)
        {
            Add(site, rule.Where is null ? null : OfOther(rule.Where, rule.Origin.Location));
        }

        foreach (var statement in action.Steps())
        {
            foreach (var value in statement.Expressions())
            {
                var at = (value.Origin.Source is null ? statement.Origin : value.Origin).Location;
                Add(site, statement switch
                {
                    SetStatement or CreateStatement => OfGiven(value, at),
                    RunStatement => OfGiven(value, at) ?? OfItems(value, at),
                    _ => OfOther(value, at),
                });
            }
        }
    }

    private static void Add(Site site, Diagnostic? found)
    {
        if (found is not null)
        {
            site.Add(found);
        }
    }

    private static Diagnostic? OfGiven(Expression value, Location at) => value switch
    {
        Variable => null,
        FieldAccess { Type: ListType { Item: not ReferenceType } } list =>
            Of(at, $"`{list.Field}` is a list of a row, which no action copies")
                .WithLabel("is not given to the action")
                .WithHelp("take the list as an input, or write its items: `[…]`"),
        _ => OfOther(value, at),
    };

    private static Diagnostic? OfItems(Expression value, Location at) =>
        value is ListLiteral list
        && list.Items.Any(item => item is not (Literal or Variable { Kind: VariableKind.Input }))
            ? Of(at, "the items of a list that an action is given are names and constants")
                .WithLabel("one has to be calculated")
                .WithHelp("name it first: `let … = …`")
            : null;

    private static Diagnostic? OfOther(Expression value, Location at) =>
        value.DescendantsAndSelf().OfType<Variable>().FirstOrDefault(IsGiven) is { } given
            ? Of(at, $"`{given.Name}` is a list that an action only passes on")
                .WithLabel("asks what is in it")
                .WithHelp("give it to a field or to another action as it is, and ask the row that has it")
            : null;

    private static bool IsGiven(Expression value) =>
        value is Variable { Kind: VariableKind.Input, Type: ListType { Item: not ReferenceType } };

    private static Diagnostic Of(Location at, string message) => Diagnostic.Of<ListPassedOn>(at, message);
}
