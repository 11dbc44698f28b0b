using Ashlar.Core.Model;
using Ashlar.Emit.Sql;

namespace Ashlar.Emit.Expressions;

/// <summary>What a variable of an expression stands for in a statement.</summary>
internal abstract record Binding;

/// <summary>A row of an entity's table. Without an alias its columns stand alone, as in a `check` constraint.</summary>
internal sealed record RowBinding(Entity Entity, string Alias) : Binding
{
    public SqlText Id => Column("id");

    public SqlText Column(string name) => SqlText.Primary(Alias.Length == 0
        ? SqlNames.Quote(name)
        : $"{SqlNames.Quote(Alias)}.{SqlNames.Quote(name)}");
}

/// <summary>A single value, such as the item of a list of texts.</summary>
internal sealed record ScalarBinding(SqlText Text) : Binding;

/// <summary>An item of a list of values with fields: a row of the list's own table.</summary>
internal sealed record ValueBinding(ValueDefinition Value, string Alias) : Binding
{
    public SqlText Column(Field part) => SqlText.Primary($"{SqlNames.Quote(Alias)}.{SqlNames.Quote(SqlNames.Column(part))}");
}

/// <summary>The row before a change where there is none: everything of it is null.</summary>
internal sealed record AbsentBinding : Binding;
