namespace Ashlar.Emit.Sql;

/// <summary>
/// A column as the database has it. <see cref="Source"/> is what of the model it holds; null for the columns that every table
/// of its kind has, which keep their names for ever.
/// </summary>
internal sealed record SchemaColumn(string Name, string Type)
{
    public bool IsRequired { get; init; }

    /// <summary>The expression behind `default`; null where there is none.</summary>
    public string? Default { get; init; }

    /// <summary>What the database calculates the column from; null for a column that is written.</summary>
    public string? Computed { get; init; }

    public string Comment { get; init; } = "";

    public SqlColumn? Source { get; init; }

    public string Definition
    {
        get
        {
            if (Computed is not null)
            {
                return $"{Type} generated always as ({Computed}) stored";
            }

            var text = IsRequired ? Type + " not null" : Type;
            return Default is null ? text : $"{text} default {Default}";
        }
    }
}
