using Ashlar.Core.Plan;
using Ashlar.Core.Text;
using Ashlar.Emit.Sql;

namespace Ashlar.Emit.Migrations;

/// <summary>Writes what a change of the model does to the database.</summary>
public static class MigrationWriter
{
    /// <summary>The migration of a number; its questions are answered by decisions of the correspondence.</summary>
    public static Migration Write(Correspondence change, Dialect dialect, int number)
    {
        var schemas = new MigrationSchemas(change, dialect, number);
        var steps = dialect == Dialect.Sqlite ? new SqliteMigration(schemas).Steps() : new PostgresMigration(schemas).Steps();
        return new(change.After.Name, number, dialect)
        {
            From = SchemaHash.Of(SchemaWriter.Write(change.Before, dialect)),
            To = SchemaHash.Of(SchemaWriter.Write(change.After, dialect)),
            Proofs = new MigrationProofs(schemas.Pairs, schemas.Names).All(),
            Steps = steps.Concat(RoleNames.Steps(change)).ToValueList(),
            Questions = schemas.Values.Questions.Concat(Losses.Questions(schemas)).Concat(Refusals.Of(change))
                .Distinct().ToValueList(),
        };
    }
}
