using Ashlar.Core.Model.Expressions;
using Ashlar.Core.Text;

namespace Ashlar.Core.Plan;

/// <summary>What the author decided where a change alone does not say what becomes of the data; each with its reason.</summary>
public sealed record Decisions
{
    public static Decisions None { get; } = new();

    public ValueList<Fill> Fills { get; init; } = [];

    public ValueList<Conversion> Conversions { get; init; } = [];

    public ValueList<ValueMapping> Mappings { get; init; } = [];

    public ValueList<Drop> Drops { get; init; } = [];

    public ValueList<Move> Moves { get; init; } = [];
}

/// <summary>
/// `fill Sales.Customer.phone = "unknown"`: what a new required field, or one that may no longer be absent, is in rows that
/// have no value. The expression is over the old row (`this`); the path is of the new model.
/// </summary>
public sealed record Fill(ElementPath Field, Expression Value, string Because);

/// <summary>
/// `convert Sales.Order.total = total * 100 back total / 100`: a field of the new model whose value is made anew.
/// <paramref name="Up"/> is over the old row, <paramref name="Down"/> over the new one; null where there is no way back.
/// </summary>
public sealed record Conversion(ElementPath Field, Expression Up, Expression? Down, string Because);

/// <summary>
/// `map Sales.Order.status { Packed -> Paid }`: what becomes of rows that hold a value that is gone. <paramref name="Holder"/>
/// is the enum, or the field of states, in the new model.
/// </summary>
public sealed record ValueMapping(ElementPath Holder, ValueList<MappedValue> Values, string Because);

/// <summary>A name of the old model, and the one that rows hold afterwards.</summary>
public readonly record struct MappedValue(string From, string To);

/// <summary>`drop Sales.Customer.fax`: what the element held is not wanted any more. A path of the old model.</summary>
public sealed record Drop(ElementPath Element, string Because);

/// <summary>
/// `move Sales.Fulfilment.Pack to Label`: where instances go that stand at a step of the old model. A path of the old model, and
/// the name of a step or an end of the new one.
/// </summary>
public sealed record Move(ElementPath Step, string To, string Because);
