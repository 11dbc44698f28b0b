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
        var (proofs, late) = Proofs(schemas);
        var steps = dialect == Dialect.Sqlite
            ? new SqliteMigration(schemas).Steps()
            : new PostgresMigration(schemas).Steps(late);
        return new(change.After.Name, number, dialect)
        {
            From = SchemaHash.Of(SchemaWriter.Write(change.Before, dialect)),
            To = SchemaHash.Of(SchemaWriter.Write(change.After, dialect)),
            Proofs = proofs,
            Steps = steps.Concat(RoleNames.Steps(change))
                .Concat(WorkflowChanges.Of(change).SelectMany(one => new InstanceCarry(change, one, dialect, number).Steps()))
                .ToValueList(),
            PutAside = schemas.PutAside(dialect).ToValueList(),
            Questions = schemas.Values.Questions.Concat(Losses.Questions(schemas)).Concat(Refusals.Of(change))
                .Distinct().ToValueList(),
        };
    }

    /// <summary>What is proved before anything else, and what calls a function that the database does not have yet.</summary>
    private static (ValueList<MigrationProof> First, ValueList<MigrationProof> Late) Proofs(MigrationSchemas schemas)
    {
        var proofs = new MigrationProofs(schemas.Pairs, schemas.Names).All()
            .Concat(new ExclusionProofs(schemas).All())
            .Concat(new ListCheckProofs(schemas).All())
            .ToLookup(proof => schemas.CallsNewFunction(proof.Query));
        return (proofs[false].ToValueList(), proofs[true].ToValueList());
    }
}
