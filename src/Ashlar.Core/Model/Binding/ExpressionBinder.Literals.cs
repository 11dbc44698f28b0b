using Ashlar.Core.Model.Expressions;
using Ashlar.Core.Model.Rules;
using Ashlar.Core.Model.Types;
using Ashlar.Core.Syntax.Nodes;
using Ashlar.Core.Text;

namespace Ashlar.Core.Model.Binding;

/// <summary>Constants. A number or a text takes the type that is expected of it, when it can.</summary>
internal sealed partial class ExpressionBinder
{
    public Expression Visit(LiteralSyntax node)
    {
        var origin = _site.OriginOf(node);
        return node.Kind switch
        {
            LiteralKind.Null => new Literal(new NullType { IsNullable = true }, null) { Origin = origin },
            LiteralKind.True or LiteralKind.False => new Literal(Bool, node.Kind == LiteralKind.True) { Origin = origin },
            LiteralKind.Integer => BindInteger(node),
            LiteralKind.Decimal when node.Value is decimal value => new Literal(NumberRange.TypeOf(value), value)
            {
                Origin = origin,
            },
            LiteralKind.Text => BindText(node, node.Value as string ?? ""),
            LiteralKind.Duration => new Literal(ScalarTypes.Of(Scalar.Duration), node.Value) { Origin = origin },
            LiteralKind.Months => new Literal(ScalarTypes.Of(Scalar.Months), node.Value) { Origin = origin },
            LiteralKind.Date => new Literal(ScalarTypes.Of(Scalar.Date), node.Value) { Origin = origin },
            LiteralKind.Time => new Literal(ScalarTypes.Of(Scalar.Time), node.Value) { Origin = origin },
            LiteralKind.Instant => new Literal(ScalarTypes.Of(Scalar.Instant), node.Value) { Origin = origin },
            LiteralKind.Bytes => Fail(node, OperandType.Size(_site, node)),
            _ => Unknown(node),
        };
    }

    public Expression Visit(TemplateSyntax node)
    {
        var parts = new List<Expression>();
        foreach (var part in node.Parts)
        {
            var bound = part is LiteralSyntax { Kind: LiteralKind.Text } ? Bind(part) : BindPart(part);
            parts.Add(bound);
        }

        return new Template(ScalarTypes.Of(Scalar.Text), parts.ToValueList()) { Origin = _site.OriginOf(node) };
    }

    public Expression Visit(ListSyntax node)
    {
        var item = (_expected as ListType)?.Item;
        var items = new List<Expression>();
        ModelType type = item ?? new UnknownType();
        foreach (var syntax in node.Items)
        {
            var bound = Bind(syntax, item ?? type);
            if (item is null && TypeRules.Join(type, bound.Type) is { } joined)
            {
                type = joined;
            }
            else if (item is null || !TypeRules.CanCompare(bound.Type, item))
            {
                _site.Add(TypeMismatch.At(_site, syntax, bound.Type, type));
            }

            items.Add(bound);
        }

        // `x in [a, b]` is never true for null, unless null itself is in the list.
        var isNullable = items.Exists(one => one.Type.IsNullable);
        return new ListLiteral(new ListType(type.AsNullable(isNullable)), items.ToValueList()) { Origin = _site.OriginOf(node) };
    }

    public Expression Visit(ObjectSyntax node)
    {
        if (
            _expected is UnknownType
            || _expected is not Types.ValueType type
            || _site.Names.Find<ValueElement>(type.Value) is not { } value)
        {
            return _expected is UnknownType ? Unknown(node) : Fail(node, TypeMismatch.OfObject(_site, node, _expected));
        }

        var given = GivenFields(node, value);
        var fields = new List<ObjectField>();
        foreach (var slot in value.Fields.Slots)
        {
            if (given.TryGetValue(slot.Field.Name, out var argument))
            {
                fields.Add(new ObjectField(slot.Field.Name, BindTo(argument.Value, slot.Field.Type)));
            }
            else
            {
                fields.Add(
                    new ObjectField(slot.Field.Name, slot.Field.Default ?? new Literal(new NullType { IsNullable = true }, null))
                );
            }
        }

        var missing = value
            .Fields.Slots.Where(slot => !given.ContainsKey(slot.Field.Name) && slot.Field is { IsOptional: false, Default: null })
            .ToList();
        if (missing.Count > 0)
        {
            _site.Add(MissingValue.At(_site.At(node), value.Name.Name, missing.Select(slot => slot.Field.Name)));
        }

        return new ObjectLiteral(type.AsNullable(false), fields.ToValueList()) { Origin = _site.OriginOf(node) };
    }

    private Dictionary<string, ArgumentSyntax> GivenFields(ObjectSyntax node, ValueElement value)
    {
        var given = new Dictionary<string, ArgumentSyntax>(StringComparer.Ordinal);
        foreach (var argument in node.Fields.Where(argument => !argument.Name.IsMissing))
        {
            if (value.Fields.Find(argument.Name.Text) is null)
            {
                _site.Add(UnknownField.At(_site.At(argument.Name), value.Name.Name, argument.Name.Text, value.Fields.Names));
            }
            else if (!given.TryAdd(argument.Name.Text, argument))
            {
                _site.Add(
                    DuplicateMember.At(_site.At(argument.Name), argument.Name.Text, _site.At(given[argument.Name.Text].Name)));
            }
        }

        return given;
    }

    private Literal BindInteger(LiteralSyntax node)
    {
        var origin = _site.OriginOf(node);
        if (node.Value is not long value)
        {
            return Unknown(node);
        }

        if (_expected is DecimalType)
        {
            return new Literal(NumberRange.TypeOf(value), (decimal)value) { Origin = origin };
        }

        var isLong =
            value is < int.MinValue or > int.MaxValue || (_expected is not null && ScalarTypes.Is(_expected, Scalar.Long));
        return new Literal(ScalarTypes.Of(isLong ? Scalar.Long : Scalar.Int), value) { Origin = origin };
    }

    /// <summary>A text where an address, a zone, a key or a document is expected is one, if it has the form.</summary>
    private Literal BindText(LiteralSyntax node, string value)
    {
        var scalar = (_expected as ScalarType)?.Scalar ?? Scalar.Text;
        if (!TextForms.IsOne(scalar))
        {
            return new Literal(ScalarTypes.Of(Scalar.Text), value) { Origin = _site.OriginOf(node) };
        }

        if (TextForms.Read(scalar, value) is { } read)
        {
            return new Literal(ScalarTypes.Of(scalar), read) { Origin = _site.OriginOf(node) };
        }

        _site.Add(LiteralDoesNotFit.At(_site, node, ScalarTypes.Of(scalar)));
        return Unknown(node);
    }

    private Expression BindPart(ExpressionSyntax node)
    {
        var part = Bind(node);
        var isText =
            part.Type
                is EnumType
                    or StateType
                    or UnknownType
                    or NullType
                    or ScalarType { Scalar: Scalar.Int or Scalar.Long or Scalar.Weekday }
            || ScalarTypes.IsText(part.Type);
        if (!isText)
        {
            return Fail(node, OperandType.InText(_site, node, part.Type));
        }

        RequireValue(node, part);
        return part;
    }
}
