using Ashlar.Core.Model;
using Ashlar.Core.Model.Expressions;
using Ashlar.Core.Model.Types;
using Ashlar.Core.Words;
using ValueType = Ashlar.Core.Model.Types.ValueType;

namespace Ashlar.Core.Analysis.Conditions;

/// <summary>
/// What the model says about a value in every row, whatever the condition around it has narrowed: whether it may be
/// null, which names it may have, and its lowest and highest number.
/// </summary>
internal sealed class TermFacts(SystemModel model)
{
    private const decimal HighestInt = int.MaxValue;
    private const decimal MillisecondsOfDay = 86_400_000;

    private readonly Dictionary<(ElementName Declared, string Field), ValueSet> _names = [];

    public bool MayBeNull(Expression term) => term switch
    {
        Literal literal => literal.Value is null,
        Variable variable => variable.Kind is VariableKind.Caller or VariableKind.Input or VariableKind.Item,
        FieldAccess { Field: "id" } access => MayBeNull(access.Target),
        FieldAccess access => MayBeNull(access.Target) || FieldOf(access) is not { IsOptional: false },
        CallerIs or Template or ListLiteral or ObjectLiteral => false,
        Comprehension { Kind: ComprehensionKind.Any or ComprehensionKind.All or ComprehensionKind.Count } => false,
        Binary or Unary => false,
        BuiltIn call => call.Arguments.Any(MayBeNull),
        _ => true,
    };

    public ValueSet NamesOf(Expression term) => term.Type switch
    {
        ScalarType { Scalar: Scalar.Bool } => ValueSet.Bools,
        EnumType type => NamesOf(type.Enum, field: "", () => model.Enum(type.Enum)?.Values.Items.Select(value => value.Name)),
        StateType type => NamesOf(type.Entity, type.Field, () => model.Entity(type.Entity)?.Field(type.Field)?.State?.States),
        _ => ValueSet.Any,
    };

    /// <summary>Lowest and highest number; null where none is known.</summary>
    public (decimal? Lowest, decimal? Highest) BoundsOf(Expression term) => term switch
    {
        FieldAccess access when FieldOf(access) is { Computed: null } field =>
            Narrower(RangeOf(field.Type), RangeOf(field.Constraints)),
        FieldAccess or Variable when term.Type is not DecimalType => RangeOf(term.Type),
        BuiltIn { Function: BuiltInFunction.Length } length => LengthOf(length.Arguments[0]),
        BuiltIn { Function: BuiltInFunction.Month } => (1, 12),
        BuiltIn { Function: BuiltInFunction.Day } => (1, 31),
        BuiltIn { Function: BuiltInFunction.Year } => (1, 9999),
        Comprehension { Kind: ComprehensionKind.Count } count => (0, MostItems(count.Source)),
        _ => (null, null),
    };

    private ValueSet NamesOf(ElementName declared, string field, Func<IEnumerable<string>?> names)
    {
        if (!_names.TryGetValue((declared, field), out var known))
        {
            known = names() is { } found ? ValueSet.Of(found) : ValueSet.Any;
            _names.Add((declared, field), known);
        }

        return known;
    }

    private Field? FieldOf(FieldAccess access) => access.Target.Type switch
    {
        ReferenceType type => model.Entity(type.Entity)?.Field(access.Field),
        ValueType type => model.Value(type.Value)?.Fields.FirstOrDefault(field => field.Name == access.Field),
        _ => null,
    };

    private (decimal? Lowest, decimal? Highest) LengthOf(Expression text)
    {
        var constraints = text is FieldAccess access ? FieldOf(access)?.Constraints : null;
        var lowest = Math.Max(constraints?.MinLength ?? 0, constraints?.IsNotBlank == true ? 1 : 0);
        return (lowest, constraints?.MaxLength);
    }

    private int? MostItems(Expression? source) => source is FieldAccess access ? FieldOf(access)?.Constraints.MaxItems : null;

    private static (decimal? Lowest, decimal? Highest) RangeOf(Constraints constraints) => (constraints.Min, constraints.Max);

    private static (decimal? Lowest, decimal? Highest) RangeOf(ModelType type) => type switch
    {
        ScalarType { Scalar: Scalar.Int } => (-HighestInt - 1, HighestInt),
        ScalarType { Scalar: Scalar.Time } => (0, MillisecondsOfDay),
        DecimalType number when number.Precision - number.Scale <= 14 => RangeOf(number),
        _ => (null, null),
    };

    private static (decimal? Lowest, decimal? Highest) RangeOf(DecimalType type)
    {
        var limit = 1m;
        for (var digit = type.Scale; digit < type.Precision; digit++)
        {
            limit *= 10;
        }

        return (-limit, limit);
    }

    private static (decimal? Lowest, decimal? Highest) Narrower(
        (decimal? Lowest, decimal? Highest) left, (decimal? Lowest, decimal? Highest) right) =>
        (Pick(left.Lowest, right.Lowest, Math.Max), Pick(left.Highest, right.Highest, Math.Min));

    private static decimal? Pick(decimal? left, decimal? right, Func<decimal, decimal, decimal> choose) =>
        left is { } first && right is { } second ? choose(first, second) : left ?? right;
}
