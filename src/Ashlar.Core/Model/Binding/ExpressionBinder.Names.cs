using Ashlar.Core.Model.Expressions;
using Ashlar.Core.Model.Rules;
using Ashlar.Core.Model.Types;
using Ashlar.Core.Syntax.Nodes;

namespace Ashlar.Core.Model.Binding;

/// <summary>Bare names: inputs and items first, then the row's fields, then the values of the expected enum.</summary>
internal sealed partial class ExpressionBinder
{
    public Expression Visit(NameExpressionSyntax node)
    {
        if (node.Name.IsMissing)
        {
            return Unknown(node);
        }

        var value = EnumValue(node, _expected);
        if (Resolve(node) is { } named)
        {
            var isMeant = value is null || TypeRules.IsSame(named.Type, value.Type);
            return isMeant ? named : value ?? named;
        }

        return value ?? ReportUnknownName(node);
    }

    public Expression Visit(CallerIsSyntax node)
    {
        var role = Lookup.FindRole(_site, node.Role.Name);
        if (_site.Names.Principal is null)
        {
            return Fail(node, NoPrincipal.At(_site, node));
        }

        return role is null ? Unknown(node) : new CallerIs(Bool, role) { Origin = _site.OriginOf(node) };
    }

    /// <summary>What a name stands for here, or null; says nothing.</summary>
    private Expression? Resolve(NameExpressionSyntax node)
    {
        var name = node.Name.Text;
        if (_scope.Find(name) is { } local)
        {
            return Narrow(local.Variable with { Origin = _site.OriginOf(node) });
        }

        if (SpecialName(node, name) is { } special)
        {
            return special;
        }

        if (_scope.Row is not { } row)
        {
            return null;
        }

        if (name == ImplicitFields.Id)
        {
            return AccessId(This(row, node), node);
        }

        return row.Fields.Find(name) is { } slot ? AccessField(This(row, node), slot, node) : null;
    }

    private Expression? SpecialName(NameExpressionSyntax node, string name)
    {
        var origin = _site.OriginOf(node);
        return name switch
        {
            "this" when _scope.Row is { } row => This(row, node),
            _ when name.Length > 0 && name == _scope.RowName && _scope.Row is { } row => This(row, node),
            "old" when _scope is { HasOld: true, Row: { } row } => new Variable(row.Type, VariableKind.Old, name)
            {
                Origin = origin,
            },
            "now" => new Variable(ScalarTypes.Of(Scalar.Instant), VariableKind.Now, name) { Origin = origin },
            "today" => new Variable(ScalarTypes.Of(Scalar.Date), VariableKind.Today, name) { Origin = origin },
            "sequence" when _scope.HasSequence => new Variable(ScalarTypes.Of(Scalar.Text), VariableKind.Sequence, name)
            {
                Origin = origin,
            },
            "caller" => Caller(node),
            _ => null,
        };
    }

    private Expression Caller(NameExpressionSyntax node)
    {
        if (_site.Names.Principal is not { } principal)
        {
            return Fail(node, NoPrincipal.At(_site, node));
        }

        return Narrow(
            new Variable(principal.Type.AsNullable(true), VariableKind.Caller, "caller") { Origin = _site.OriginOf(node) });
    }

    private Variable This(EntityElement row, ExpressionSyntax node) =>
        new(row.Type, VariableKind.This, "this") { Origin = _site.OriginOf(node) };

    private Variable Narrow(Variable variable) =>
        variable.Type.IsNullable && _scope.Facts.IsNotNull(variable)
            ? variable with { Type = variable.Type.AsNullable(false) }
            : variable;

    /// <summary>A value of the enum, the states or the weekdays that are expected; null for any other name.</summary>
    private Literal? EnumValue(NameExpressionSyntax node, ModelType? expected)
    {
        var type = expected?.AsNullable(false);
        return type is not null && ValuesOf(type) is { } values && values.Contains(node.Name.Text)
            ? new Literal(type, node.Name.Text) { Origin = _site.OriginOf(node) }
            : null;
    }

    private IReadOnlyCollection<string>? ValuesOf(ModelType type) =>
        type switch
        {
            EnumType named => _site.Names.Find<EnumElement>(named.Enum)?.Values,
            StateType state => _site.Names.Find<EntityElement>(state.Entity)?.Fields.Find(state.Field)?.Field.State?.States.Items,
            ScalarType { Scalar: Scalar.Weekday } => Weekdays,
            _ => null,
        };

    private static IReadOnlyCollection<string> Weekdays { get; } = Enum.GetNames<DayOfWeek>();

    private Literal ReportUnknownName(NameExpressionSyntax node)
    {
        // A value of an enum whose type is not known cannot be found, and is not what is wrong.
        if (_expected is UnknownType && char.IsUpper(node.Name.Text[0]))
        {
            return Unknown(node);
        }

        if (_expected is not null && ValuesOf(_expected) is { } values)
        {
            _site.Add(
                UnknownValue.At(_site.At(node), node.Name.Text, TypeNames.Of(_expected.AsNullable(false)), values, NamesInScope())
            );
            return Unknown(node);
        }

        if (_scope.FindBundle(node.Name.Text) is { } bundle)
        {
            return Fail(node, WrongKind.At(_site.At(node), node.Name.Text, bundle.Source, "a value"));
        }

        if (node.Name.Text.Length > 0 && node.Name.Text == _scope.GroupedRow)
        {
            return Fail(node, ViewForm.GroupedRow(_site.At(node), node.Name.Text));
        }

        var holder = _scope.Locals.LastOrDefault(local => FieldsOf(local.Variable.Type)?.Find(node.Name.Text) is not null);
        _site.Add(UnknownName.At(_site, node.Name, NamesInScope(), holder?.Variable.Name));
        return Unknown(node);
    }

    private IEnumerable<string> NamesInScope()
    {
        string[] special = _site.Names.Principal is null ? ["now", "today"] : ["now", "today", "caller"];
        var own = _scope.Row is { } row ? row.Fields.Names.Append("this").Append(ImplicitFields.Id) : [];
        return _scope.Locals.Select(local => local.Variable.Name).Concat(own).Concat(special);
    }

    private FieldTable? FieldsOf(ModelType type) =>
        type switch
        {
            ReferenceType reference => _site.Names.Find<EntityElement>(reference.Entity)?.Fields,
            Types.ValueType value => _site.Names.Find<ValueElement>(value.Value)?.Fields,
            _ => null,
        };
}
