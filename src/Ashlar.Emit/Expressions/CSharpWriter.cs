using Ashlar.Core.Model;
using Ashlar.Core.Model.Expressions;
using Ashlar.Core.Model.Types;
using ValueType = Ashlar.Core.Model.Types.ValueType;

namespace Ashlar.Emit.Expressions;

/// <summary>Writes an expression as C# over objects in memory.</summary>
internal sealed partial class CSharpWriter : IExpressionVisitor<CSharpText>
{
    private readonly SqlContext _context;
    private readonly CSharpScope _scope;
    private readonly KnownValues _known;
    private readonly bool _isChecked;

    public CSharpWriter(SqlContext context, CSharpScope scope)
        : this(context, scope, KnownValues.None, isChecked: false)
    {
    }

    private CSharpWriter(SqlContext context, CSharpScope scope, KnownValues known, bool isChecked)
    {
        (_context, _scope, _known, _isChecked) = (context, scope, known, isChecked);
    }

    public CSharpText Write(Expression node) => node.Accept(this);

    /// <summary>A value for a property of this type: an error where it does not fit.</summary>
    public CSharpText Stored(Expression node, ModelType type)
    {
        var value = Branch(node, type);
        return type is DecimalType number && !IsNull(node) && !_context.Ranges.Of(node).Fits(type)
            ? CSharpText.Call("Numbers.Fit", value, Number(number.Precision), Number(number.Scale))
            : type is ScalarType { Scalar: Scalar.Int } && node.Type is DecimalType or ScalarType { Scalar: Scalar.Long }
                ? CSharpText.Primary($"checked((int){value.In(CSharpBinding.Unary)})")
                : value;
    }

    public CSharpText Visit(Literal node) => node.Value is null ? CSharpText.Null : CSharpLiterals.Of(node, _scope);

    public CSharpText Visit(Template node)
    {
        var parts = node.Parts.Select(part => part is Literal { Value: string text }
            ? Text.Lit.Of(text).Text[1..^1].Replace("{", "{{", StringComparison.Ordinal)
                .Replace("}", "}}", StringComparison.Ordinal)
            : $"{{{Hole(part)}}}");
        var text = $"$\"{string.Concat(parts)}\"";
        return CSharpText.Primary(node.Parts.Any(part => Fallibility.IsNumber(part.Type))
            ? $"string.Create(CultureInfo.InvariantCulture, {text})"
            : text);
    }

    public CSharpText Visit(Variable node) => CSharpText.Primary(node.Kind switch
    {
        VariableKind.This => _scope.This.Length == 0 ? _scope.Id : $"{_scope.This}.Id",
        VariableKind.Old => $"{_scope.Old}?.Id",
        VariableKind.Caller => node.Type.IsNullable ? _scope.Caller : $"{_scope.Caller}.GetValueOrDefault()",
        VariableKind.Now => _scope.Now,
        VariableKind.Today => _scope.Today,
        VariableKind.Sequence => _scope.Sequence,
        VariableKind.Item => node.Type is ReferenceType ? $"{_scope.Item(node)}.Id" : _scope.Item(node),
        _ => Names.Local(node.Name).Text,
    });

    public CSharpText Visit(ListLiteral node)
    {
        var type = TypeOf(node.Type is ListType { Item: var item } ? item : node.Type);
        return CSharpText.Primary($"new {type}[] {{ {string.Join(", ", node.Items.Select(Write))} }}");
    }

    public CSharpText Visit(ObjectLiteral node)
    {
        var value = node.Type is ValueType type ? _context.Model.ValueOf(type.Value) : null;
        var arguments = node.Fields.Select(field => value?.Fields.FirstOrDefault(part => part.Name == field.Name) is { } part
            ? Stored(field.Value, part.Type).Text
            : Write(field.Value).Text);
        return CSharpText.Primary($"new {TypeOf(node.Type.AsNullable(false))}({string.Join(", ", arguments)})");
    }

    public CSharpText Visit(CallerIs node) => CSharpText.Primary(_scope.HasRole(node.Role));

    public CSharpText Visit(Call node) => throw new InvalidOperationException($"the call of {node.Function} is not inlined");

    public CSharpText Visit(FieldAccess node)
    {
        if (_context.Model.FieldOf(node) is not { } field)
        {
            return node.Target is Variable { Type: ReferenceType } or FieldAccess ? Write(node.Target) : Through(node, "Id");
        }

        var access = Through(node, Property(node.Target, field));
        return IsAssumed(node, field) ? Assumed(node, access) : access;
    }

    /// <summary>A value that the model's checker knows to be there; the C# compiler only where it sees the test.</summary>
    private CSharpText Assumed(FieldAccess node, CSharpText access)
    {
        var isSeen = _known.Contains(node) && !MayBeNull(node.Target);
        return IsValueType(node.Type) ? access.Member(isSeen ? "Value" : "GetValueOrDefault()")
            : isSeen || node.Type is ValueType or ListType ? access
            : new($"{access.In(CSharpBinding.Or)} ?? \"\"", CSharpBinding.Coalescing);
    }

    private string Hole(Expression part)
    {
        var text = Write(part);
        return text.Binding <= CSharpBinding.Conditional ? $"({text})" : text.Text;
    }

    /// <summary>A member of a row or value; null where the target is.</summary>
    private CSharpText Through(FieldAccess node, string member)
    {
        var target = Row(node.Target);
        return target.Text.Length == 0 ? CSharpText.Primary(member)
            : MayBeNull(node.Target) ? target.MemberOrNull(member)
            : target.Member(member);
    }

    /// <summary>The object that a reference leads to, or a value.</summary>
    private CSharpText Row(Expression node) => node switch
    {
        Variable { Kind: VariableKind.This } => CSharpText.Primary(_scope.This),
        Variable { Kind: VariableKind.Old } => CSharpText.Primary(_scope.Old),
        Variable { Kind: VariableKind.Caller } => CSharpText.Primary(_scope.CallerRow),
        Variable { Kind: VariableKind.Item } item => CSharpText.Primary(_scope.Item(item)),
        Variable input => CSharpText.Primary(Names.Local(input.Name).Text),
        FieldAccess { Type: ReferenceType } access => Through(access, Names.Member(access.Field).Text),
        Comprehension { Kind: ComprehensionKind.First, Select: null } first => FirstRow(first),
        Conditional choice => new(
            $"{Write(choice.Condition).In(CSharpBinding.Coalescing)} ? {Row(choice.Then)} : {Row(choice.Else)}",
            CSharpBinding.Conditional),
        Binary { Operator: BinaryOperator.Coalesce } either =>
            CSharpText.Infix(Row(either.Left), "??", Row(either.Right), CSharpBinding.Coalescing),
        _ => Write(node),
    };

    private string Property(Expression owner, Field field) => owner.Type switch
    {
        ReferenceType row when owner is Variable { Kind: VariableKind.This } && _scope.This.Length == 0 =>
            _scope.Field(row.Entity, field),
        ReferenceType row => Names.Property(row.Entity, field).Text,
        ValueType value => Names.Property(value.Value, field).Text,
        _ => Names.Member(field.Name).Text,
    };

    /// <summary>Whether C# sees a null that the model's checker has excluded.</summary>
    private bool IsAssumed(FieldAccess node, Field field) =>
        !node.Type.IsNullable && (field.IsOptional || MayBeNull(node.Target));

    /// <summary>Whether the C# of a row or value may be null.</summary>
    private bool MayBeNull(Expression node) => node switch
    {
        Variable { Kind: VariableKind.This or VariableKind.Item } => false,
        Variable { Kind: VariableKind.Old or VariableKind.Caller } => true,
        FieldAccess access => _context.Model.FieldOf(access) is not { } field || field.IsOptional || MayBeNull(access.Target),
        _ => node.Type.IsNullable,
    };

    private static bool IsValueType(ModelType type) => type switch
    {
        ValueType or ListType => false,
        ScalarType { Scalar: Scalar.Text or Scalar.Email or Scalar.Url or Scalar.Zone or Scalar.Json or Scalar.Password } =>
            false,
        _ => true,
    };

    private static bool IsNull(Expression node) => node is Literal { Value: null };

    private static CSharpText Number(int value) =>
        CSharpText.Primary(value.ToString(System.Globalization.CultureInfo.InvariantCulture));

    private string TypeOf(ModelType type) => CSharpTypes.Of(type, _scope);

    private CSharpWriter Knowing(KnownValues known) => new(_context, _scope, known, _isChecked);

    private CSharpWriter Inside(CSharpScope scope) => new(_context, scope, _known, isChecked: false);
}
