using System.Collections.Immutable;
using Ashlar.Core.Model;
using Ashlar.Core.Model.Expressions;
using Ashlar.Core.Model.Types;
using Ashlar.Emit.Grants;
using Ashlar.Emit.Shapes;
using Ashlar.Emit.Statements;
using Ashlar.Emit.Text;

namespace Ashlar.Emit.Features;

/// <summary>
/// The parts of a list's statement. The parameters of the filters come first, in their order; those that every page needs
/// follow.
/// </summary>
internal sealed class ListParts
{
    private readonly Emission _emission;
    private readonly ExposedOperation _operation;
    private readonly bool _isSignedIn;
    private readonly ImmutableArray<ListFilter> _filters;
    private readonly ImmutableArray<ListSort> _sorts;

    public ListParts(Emission emission, ExposedOperation operation, ShapeLayout layout)
    {
        _emission = emission;
        _operation = operation;
        _isSignedIn = operation.Gate.NeedsSignIn;
        _filters = [.. AllFilters()];
        _sorts = [.. operation.Endpoint.Orders.Select(SortBy)];
        (var pieces, Whole) = SqlPiece.Write(emission, text => Compose(text, layout));
        (Select, From, Where, Id) = (pieces[0], pieces[1], pieces[2], pieces[3]);
        Filters = [.. _filters.Select((filter, i) => filter with { Condition = pieces[4 + i] })];
        ImmutableArray<ListSort> sorts = [.. _sorts.Select((sort, i) => sort with { Column = pieces[4 + _filters.Length + i] })];
        Sorts = [.. sorts.Where(sort => operation.Endpoint.Sorts.Any(choice => choice.Field == sort.Name))];
        Order = sorts.FirstOrDefault(sort => sort.Name == operation.Endpoint.Order?.Field);
    }

    public SqlPiece Select { get; }

    public SqlPiece From { get; }

    public SqlPiece Where { get; }

    public SqlPiece Id { get; }

    public ImmutableArray<ListFilter> Filters { get; }

    public ImmutableArray<ListSort> Sorts { get; }

    /// <summary>The order of a request that asks for none; null for the order of creation.</summary>
    public ListSort? Order { get; }

    /// <summary>All parameters together.</summary>
    public SqlStatement Whole { get; }

    private Entity Entity => _operation.Entity;

    private Variable Row => new(new ReferenceType(Entity.Name), VariableKind.This, "this");

    private List<string> Compose(StatementText text, ShapeLayout layout)
    {
        foreach (var filter in _filters)
        {
            text.Input(filter.Name, filter.Type);
        }

        var joins = new PathJoins(text, Entity, text.Row(Entity));
        var columns = ShapeColumns.Of(layout, joins).ToList();
        var rule = joins.Condition(_operation.Gate.Condition(_isSignedIn));
        var parents = Parents.Select(joins.Conjunct).ToList();
        var filters = _filters.Select(filter => ConditionOf(filter, text, joins)).ToList();
        var sorts = _sorts.Select(sort => joins.Value(sort.Value)).ToList();
        return
        [
            StatementText.List(columns), joins.From, WhereOf(rule, parents),
            StatementText.Column(joins.Alias, "id"), .. filters, .. sorts,
        ];
    }

    /// <summary>The rows of the list refer to those that the path names.</summary>
    private IEnumerable<Expression> Parents =>
        _operation.Address.Parents.Select(parent => RowPath.Leads(_emission, Entity, parent.Steps, parent.Steps));

    private static string WhereOf(string rule, List<string> parents)
    {
        var bracketed = rule.Contains(" or ", StringComparison.Ordinal) ? $"({rule})" : rule;
        return parents.Count == 0 ? bracketed : string.Join(" and ", parents.Append(bracketed).Where(part => part != "true"));
    }

    private static string ConditionOf(ListFilter filter, StatementText text, PathJoins joins)
    {
        var guard = joins.Conjunct(filter.Guard);
        var condition = filter.Value is { } value
            ? joins.Conjunct(value)
            : SearchCondition.Of(text, joins.Entity, joins.Alias, text.Input(filter.Name, filter.Type));
        return guard == "true" ? condition : $"{guard} and {condition}";
    }

    private IEnumerable<ListFilter> AllFilters()
    {
        foreach (var filter in _operation.Endpoint.Filters)
        {
            if (Entity.Field(filter.Field) is { } field)
            {
                var type = field.Type.AsNullable(false);
                var value = new Binary(
                    Conditions.Bool, BinaryOperator.Equal, new FieldAccess(field.Type, Row, field.Name),
                    new Variable(type, VariableKind.Input, field.Name));
                yield return Guarded(new ListFilter(field.Name, type) { Field = field, Value = value });
            }
        }

        foreach (var filter in _operation.Endpoint.NamedFilters)
        {
            var type = filter.Parameter.Type.AsNullable(false);
            yield return Guarded(new ListFilter(filter.Parameter.Name, type) { Named = filter, Value = filter.Condition });
        }

        if (_operation.Endpoint.HasSearch && Entity.Search is { } search)
        {
            var guard = Conditions.And(
                search.Fields.Select(field => Readability.Of(_emission.Model, field, _isSignedIn).Condition));
            yield return WithGuard(new ListFilter("search", new ScalarType(Scalar.Text)), guard);
        }
    }

    private ListFilter Guarded(ListFilter filter)
    {
        var (value, condition) = Readability.Of(_emission.Model, filter.Value ?? Conditions.True, _isSignedIn);
        return WithGuard(filter with { Value = value }, condition);
    }

    // What only the caller decides is refused; what depends on the row does not match where the caller may not look.
    private static ListFilter WithGuard(ListFilter filter, Expression condition) => condition == Conditions.True
        ? filter
        : CallerTest.Of(condition) is { } test ? filter with { Test = test } : filter with { Guard = condition };

    private ListSort SortBy(SortChoice choice)
    {
        var field = Entity.Field(choice.Field);
        var type = field?.Type ?? new ScalarType(Scalar.Uuid);
        var (value, condition) = Readability.Of(_emission.Model, new FieldAccess(type, Row, choice.Field), _isSignedIn);
        var sort = new ListSort(choice.Field, type, value);
        if (condition == Conditions.True)
        {
            return sort;
        }

        var orNull = type.AsNullable(true);
        return CallerTest.Of(condition) is { } test
            ? sort with { Test = test }
            : sort with { Type = orNull, Value = new Conditional(orNull, condition, value, new Literal(orNull, null)) };
    }
}
