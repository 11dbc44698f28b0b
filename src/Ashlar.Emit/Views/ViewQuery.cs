using System.Collections.Immutable;
using Ashlar.Core.Model;
using Ashlar.Core.Model.Expressions;
using Ashlar.Core.Model.Types;
using Ashlar.Core.Text;
using Ashlar.Emit.Grants;

namespace Ashlar.Emit.Views;

/// <summary>
/// What a view asks the database, with the rules of the entities in it: of which rows, in which groups, for which values.
/// A row takes part only where the caller may read it and everything that the view names of it, unless the view says that all
/// do. Where it groups, columns, <see cref="Keep"/> and sort are about keys and aggregates, else about the row.
/// </summary>
internal sealed class ViewQuery
{
    private readonly SystemModel _model;
    private readonly View _view;
    private readonly Gate _gate;
    private readonly Entity _entity;
    private readonly List<Expression> _conditions = [];

    private ViewQuery(Emission emission, View view)
    {
        (_model, _view, _gate) = (emission.Model, view, Gate.Of(view.Access));
        _entity = emission.Entity(view.Entity);
        var keys = view.Keys.ToDictionary(key => key.Name, key => Inline(key.Value), StringComparer.Ordinal);
        var columns = view.Columns.ToDictionary(column => column.Name, column => Inline(column.Value), StringComparer.Ordinal);
        var aggregates = new GroupAggregates(Row, keys);
        var names = new KeyValues(columns, VariableKind.Column);
        var where = view.Where is { } condition ? OfRow(Inline(condition)) : Conditions.True;
        Keys = [.. view.Keys.Select(key => (key.Name, OfRow(keys[key.Name])))];
        Columns = [.. view.Columns.Select(column => Shown(columns[column.Name]))];
        Keep = view.Keep is { } keep ? Shown(names.Rewrite(Inline(keep))) : Conditions.True;
        Sort = [.. view.Sort.Select(key => key with { Value = Shown(names.Rewrite(Inline(key.Value))) }), .. LastKeys()];
        Aggregates = [.. aggregates.Found.Select(found => (found.Variable, OfRow(found.Value)))];
        var mayRead = view.AllRows is null ? Gate.Of(_entity, Operation.Read).Condition(_gate) : Conditions.True;
        Where = Conditions.And(_conditions.Distinct().Prepend(mayRead).Append(where));

        Expression Shown(Expression value) => Narrowed(aggregates.Rewrite(value), keys);
    }

    /// <summary>Which rows take part.</summary>
    public Expression Where { get; }

    public ImmutableArray<(string Name, Expression Value)> Keys { get; }

    /// <summary>Over the rows of a group, which are `this` in them.</summary>
    public ImmutableArray<(Variable Variable, Expression Value)> Aggregates { get; }

    /// <summary>In the order of the view's columns.</summary>
    public ImmutableArray<Expression> Columns { get; }

    public Expression Keep { get; }

    /// <summary>The written order, made total.</summary>
    public ImmutableArray<SortKey> Sort { get; }

    private Variable Row => new(new ReferenceType(_entity.Name), VariableKind.This, "this");

    public static ViewQuery Of(Emission emission, View view) => new(emission, view);

    // In the direction of the order, so that one index gives both.
    private IEnumerable<SortKey> LastKeys() => _view.IsGrouped
        ? _view.Keys.Select(key => new SortKey(new Variable(key.Type, VariableKind.Key, key.Name), IsDescending: false))
        : [new SortKey(new FieldAccess(new ScalarType(Scalar.Uuid), Row, "id"), _view.Sort is [{ IsDescending: true }])];

    private Expression Inline(Expression value) => FunctionInliner.Inline(value, _model.Function);

    /// <summary>Of a value over the row, what the caller may learn; the row has to allow the rest.</summary>
    private Expression OfRow(Expression value)
    {
        if (_view.AllRows is not null)
        {
            return value;
        }

        var (narrowed, condition) = Readability.OrNull(_model, value, _gate);
        _conditions.Add(condition);
        return narrowed;
    }

    /// <summary>
    /// The same of a value over keys. What is required of the row behind a key is asked of each row of the group, so that a row
    /// that does not allow it counts nowhere.
    /// </summary>
    private Expression Narrowed(Expression value, IReadOnlyDictionary<string, Expression> keys)
    {
        if (!_view.IsGrouped || _view.AllRows is not null)
        {
            return OfRow(value);
        }

        OfRow(new KeyValues(keys).Rewrite(value));
        return Readability.OrNull(_model, value, _gate).Value;
    }
}
