using Ashlar.Core.Plan;
using Ashlar.Emit.Sql;

namespace Ashlar.Emit.Migrations;

/// <summary>Pairs of rows that a new rule of the kind `exclusive` refuses, before anything is changed.</summary>
internal sealed class ExclusionProofs(MigrationSchemas schemas)
{
    private readonly SchemaContext _context = new(schemas.After.Model, schemas.After.Dialect);

    public IEnumerable<MigrationProof> All() => schemas.Pairs.Where(pair => pair.New.List is null).SelectMany(Of);

    private IEnumerable<MigrationProof> Of(TablePair pair)
    {
        var table = EntityTable.Of(schemas.After.Model, pair.New.Entity);
        var changed = MigrationProofs.Changed(pair);
        var held = TextsOf(pair);
        foreach (var exclusion in EntityConstraints.Of(schemas.After.Model, table).OfType<Exclusion>())
        {
            var text = ExclusionWriter.Constraint(_context, table, exclusion);
            if (!held.Contains(text) || changed.Any(name => RenamedText.Mentions(text, name)))
            {
                var rows = MigrationProofs.RowsOf(pair);
                var overlap = ExclusionWriter.Overlap(_context, table, exclusion.Rule, one: "one", other: "other");
                yield return new(exclusion.Element, "overlaps with another row",
                    "select cast(one.id as text) || ' and ' || cast(other.id as text)\n"
                    + $"from (select * from {rows}) as one join (select * from {rows}) as other on one.id < other.id\n"
                    + $"where {string.Join("\n  and ", overlap)} {MigrationProofs.Bound}");
            }
        }
    }

    /// <summary>What the rules of the old table say under the new names.</summary>
    private HashSet<string> TextsOf(TablePair pair)
    {
        var (model, columns) = (schemas.Before.Model, SchemaNames.ColumnsOf(pair));
        var table = EntityTable.Of(model, pair.Old.Entity);
        var context = new SchemaContext(model, schemas.Before.Dialect);
        return EntityConstraints.Of(model, table).OfType<Exclusion>()
            .Select(exclusion => RenamedText.Of(ExclusionWriter.Constraint(context, table, exclusion), columns))
            .ToHashSet(StringComparer.Ordinal);
    }
}
