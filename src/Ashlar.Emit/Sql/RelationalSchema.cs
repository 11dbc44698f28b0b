using Ashlar.Core.Model;
using Ashlar.Core.Model.Types;
using Ashlar.Core.Text;

namespace Ashlar.Emit.Sql;

/// <summary>
/// The schema of a system for one database, as objects with names: what an empty database gets, and what a migration compares.
/// Rows are in tables only; everything else can be made again.
/// </summary>
internal sealed record RelationalSchema(SystemModel Model, Dialect Dialect)
{
    public ValueList<string> Extensions { get; init; } = [];

    /// <summary>The functions that constraints and statements call, each after what it calls.</summary>
    public ValueList<string> Functions { get; init; } = [];

    public ValueList<SchemaSequence> Sequences { get; init; } = [];

    public ValueList<string> KernelTables { get; init; } = [];

    /// <summary>The tables of entities, each after those that it refers to as far as can be, and then those of lists.</summary>
    public ValueList<SchemaTable> Tables { get; init; } = [];

    /// <summary>Triggers, and the views and indexes that go with them.</summary>
    public ValueList<string> Code { get; init; } = [];
}

/// <summary>The numbers of a generated field.</summary>
internal sealed record SchemaSequence(Entity Entity, Field Field, string Name)
{
    public const string SqliteTable =
        """
        -- The last number of each sequence.
        create table ashlar_sequences (
          name text not null primary key,
          value integer not null
        ) strict;
        """;

    public string PostgresText =>
        $"create sequence {SqlNames.Quote(Name)}{(Field.Type is ScalarType { Scalar: Scalar.Int } ? " as integer" : "")};";

    public string SqliteText => $"insert into ashlar_sequences (name, value) values ('{Name}', 0);";
}
