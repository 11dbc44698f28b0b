using Ashlar.Core.Text;

namespace Ashlar.Emit.Sql;

/// <summary>A named constraint of a table. <see cref="Element"/> is the model's name for it, where it has one.</summary>
internal abstract record SchemaRule(string Name, string Element)
{
    public abstract string Definition { get; }
}

internal sealed record PrimaryRule(string Name, ValueList<string> Columns) : SchemaRule(Name, "")
{
    public override string Definition => $"primary key ({SqlNames.List(Columns)})";
}

internal sealed record UniqueRuleOfTable(string Name, string Element, ValueList<string> Columns) : SchemaRule(Name, Element)
{
    public override string Definition => $"unique ({SqlNames.List(Columns)})";
}

internal sealed record CheckRule(string Name, string Element, string Condition) : SchemaRule(Name, Element)
{
    public override string Definition => $"check ({Condition})";
}

internal sealed record ExclusionRule(string Name, string Element, string Text) : SchemaRule(Name, Element)
{
    public override string Definition => Text;
}

/// <summary>A foreign key to the id of another table.</summary>
internal sealed record ReferenceRule(string Name, string Element, string Column, string Target, string OnDelete)
    : SchemaRule(Name, Element)
{
    /// <summary>The table that it refers to comes later, so that it is added when all tables are there.</summary>
    public bool IsLate { get; init; }

    public override string Definition =>
        $"foreign key ({SqlNames.Quote(Column)}) references {SqlNames.Quote(Target)} (id) on delete {OnDelete}";
}
