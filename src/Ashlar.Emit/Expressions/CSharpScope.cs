using System.Collections.Immutable;
using Ashlar.Core.Model;
using Ashlar.Core.Model.Expressions;

namespace Ashlar.Emit.Expressions;

/// <summary>What the variables of an expression are called in C#.</summary>
internal sealed record CSharpScope
{
    /// <summary>An expression inside the class of its row.</summary>
    public static CSharpScope OfRow { get; } = new();

    /// <summary>The row; empty where its members stand alone.</summary>
    public string This { get; init; } = "";

    /// <summary>What holds the id of the row where its members stand alone.</summary>
    public string Id { get; init; } = "Id";

    /// <summary>What holds a field of the row where its members stand alone: its property, or a parameter.</summary>
    public Func<ElementName, Field, string> Field { get; init; } = (row, field) => Names.Property(row, field).Text;

    /// <summary>The row before the change.</summary>
    public string Old { get; init; } = "old";

    /// <summary>The id of the caller, a `Guid?`.</summary>
    public string Caller { get; init; } = "caller.Id";

    /// <summary>The principal's row, where something of it is read.</summary>
    public string CallerRow { get; init; } = "callerRow";

    public string Now { get; init; } = "now";

    public string Today { get; init; } = "today";

    public string Sequence { get; init; } = "sequence";

    /// <summary>Whether the caller has a role.</summary>
    public Func<string, string> HasRole { get; init; } = role => $"caller.Has(Roles.{role})";

    /// <summary>The enum or record of a declaration; qualified where it is of another module or a member would hide it.</summary>
    public Func<ElementName, string> Declared { get; init; } = name => Names.Type(name).Text;

    public Func<ElementName, string, string> StateType { get; init; } = (entity, field) => Names.StateType(entity, field).Text;

    private ImmutableDictionary<string, string> Items { get; init; } = ImmutableDictionary<string, string>.Empty;

    public (string Name, CSharpScope Scope) WithItem(string item)
    {
        var wanted = Names.Local(item.TrimStart('_')).Text;
        var name = wanted;
        for (var i = 2; Items.ContainsValue(name); i++)
        {
            name = wanted + i.ToString(System.Globalization.CultureInfo.InvariantCulture);
        }

        return (name, this with { Items = Items.SetItem(item, name) });
    }

    public string Item(Variable variable) => Items.GetValueOrDefault(variable.Name)
        ?? throw new InvalidOperationException($"`{variable.Name}` has no value here");
}
