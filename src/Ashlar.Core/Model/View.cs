using Ashlar.Core.Model.Expressions;
using Ashlar.Core.Model.Types;
using Ashlar.Core.Text;

namespace Ashlar.Core.Model;

/// <summary>
/// A question to the database with parameters: one statement. The row that it goes over is `this` in its expressions. With
/// keys the rows of equal keys are one row of the answer: columns, <see cref="Keep"/> and sort then name keys
/// (<see cref="VariableKind.Key"/>) and aggregates over the group (<see cref="VariableKind.Group"/>).
/// </summary>
public sealed record View(ElementName Name, ValueList<Field> Inputs, ElementName Entity, ActionAccess Access, Origin Origin)
{
    public string Documentation { get; init; } = "";

    /// <summary>What the row is called in the text: `line`.</summary>
    public string Row { get; init; } = "";

    public Expression? Where { get; init; }

    /// <summary>What rows of one group have in common; empty for a view that does not group.</summary>
    public ValueList<ViewColumn> Keys { get; init; } = [];

    public ValueList<ViewColumn> Columns { get; init; } = [];

    /// <summary>
    /// Which rows of the answer stay. It and the sort may name columns (<see cref="VariableKind.Column"/>).
    /// </summary>
    public Expression? Keep { get; init; }

    public ValueList<SortKey> Sort { get; init; } = [];

    /// <summary>A constant or an input; null for no limit.</summary>
    public Expression? Limit { get; init; }

    /// <summary>Why the access rules of the entities do not count; null where they do.</summary>
    public string? AllRows { get; init; }

    public bool IsGrouped => !Keys.IsEmpty;

    /// <summary>Every expression, in written order.</summary>
    public IEnumerable<(Expression Value, Origin Origin)> Expressions()
    {
        foreach (var rule in Access.Rules.Where(rule => rule.Where is not null))
        {
            yield return (rule.Where ?? throw new InvalidOperationException("the rule has a condition"), rule.Origin);
        }

        foreach (var (value, origin) in Shown())
        {
            yield return (value, origin);
        }
    }

    /// <summary>Every expression that takes part in the answer; the access of the view does not.</summary>
    public IEnumerable<(Expression Value, Origin Origin)> Shown()
    {
        var parts = new[] { Where }
            .Concat(Keys.Select(key => key.Value))
            .Concat(Columns.Select(column => column.Value))
            .Append(Keep)
            .Concat(Sort.Select(key => key.Value));
        return parts.OfType<Expression>().Select(part => (part, part.Origin));
    }
}

/// <summary>A value with a name: a key of the groups, or a member of the answer.</summary>
public sealed record ViewColumn(string Name, Expression Value, Origin Origin)
{
    /// <summary>A key that each item of a list is: a row is in the groups of all of them.</summary>
    public bool IsEach { get; init; }

    /// <summary>The type of the key, or of the member.</summary>
    public ModelType Type => IsEach && Value.Type is ListType list ? list.Item : Value.Type;

    public string Documentation { get; init; } = "";
}
