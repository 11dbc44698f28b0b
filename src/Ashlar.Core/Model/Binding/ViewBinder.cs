using Ashlar.Core.Model.Expressions;
using Ashlar.Core.Model.Rules;
using Ashlar.Core.Model.Types;
using Ashlar.Core.Syntax.Nodes;
using Ashlar.Core.Text;

namespace Ashlar.Core.Model.Binding;

/// <summary>Binds a view: the rows that it goes over, how they are grouped, and what it shows of them in which order.</summary>
internal sealed class ViewBinder
{
    private const string Group = "group";
    private const int MostRows = 1000;

    private readonly ViewElement _view;
    private readonly Site _site;
    private readonly EntityElement _entity;
    private Scope _scope;

    private ViewBinder(ViewElement view, EntityElement entity)
    {
        (_view, _site, _entity) = (view, view.Site, entity);
        var isSignedIn = view.Syntax.Access.All(rule => rule.Audience != AudienceKind.Anyone);
        var inputs = Scope.Empty with { Locals = [.. view.Inputs.Slots.Select(slot => FunctionBinder.InputOf(slot.Field))] };
        _scope = isSignedIn ? inputs.Knowing(Facts.SignedIn) : inputs;
    }

    /// <summary>The checked view; null where nothing is known of its rows.</summary>
    public static View? Bind(ViewElement view)
    {
        FieldExpressions.BindParameters(view.Inputs);
        var site = view.Site;
        if (view.Syntax.Access.IsEmpty)
        {
            site.Add(NoViewAccess.At(view));
        }

        if (view.Syntax.From is not { } from)
        {
            site.Add(ViewForm.WithoutRows(view));
            return null;
        }

        return Lookup.Find<EntityElement>(site, from.Entity, Wanted.Entity) is { } entity
            ? new ViewBinder(view, entity).Bind(from)
            : null;
    }

    private View Bind(ViewSourceSyntax from)
    {
        var inputs = _scope;
        var names = _view.Inputs.Slots.ToDictionary(
            slot => slot.Field.Name, slot => slot.Site.At(slot.Field.Origin.Span), StringComparer.Ordinal);
        IsNew(names, from.As);
        _scope = _scope.With(new Local(new Variable(_entity.Type, VariableKind.This, from.As.Text), Constraints.None));
        var where = from.Where is { } condition ? Condition(condition) : null;
        _scope = where is null ? _scope : _scope.Knowing(Facts.WhenTrue(where));
        var keys = BindKeys(names);
        _scope = keys.IsEmpty ? _scope : GroupScope(inputs, from, keys);
        var columns = BindColumns();
        var locals = columns.Select(column =>
            new Local(new Variable(column.Value.Type, VariableKind.Column, column.Name), Constraints.None));
        _scope = _scope with { Locals = [.. _scope.Locals, .. locals] };
        var keep = _view.Syntax.Keep is { } kept ? Condition(kept) : null;
        _scope = keep is null ? _scope : _scope.Knowing(Facts.WhenTrue(keep));
        return new View(_view.Name, _view.Inputs.ToModel(), _entity.Name, BindAccess(inputs), _view.Origin)
        {
            Documentation = _view.Syntax.Documentation,
            Row = from.As.Text,
            Where = ThisRow.In(where),
            Keys = ThisRow.In(keys),
            Columns = ThisRow.In(columns),
            Keep = ThisRow.In(keep),
            Sort = BindSort().Select(key => key with { Value = ThisRow.In(key.Value) ?? key.Value }).ToValueList(),
            Limit = BindLimit(inputs),
            AllRows = BindReason(),
        };
    }

    private ActionAccess BindAccess(Scope inputs) => new(
        _view.Syntax.Access.IsEmpty ? AccessKind.Missing : AccessKind.Rules,
        _view.Syntax.Access.Select(line => ActionAccessBinder.BindRule(_site, inputs, line)).ToValueList());

    private ValueList<ViewColumn> BindKeys(Dictionary<string, Location> names)
    {
        var keys = new List<ViewColumn>();
        foreach (var node in _view.Syntax.Keys.Where(node => IsNew(names, node.Name)))
        {
            var value = Any(node.Value);
            if (node.IsEach && !IsListOfRow(value))
            {
                _site.Add(ViewForm.Each(_site.At(node.Value)));
            }
            else if (!node.IsEach && !ViewForm.IsKey(value.Type))
            {
                _site.Add(ViewForm.Key(_site, node.Value, value.Type));
            }

            keys.Add(new ViewColumn(node.Name.Text, value, _site.OriginOf(node.Name)) { IsEach = node.IsEach });
        }

        return keys.ToValueList();
    }

    private static bool IsListOfRow(Expression value) => value is FieldAccess
    {
        Target: Variable { Kind: VariableKind.This },
        Type: ListType { Item: ScalarType or EnumType },
    } || value.Type is Types.UnknownType;

    /// <summary>Behind `group by` there are the keys and the group; the row is one of many.</summary>
    private static Scope GroupScope(Scope inputs, ViewSourceSyntax from, ValueList<ViewColumn> keys)
    {
        var locals = keys.Select(key => new Local(new Variable(key.Type, VariableKind.Key, key.Name), Constraints.None));
        return inputs with { Locals = [.. inputs.Locals, .. locals], GroupedRow = from.As.Text };
    }

    private ValueList<ViewColumn> BindColumns()
    {
        if (_view.Syntax.Columns.IsEmpty)
        {
            _site.Add(ViewForm.WithoutColumns(_view));
        }

        var columns = new List<ViewColumn>();
        var names = new Dictionary<string, Location>(StringComparer.Ordinal);
        foreach (var node in _view.Syntax.Columns.Where(node => IsNew(names, node.Name)))
        {
            var site = _site.About(node.Name.Text);
            var value = Verify(ExpressionBinder.BindAny(site, WithGroup(), node.Value));
            if (!ViewForm.IsColumn(value.Type))
            {
                site.Add(ViewForm.Column(site, node.Value, value.Type));
            }

            columns.Add(new ViewColumn(node.Name.Text, value, site.OriginOf(node.Name)) { Documentation = node.Documentation });
        }

        return columns.ToValueList();
    }

    private ValueList<SortKey> BindSort()
    {
        var keys = ExpressionBinder.BindOrder(_site, WithGroup(), _view.Syntax.Sort);
        foreach (var key in keys)
        {
            Verify(key.Value);
        }

        return keys;
    }

    /// <summary>A number, or an input that is bounded as one.</summary>
    private Expression? BindLimit(Scope inputs)
    {
        if (_view.Syntax.Limit is not { } node)
        {
            return null;
        }

        var limit = ExpressionBinder.BindValue(_site, inputs, node, ScalarTypes.Of(Scalar.Int));
        var isBounded = limit switch
        {
            Literal { Value: long and >= 1 and <= MostRows } => true,
            Variable { Kind: VariableKind.Input } input => inputs.Find(input.Name) is
            {
                Constraints: { Min: >= 1, Max: <= MostRows },
            },
            _ => limit.Type is Types.UnknownType,
        };
        if (!isBounded)
        {
            _site.Add(ViewForm.Limit(_site, node, MostRows));
        }

        return limit;
    }

    private string? BindReason()
    {
        if (_view.Syntax.AllRows is { } reason && string.IsNullOrWhiteSpace(reason.Value))
        {
            _site.Add(ViewForm.Reason(_site.At(reason)));
        }

        return _view.Syntax.AllRows?.Value;
    }

    private Expression Condition(ExpressionSyntax node) => Verify(ExpressionBinder.BindCondition(_site, WithGroup(), node));

    private Expression Any(ExpressionSyntax node) => Verify(ExpressionBinder.BindAny(_site, WithGroup(), node));

    private Expression Verify(Expression bound)
    {
        if (GroupUse.FirstWrong(bound) is not { } wrong)
        {
            return Place.Anywhere.Verify(_site, bound);
        }

        _site.Add(wrong.Found(_site.At(wrong.At.Origin.Span)));
        return new Literal(new Types.UnknownType(), null) { Origin = bound.Origin };
    }

    private Scope WithGroup()
    {
        if (_scope.GroupedRow.Length == 0)
        {
            return _scope;
        }

        var group = new Variable(new ListType(_entity.Type), VariableKind.Group, Group);
        return _scope with { Locals = [new Local(group, Constraints.None), .. _scope.Locals] };
    }

    /// <summary>The row is called `this` in the model, whatever its name in the text.</summary>
    private sealed class ThisRow : ExpressionRewriter
    {
        private static readonly ThisRow Instance = new();

        public static Expression? In(Expression? value) => value is null ? null : Instance.Rewrite(value);

        public static ValueList<ViewColumn> In(ValueList<ViewColumn> columns) =>
            columns.Select(column => column with { Value = Instance.Rewrite(column.Value) }).ToValueList();

        public override Expression Visit(Variable node) =>
            node.Kind == VariableKind.This ? node with { Name = "this" } : node;
    }

    private bool IsNew(Dictionary<string, Location> names, NameSyntax name)
    {
        if (name.IsMissing)
        {
            return false;
        }

        if (names.TryAdd(name.Text, _site.At(name)))
        {
            return true;
        }

        _site.Add(DuplicateMember.At(_site.At(name), name.Text, names[name.Text]));
        return false;
    }
}
