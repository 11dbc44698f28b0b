using Ashlar.Core.Text;

namespace Ashlar.Emit.Sql;

/// <summary>An index of a table as the database has it.</summary>
internal sealed record SchemaIndex(string Table, string Name, ValueList<SqlIndexKey> Keys)
{
    /// <summary>The model's name for what it holds, where it is unique.</summary>
    public string Element { get; init; } = "";

    public bool IsUnique { get; init; }

    /// <summary>The condition of the rows that it is over; null for all.</summary>
    public string? Where { get; init; }

    public string Purpose { get; init; } = "";

    public string Text => Create("index");

    /// <summary>The index made while others go on writing; only outside of a transaction.</summary>
    public string ConcurrentText => Create("index concurrently");

    private string Create(string kind)
    {
        var keys = string.Join(", ", Keys.Select(key => SqlNames.Quote(key.Column) + (key.IsDescending ? " desc" : "")));
        var (unique, where) = (IsUnique ? "unique " : "", Where is null ? "" : $" where {Where}");
        var purpose = Purpose.Length == 0 ? "" : $" -- {Purpose}";
        return $"create {unique}{kind} {SqlNames.Quote(Name)} on {SqlNames.Quote(Table)} ({keys}){where};{purpose}";
    }
}
