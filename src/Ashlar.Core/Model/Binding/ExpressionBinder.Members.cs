using Ashlar.Core.Model.Expressions;
using Ashlar.Core.Model.Rules;
using Ashlar.Core.Model.Types;
using Ashlar.Core.Syntax.Nodes;

namespace Ashlar.Core.Model.Binding;

/// <summary>What stands behind a dot: fields of rows and values, parts of dates, forms of texts.</summary>
internal sealed partial class ExpressionBinder
{
    private static readonly Dictionary<string, (BuiltInFunction Function, Scalar Gives)> TextMembers = new(StringComparer.Ordinal)
    {
        ["length"] = (BuiltInFunction.Length, Scalar.Int),
        ["lower"] = (BuiltInFunction.Lower, Scalar.Text),
        ["slug"] = (BuiltInFunction.Slug, Scalar.Text),
        ["trim"] = (BuiltInFunction.Trim, Scalar.Text),
        ["upper"] = (BuiltInFunction.Upper, Scalar.Text),
    };

    private static readonly Dictionary<string, (BuiltInFunction Function, Scalar Gives)> DateMembers = new(StringComparer.Ordinal)
    {
        ["day"] = (BuiltInFunction.Day, Scalar.Int),
        ["month"] = (BuiltInFunction.Month, Scalar.Int),
        ["weekday"] = (BuiltInFunction.Weekday, Scalar.Weekday),
        ["year"] = (BuiltInFunction.Year, Scalar.Int),
    };

    public Expression Visit(MemberAccessSyntax node)
    {
        if (BundledValue(node) is { } carried)
        {
            return carried;
        }

        if (SettingOutOfPlace(node) is { } setting)
        {
            return setting;
        }

        if (QualifiedEnumValue(node) is { } value)
        {
            return value;
        }

        var target = Bind(node.Target);
        if (node.Name.IsMissing || target.Type is UnknownType)
        {
            return Unknown(node);
        }

        return target.Type switch
        {
            ReferenceType reference => MemberOfRow(node, target, reference),
            Types.ValueType type when _site.Names.Find<ValueElement>(type.Value) is { } found => MemberOfValue(
                node,
                target,
                found),
            ScalarType { Scalar: Scalar.Date } => MemberOfScalar(node, target, DateMembers),
            ListType => Fail(node, ListMember.At(_site, node)),
            _ when ScalarTypes.IsText(target.Type) => MemberOfScalar(node, target, TextMembers),
            _ => Fail(node, UnknownField.At(_site.At(node.Name), TypeNames.Of(target.Type), node.Name.Text, [])),
        };
    }

    /// <summary>`placed.total` of an event or of what a slot gave; null for anything else.</summary>
    private Expression? BundledValue(MemberAccessSyntax node)
    {
        if (node.Target is not NameExpressionSyntax name || _scope.FindBundle(name.Name.Text) is not { } bundle)
        {
            return null;
        }

        if (node.Name.IsMissing)
        {
            return Unknown(node);
        }

        if (bundle.Source is ConfigElement config && config.Keys.Find(node.Name.Text) is { Field.Type: var type }
            && ConfigBinder.IsSecret(type))
        {
            return Fail(node, SettingNotReadable.Secret(_site, node, config));
        }

        return _scope.Find(NamedValues.VariableOf(bundle.Name, node.Name.Text)) is { } local
            ? Narrow(local.Variable with { Origin = _site.OriginOf(node) })
            : Fail(
                node,
                UnknownField.At(_site.At(node.Name), bundle.Source.Name.Name, node.Name.Text, bundle.Fields.Names));
    }

    private Expression MemberOfRow(MemberAccessSyntax node, Expression target, ReferenceType reference)
    {
        if (_site.Names.Find<EntityElement>(reference.Entity) is not { } entity)
        {
            return Unknown(node);
        }

        if (node.Name.Text == ImplicitFields.Id)
        {
            return AccessId(target, node);
        }

        if (entity.Fields.Find(node.Name.Text) is not { } slot)
        {
            return Fail(
                node,
                UnknownField.At(
                    _site.At(node.Name),
                    entity.Name.Name,
                    node.Name.Text,
                    entity.Fields.Names.Append(ImplicitFields.Id)));
        }

        if (!Visibility.CanSee(_site, entity, slot.Field.Name))
        {
            _site.Add(NotPublic.Field(_site.At(node.Name), entity, slot.Field.Name));
        }

        return AccessField(target, slot, node);
    }

    private Expression MemberOfValue(MemberAccessSyntax node, Expression target, ValueElement value) =>
        value.Fields.Find(node.Name.Text) is { } slot
            ? AccessField(target, slot, node)
            : Fail(node, UnknownField.At(_site.At(node.Name), value.Name.Name, node.Name.Text, value.Fields.Names));

    /// <summary>Like a path: of a value that may be null the result may be null.</summary>
    private Expression MemberOfScalar(
        MemberAccessSyntax node,
        Expression target,
        Dictionary<string, (BuiltInFunction Function, Scalar Gives)> members)
    {
        if (!members.TryGetValue(node.Name.Text, out var member))
        {
            return Fail(
                node,
                UnknownField.At(_site.At(node.Name), TypeNames.Of(target.Type.AsNullable(false)), node.Name.Text, members.Keys));
        }

        var type = new ScalarType(member.Gives) { IsNullable = target.Type.IsNullable };
        return new BuiltIn(type, member.Function, [target]) { Origin = _site.OriginOf(node) };
    }

    private FieldAccess AccessId(Expression target, ExpressionSyntax node) =>
        new(new ScalarType(Scalar.Uuid) { IsNullable = target.Type.IsNullable }, target, ImplicitFields.Id)
        {
            Origin = _site.OriginOf(node),
        };

    /// <summary>A field; through something that may be null it may be null. A collection behind null is empty.</summary>
    private FieldAccess AccessField(Expression target, FieldSlot slot, ExpressionSyntax node)
    {
        var type = slot.Field.Type;
        var isNullable = type is not (ListType or UnknownType) && (type.IsNullable || target.Type.IsNullable);
        var access = new FieldAccess(type.AsNullable(isNullable), target, slot.Field.Name) { Origin = _site.OriginOf(node) };
        return isNullable && _scope.Facts.IsNotNull(access) ? access with { Type = type.AsNullable(false) } : access;
    }

    /// <summary>`Payments.timeout` where no setting is read; null for anything else.</summary>
    private Literal? SettingOutOfPlace(MemberAccessSyntax node) =>
        node.Target is NameExpressionSyntax name
        && Resolve(name) is null
        && _site.Module.Elements.GetValueOrDefault(name.Name.Text) is ConfigElement config
            ? Fail(node, SettingNotReadable.At(_site, node, config))
            : null;

    /// <summary>`Format.Paperback`: understood, and reported, because the type is known from the other side.</summary>
    private Literal? QualifiedEnumValue(MemberAccessSyntax node)
    {
        if (node.Target is not NameExpressionSyntax name || Resolve(name) is not null)
        {
            return null;
        }

        if (
            !_site.Module.Elements.TryGetValue(name.Name.Text, out var found)
            || found is not EnumElement named
            || node.Name.IsMissing)
        {
            return null;
        }

        if (!named.Values.Contains(node.Name.Text))
        {
            return Fail(node, UnknownValue.At(_site.At(node.Name), node.Name.Text, named.Name.Name, named.Values, []));
        }

        _site.Add(QualifiedValue.At(_site, node, name));
        return new Literal(new EnumType(named.Name), node.Name.Text) { Origin = _site.OriginOf(node) };
    }
}
