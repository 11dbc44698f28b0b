using Ashlar.Core.Model.Expressions;
using Ashlar.Core.Model.Rules;
using Ashlar.Core.Model.Types;
using Ashlar.Core.Syntax.Nodes;
using Ashlar.Core.Text;

namespace Ashlar.Core.Model.Binding;

/// <summary>`any all count sum min max average list first` over a collection, a list, or the rows of an entity.</summary>
internal sealed partial class ExpressionBinder
{
    /// <summary>A sum of a million values has six digits more than each.</summary>
    private const int DigitsOfManyRows = 6;

    public Expression Visit(ComprehensionSyntax node)
    {
        var isRounded = _isRounded;
        _isRounded = false;
        var (source, entity, item) = BindSource(node.Source);
        if (item is UnknownType && node.Item.IsMissing)
        {
            return Unknown(node);
        }

        var outer = _scope;
        var variable = new Variable(item, VariableKind.Item, node.Item.Text) { Origin = _site.OriginOf(node.Item) };
        _scope = _scope.With(new Local(variable, Constraints.None));
        var where = node.Where is null ? null : Condition(node.Where);
        var facts = where is null ? Facts.None : Facts.WhenTrue(where);
        _scope = _scope.Knowing(facts);
        var expected = SelectType(node.Kind);
        var select =
            node.Select is null ? null
            : expected is null ? Bind(node.Select)
            : BindTo(node.Select, expected);
        var sort = BindSort(node.Sort);
        _scope = outer;

        var isRowSelected = node.Kind is ComprehensionKind.List or ComprehensionKind.First && select is null;
        var type = IsComplete(node, select) ? ResultType(node, select?.Type ?? item, isRowSelected) : new UnknownType();
        if (node.Kind == ComprehensionKind.Average && !isRounded && type is not UnknownType)
        {
            return Fail(node, DivisionOutsideRound.OfAverage(_site, node));
        }

        // A group has at least one row.
        var isSure = where is null && source is Variable { Kind: VariableKind.Group };
        return new Comprehension(isSure ? type.AsNullable(false) : type, node.Kind, variable, source)
        {
            EntitySource = entity?.Name,
            Where = where,
            Select = select,
            Sort = sort,
            Origin = _site.OriginOf(node),
        };
    }

    /// <summary>What a loop goes over: a collection or list with the type of its items, or the rows of an entity.</summary>
    public static (Expression? Source, EntityElement? Entity, ModelType Item) BindRows(
        Site site, Scope scope, ExpressionSyntax node) =>
        new ExpressionBinder(site, scope).BindSource(node);

    public static ValueList<SortKey> BindOrder(Site site, Scope scope, IEnumerable<SortKeySyntax> keys) =>
        new ExpressionBinder(site, scope).BindSort(keys);

    private (Expression? Source, EntityElement? Entity, ModelType Item) BindSource(ExpressionSyntax node)
    {
        if (EntitySource(node) is { } entity)
        {
            return (null, entity, entity.Type);
        }

        var source = Bind(node);
        if (source.Type is ListType list)
        {
            return (source, null, list.Item);
        }

        if (source.Type is not UnknownType)
        {
            _site.Add(OperandType.NotList(_site, node, source.Type));
        }

        return (source, null, new UnknownType());
    }

    /// <summary>`Account` or `Accounts.Account`, unless the name is already that of a value.</summary>
    private EntityElement? EntitySource(ExpressionSyntax node)
    {
        var name = node switch
        {
            NameExpressionSyntax bare when Resolve(bare) is null => new QualifiedNameSyntax(null, bare.Name, bare.Span),
            MemberAccessSyntax { Target: NameExpressionSyntax module } member when IsModule(module) => new QualifiedNameSyntax(
                module.Name,
                member.Name,
                member.Span),
            _ => null,
        };
        var isEntity =
            name is not null && (name.Qualifier is not null || _site.Names.NamedLike(name.Name.Text).Any(Wanted.Entity.Accepts));
        return isEntity && name is not null ? Lookup.Find<EntityElement>(_site, name, Wanted.Entity) : null;
    }

    private bool IsModule(NameExpressionSyntax node) => _site.Names.Modules.ContainsKey(node.Name.Text) && Resolve(node) is null;

    private static ScalarType? SelectType(ComprehensionKind kind) =>
        kind is ComprehensionKind.Any or ComprehensionKind.All ? Bool : null;

    private bool IsComplete(ComprehensionSyntax node, Expression? select)
    {
        var needsValue =
            node.Kind
            is ComprehensionKind.All
                or ComprehensionKind.Sum
                or ComprehensionKind.Min
                or ComprehensionKind.Max
                or ComprehensionKind.Average;
        if (needsValue && select is null)
        {
            _site.Add(ComprehensionForm.MissingValue(_site, node));
            return false;
        }

        if (node.Kind == ComprehensionKind.Count && node.Select is not null)
        {
            _site.Add(ComprehensionForm.CountedValue(_site, node, node.Select));
            return false;
        }

        if (node.Kind == ComprehensionKind.First && node.Sort.IsEmpty)
        {
            _site.Add(FirstNeedsSort.At(_site, node));
            return false;
        }

        if (!node.Sort.IsEmpty && node.Kind is not (ComprehensionKind.First or ComprehensionKind.List))
        {
            _site.Add(ComprehensionForm.UselessSort(_site, node));
            return false;
        }

        return true;
    }

    private ModelType ResultType(ComprehensionSyntax node, ModelType selected, bool isRowSelected)
    {
        switch (node.Kind)
        {
            case ComprehensionKind.Any or ComprehensionKind.All:
                return Bool;
            case ComprehensionKind.Count:
                return ScalarTypes.Of(Scalar.Int);
            case ComprehensionKind.List:
                return selected is UnknownType ? selected : new ListType(selected);
            case ComprehensionKind.First:
                return selected is UnknownType || !isRowSelected && selected is ListType ? selected : selected.AsNullable(true);
            default:
                return node.Select is { } select ? AggregateType(node.Kind, select, selected) : new UnknownType();
        }
    }

    private ModelType AggregateType(ComprehensionKind kind, ExpressionSyntax select, ModelType selected)
    {
        if (selected is UnknownType)
        {
            return selected;
        }

        var isNumber = ScalarTypes.IsNumber(selected);
        var fits = kind is ComprehensionKind.Min or ComprehensionKind.Max
            ? TypeRules.HasOrder(selected)
            : isNumber || (kind == ComprehensionKind.Sum && ScalarTypes.Is(selected, Scalar.Duration));
        if (!fits)
        {
            _site.Add(OperandType.At(_site, select, kind.ToString().ToLowerInvariant(), selected));
            return new UnknownType();
        }

        if (selected.IsNullable)
        {
            _site.Add(PossiblyNull.At(_site, select));
        }

        return kind switch
        {
            ComprehensionKind.Sum => SumType(selected),
            ComprehensionKind.Average => NumberRange.AsDecimal(selected).AsNullable(true),
            _ => selected.AsNullable(true),
        };
    }

    private static ModelType SumType(ModelType selected) =>
        selected switch
        {
            DecimalType number => new DecimalType(
                Math.Min(NumberRange.MostDigits, number.Precision + DigitsOfManyRows),
                number.Scale),
            ScalarType { Scalar: Scalar.Int } => ScalarTypes.Of(Scalar.Long),
            _ => selected.AsNullable(false),
        };

    private ValueList<SortKey> BindSort(IEnumerable<SortKeySyntax> keys)
    {
        var bound = new List<SortKey>();
        foreach (var key in keys)
        {
            var value = Bind(key.Value);
            if (!TypeRules.HasOrder(value.Type))
            {
                _site.Add(OperandType.NoOrder(_site, key.Value, value.Type));
            }

            bound.Add(new SortKey(value, key.IsDescending));
        }

        return bound.ToValueList();
    }
}
