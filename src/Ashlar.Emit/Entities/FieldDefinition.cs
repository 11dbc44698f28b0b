using System.Globalization;
using Ashlar.Core.Model;
using Ashlar.Core.Model.Types;
using Ashlar.Core.Text;
using Ashlar.Emit.Patterns;
using Ashlar.Emit.Text;

namespace Ashlar.Emit.Entities;

/// <summary>
/// What a field accepts from outside, as a field of the kernel:
/// `public static readonly TextField Title = new("title") { Max = 200 };`.
/// </summary>
internal sealed class FieldDefinition(CSharpTypes types)
{
    private readonly KernelForm _forms = new(types);

    /// <summary>A member of a class of fields. Of a list of values it is the item.</summary>
    public Code Member(ElementName owner, Field field) =>
        Code.Of($"public static readonly {Initialized(Names.Property(owner, field.Name), field)}");

    /// <summary>`TextField Tag = new("tag") { Max = 30 };`.</summary>
    public Code Initialized(Ident name, Field field) => field.Type is ScalarType { Scalar: Scalar.File }
        ? File(name, field)
        : Code.Of($"{_forms.Field(ItemOf(field.Type))} {name} = new({Arguments(field)}){Bounds(field)};");

    private static ModelType ItemOf(ModelType type) => type switch
    {
        ListType list => list.Item,
        _ => type,
    };

    private static Code Arguments(Field field) => ItemOf(field.Type) is DecimalType number
        ? Code.Of($"{Lit.Of(field.Name)}, precision: {number.Precision}, scale: {number.Scale}")
        : Code.Of($"{Lit.Of(field.Name)}");

    private static Code Bounds(Field field)
    {
        var bounds = Code.Join(BoundsOf(ItemOf(field.Type), field.Constraints), ", ");
        return bounds.IsEmpty ? Code.Empty : Code.Of($$""" { {{bounds}} }""");
    }

    private static ValueList<Code> BoundsOf(ModelType type, Constraints constraints) => type switch
    {
        DecimalType => [Bound("Min", constraints.Min, Decimal), Bound("Max", constraints.Max, Decimal)],
        ScalarType { Scalar: Scalar.Int } => [Bound("Min", constraints.Min, Whole), Bound("Max", constraints.Max, Whole)],
        ScalarType { Scalar: Scalar.Long } => [Bound("Min", constraints.Min, Whole), Bound("Max", constraints.Max, Whole)],
        ScalarType { Scalar: Scalar.Duration } =>
            [Bound("Min", constraints.Min, Duration), Bound("Max", constraints.Max, Duration)],
        ScalarType { Scalar: Scalar.Json } => [Bound("Max", constraints.MaxLength, Whole)],
        ScalarType { Scalar: Scalar.Text or Scalar.Email or Scalar.Url or Scalar.Zone or Scalar.Password } =>
            [.. TextBounds(type, constraints)],
        _ => [],
    };

    private static IEnumerable<Code> TextBounds(ModelType type, Constraints constraints)
    {
        yield return Bound("Min", constraints.MinLength, Whole);
        yield return Bound("Max", constraints.MaxLength ?? TextLimits.Of(type), Whole);
        yield return Code.When(constraints.IsNotBlank, () => Code.Of($"NotBlank = true"));
        yield return Code.When(constraints.IsBlankNull, () => Code.Of($"BlankAsNull = true"));
        yield return constraints.Pattern is { } pattern
            ? Code.Of($"Pattern = {Lit.Of(PatternForms.DotNet(pattern))}")
            : Code.Empty;
    }

    private static Code File(Ident name, Field field) => Code.Of($$"""
        FileField {{name}} = new({{Lit.Of(field.Name)}})
        {
            MaxBytes = {{Size(field.Constraints.MaxBytes ?? 0)}},
            Types = [{{Code.Join(field.Constraints.MediaTypes.Select(type => Code.Of($"{Lit.Of(type)}")), ", ")}}],
        };
        """);

    // As the model has it: 5MB.
    private static Code Size(long bytes) => (bytes % (1024 * 1024), bytes % 1024) switch
    {
        (0, _) => Code.Of($"{bytes / (1024 * 1024)} * 1024 * 1024"),
        (_, 0) => Code.Of($"{bytes / 1024} * 1024"),
        _ => Code.Of($"{bytes}"),
    };

    private static Code Bound(string name, decimal? value, Func<decimal, Code> write) =>
        value is { } bound ? Code.Of($"{Ident.Of(name)} = {write(bound)}") : Code.Empty;

    private static Code Whole(decimal value) => value == int.MaxValue ? Code.Of($"int.MaxValue") : Code.Of($"{(long)value}");

    private static Code Decimal(decimal value) => value == decimal.Truncate(value) && Math.Abs(value) < int.MaxValue
        ? Whole(value)
        : Code.Of($"{Lit.Of(value)}");

    private static Code Duration(decimal milliseconds) => CSharpConstant.Of(TimeSpan.FromMilliseconds((double)milliseconds));
}
