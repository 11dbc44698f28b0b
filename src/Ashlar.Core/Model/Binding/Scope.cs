using System.Collections.Immutable;
using Ashlar.Core.Model.Expressions;
using Ashlar.Core.Model.Types;

namespace Ashlar.Core.Model.Binding;

/// <summary>What an expression can name at its place, and what is known there.</summary>
internal sealed record Scope
{
    public static Scope Empty { get; } = new();

    /// <summary>The entity of `this`; its fields can be named without it.</summary>
    public EntityElement? Row { get; init; }

    /// <summary>Another name of `this`, such as `book` in the filters of books; empty for none.</summary>
    public string RowName { get; init; } = "";

    /// <summary>`old` is the row before the change.</summary>
    public bool HasOld { get; init; }

    /// <summary>`sequence` is the next number.</summary>
    public bool HasSequence { get; init; }

    /// <summary>Names that stand for several values: of the event that started the action, and of what slots gave.</summary>
    public ImmutableArray<NamedValues> Bundles { get; init; } = [];

    /// <summary>What the row of a view is called before its rows are grouped; empty elsewhere.</summary>
    public string GroupedRow { get; init; } = "";

    /// <summary>Innermost last.</summary>
    public ImmutableArray<Local> Locals { get; init; } = [];

    public Facts Facts { get; init; } = Facts.None;

    public static Scope Of(EntityElement row) => new() { Row = row };

    public Scope With(Local local) => this with { Locals = Locals.Add(local), Facts = Facts.Without(local.Variable) };

    public Scope Knowing(Facts facts) => facts == Facts.None ? this : this with { Facts = Facts.And(facts) };

    /// <summary>A row has been written: what was known of the fields of rows is not known any more.</summary>
    public Scope AfterWriting() => this with { Facts = Facts.OfVariables(Locals.Select(local => local.Variable)) };

    /// <summary>The values of a name that stands for several.</summary>
    public NamedValues? FindBundle(string name) =>
        Bundles.FirstOrDefault(bundle => string.Equals(bundle.Name, name, StringComparison.Ordinal));

    public Local? Find(string name)
    {
        for (var i = Locals.Length - 1; i >= 0; i--)
        {
            if (string.Equals(Locals[i].Variable.Name, name, StringComparison.Ordinal))
            {
                return Locals[i];
            }
        }

        return null;
    }
}

/// <summary>An input, the parameter of a filter, or the item of a comprehension.</summary>
internal sealed record Local(Variable Variable, Constraints Constraints);

/// <summary>
/// A name with a dot and another behind it, such as `placed.order` of an event: each of these is a local of that whole name.
/// </summary>
internal sealed record NamedValues(string Name, Element Source, FieldTable Fields)
{
    /// <summary>The name of the variable that holds one of the values, which no written name equals.</summary>
    public static string VariableOf(string name, string field) => $"{name}.{field}";
}
