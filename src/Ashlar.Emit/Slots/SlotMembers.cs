using Ashlar.Core.Model;
using Ashlar.Core.Model.Types;
using Ashlar.Core.Text;
using Ashlar.Emit.Entities;
using Ashlar.Emit.Naming;
using Ashlar.Emit.Text;
using ValueType = Ashlar.Core.Model.Types.ValueType;

namespace Ashlar.Emit.Slots;

/// <summary>
/// How values go into the code of a slot and come out of it: the fields that hold them to their bounds, and the types of the
/// other side. They are collected while the call is written.
/// </summary>
internal sealed class SlotMembers(Emission emission, SlotDefinition slot)
{
    private readonly List<Code> _fields = [];
    private readonly Dictionary<string, Code> _conversions = new(StringComparer.Ordinal);
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);

    public CSharpTypes Types { get; } = new(slot.Name.Module);

    /// <summary>The local of an answer that gives something.</summary>
    public Ident Ok { get; } = SlotCallFile.Free(slot, "ok");

    public IEnumerable<Code> Fields => _fields;

    public IEnumerable<Code> Conversions => _conversions.Values;

    /// <summary>`amount = SlotBoundary.Takes(AmountInput, amount);` where the value has bounds.</summary>
    public Code Take(Field input)
    {
        var local = LocalNames.Of(input.Name);
        if (!IsBounded(input.Type))
        {
            return Code.Empty;
        }

        var field = Bounds(input, $"{Spelling.Pascal(input.Name)}Input");
        return input.IsOptional
            ? Code.Of($"{local} = {local} is {{ }} {Given(input)} ? SlotBoundary.Takes({field}, {Given(input)}) : null;")
            : Code.Of($"{local} = SlotBoundary.Takes({field}, {local});");
    }

    /// <summary>An input as the slot takes it.</summary>
    public Code Pass(Field input)
    {
        var local = LocalNames.Of(input.Name);
        return input.Type switch
        {
            EnumType => Code.Of($"({Other(input.Type).Nullable(input.IsOptional)}){local}"),
            ValueType value when input.IsOptional =>
                Code.Of($"{local} is {{ }} {Given(input)} ? {Into(value)}({Given(input)}) : null"),
            ValueType value => Code.Of($"{Into(value)}({local})"),
            _ => Code.Of($"{local}"),
        };
    }

    /// <summary>A part of the answer as the module takes it.</summary>
    public Code Give(Field output) => Give(output, Code.Of($"{Ok}.{SlotNames.Output(slot, output)}"), output.Name, "");

    private Code Give(Field part, Code value, string name, string owner)
    {
        var given = Ident.Of(Spelling.Camel(owner + Spelling.Pascal(part.Name)) + "Given");
        return part.IsOptional
            ? Code.Of($"{value} is {{ }} {given} ? {Held(part, Code.Of($"{given}"), name, owner)} : null")
            : Held(part, value, name, owner);
    }

    private Code Held(Field part, Code value, string name, string owner) => part.Type switch
    {
        EnumType => Code.Of($"({Types.Of(part.Type.AsNullable(false))})Boundary.GivenOne({Lit.Of(name)}, {value})"),
        ScalarType { Scalar: Scalar.Weekday } => Code.Of($"Boundary.GivenOne({Lit.Of(name)}, {value})"),
        ValueType type => Code.Of($"{From(type)}(Boundary.Given({Lit.Of(name)}, {value}))"),
        _ when IsBounded(part.Type) =>
            Code.Of($"Boundary.Gives({Bounds(part, $"{owner}{Spelling.Pascal(part.Name)}Output")}, {value})"),
        _ => value,
    };

    /// <summary>A value of the module as one of the slot.</summary>
    private Ident Into(ValueType type)
    {
        var name = Ident.Of($"{Code.Of($"{Types.Name(type.Value)}").Text.Replace(".", "", StringComparison.Ordinal)}ToSlot");
        if (!_conversions.ContainsKey(name.Text))
        {
            var parts = emission.Value(type.Value).Fields.Select(part =>
            {
                var property = Names.Property(type.Value, part);
                return part.Type is EnumType
                    ? Code.Of($"{property}: ({Other(part.Type).Nullable(part.IsOptional)})value.{property}")
                    : Code.Of($"{property}: value.{property}");
            });
            _conversions[name.Text] = Code.Of($"""
                private static {Other(type)} {name}({Types.Name(type.Value)} value) => new(
                    {Code.Join(parts, ",\n")});
                """);
        }

        return name;
    }

    /// <summary>A value of the slot as one of the module.</summary>
    private Ident From(ValueType type)
    {
        var name = Ident.Of($"{Code.Of($"{Types.Name(type.Value)}").Text.Replace(".", "", StringComparison.Ordinal)}FromSlot");
        if (!_conversions.ContainsKey(name.Text))
        {
            var owner = Spelling.Pascal(type.Value.Name);
            var parts = emission.Value(type.Value).Fields.Select(part =>
            {
                var property = Names.Property(type.Value, part);
                return Code.Of($"{property}: {Give(part, Code.Of($"value.{property}"), part.Name, owner)}");
            });
            _conversions[name.Text] = Code.Of($"""
                private static {Types.Name(type.Value)} {name}({Other(type)} value) => new(
                    {Code.Join(parts, ",\n")});
                """);
        }

        return name;
    }

    private TypeRef Other(ModelType type) => SlotNames.TypeInModule(Types, type);

    private static Ident Given(Field field) => Ident.Of(Spelling.Camel(field.Name) + "Given");

    private static bool IsBounded(ModelType type) => type
        is DecimalType
        or ScalarType
        {
            Scalar: Scalar.Text or Scalar.Email or Scalar.Url or Scalar.Zone or Scalar.Int or Scalar.Long
                or Scalar.Instant or Scalar.Time or Scalar.Duration,
        };

    private Ident Bounds(Field field, string wanted)
    {
        var name = wanted;
        for (var i = 2; !_names.Add(name); i++)
        {
            name = $"{wanted}{i}";
        }

        var plain = field with { Type = field.Type.AsNullable(false) };
        _fields.Add(Code.Of($"private static readonly {new FieldDefinition(Types).Initialized(Ident.Of(name), plain)}"));
        return Ident.Of(name);
    }
}
