using System.Globalization;
using Ashlar.Core.Model.Types;
using Ashlar.Core.Plan;
using Ashlar.Core.Text;
using Ashlar.Emit.Sql;

namespace Ashlar.Emit.Migrations;

/// <summary>Both schemas and what is which: what the steps of either database are written from.</summary>
internal sealed class MigrationSchemas
{
    private readonly string _number;

    public MigrationSchemas(Correspondence change, Dialect dialect, int number)
    {
        _number = number.ToString(CultureInfo.InvariantCulture);
        Change = change;
        Before = SchemaWriter.SchemaOf(change.Before, dialect);
        After = SchemaWriter.SchemaOf(change.After, dialect);
        Values = new ColumnValues(change, dialect);
        Pairs = SchemaPairs.Of(change, Before, After, Values);
        Names = new SchemaNames(Pairs);
        Sequences = SequencePairs().ToValueList();
    }

    public Correspondence Change { get; }

    public RelationalSchema Before { get; }

    public RelationalSchema After { get; }

    public ColumnValues Values { get; }

    /// <summary>The tables that stay.</summary>
    public ValueList<TablePair> Pairs { get; }

    public SchemaNames Names { get; }

    public ValueList<(SchemaSequence? Old, SchemaSequence? New)> Sequences { get; }

    public IEnumerable<SchemaTable> Added => After.Tables.Where(table => Pairs.All(pair => pair.New != table));

    public IEnumerable<SchemaTable> Dropped => Before.Tables.Where(table => Pairs.All(pair => pair.Old != table));

    public bool HasChange => Added.Any() || Dropped.Any() || Pairs.Any(pair => pair.IsTouched || HasOtherRules(pair))
        || Before.Code != After.Code;

    /// <summary>The names of the old tables that change, go, or that are written anew.</summary>
    public IReadOnlyCollection<string> AllTables => [.. Before.Tables.Select(table => table.Name)];

    /// <summary>Whether SQL calls one of our functions that a database of the old schema does not have.</summary>
    public bool CallsNewFunction(string sql)
    {
        var added = After.Functions.Except(Before.Functions).ToArray();
        return added.Length > 0 && PostgresFunctions.Write(PostgresFunctions.CalledIn(sql)).Any(added.Contains);
    }

    public bool HasOtherRules(TablePair pair)
    {
        var kept = Names.KeptRules(pair);
        return kept.Count != pair.Old.Rules.Count || kept.Count != pair.New.Rules.Count || kept
            .Any(rules => rules.Old.Name != rules.New.Name);
    }

    /// <summary>What is no longer part of the model is kept under this name until somebody drops it.</summary>
    public string Tombstone(string name) => SqlNames.Fit($"__dropped_{_number}_{name}");

    /// <summary>What goes, under the names that it is kept by: a column of its table, on SQLite a table of its own.</summary>
    public IEnumerable<PutAside> PutAside(Dialect dialect) => Dropped
        .Select(table => new PutAside(table.Name, Tombstone(table.Name)))
        .Concat(Pairs.SelectMany(pair => pair.Kept.Select(column => new PutAside(
            $"{pair.Old.Name}.{column.Name}",
            dialect == Dialect.Sqlite
                ? Tombstone($"{pair.Old.Name}_{column.Name}")
                : $"{pair.New.Name}.{Tombstone(column.Name)}"))));

    /// <summary>The name of something for as long as the migration runs.</summary>
    public string Aside(string name) => SqlNames.Fit($"__before_{_number}_{name}");

    /// <summary>Renames one after the other, through names in between where the new ones are still taken.</summary>
    public IReadOnlyList<(string From, string To)> Renames(IEnumerable<(string From, string To)> renames) =>
        [.. Renames(renames.Select(rename => ("", rename.From, rename.To))).Select(rename => (rename.From, rename.To))];

    /// <summary>The same for things of several owners whose names are of one kind.</summary>
    public IReadOnlyList<(string Owner, string From,
        string To)> Renames(IEnumerable<(string Owner, string From, string To)> renames)
    {
        var all = renames.ToArray();
        var olds = all.Select(rename => rename.From).ToHashSet(StringComparer.Ordinal);
        var taken = all.Where(rename => olds.Contains(rename.To)).Select(rename => rename.To).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. all.Where(rename => taken.Contains(rename.From)).Select(rename => (rename.Owner, rename.From, Aside(rename.From))),
            .. all.Select(rename => (rename.Owner, taken.Contains(rename.From) ? Aside(rename.From) : rename.From, rename.To)),
        ];
    }

    /// <summary>The old table whose rows get numbers from a new sequence; null where there are none.</summary>
    public string? FillOf(SchemaSequence sequence) => Pairs
        .FirstOrDefault(pair => pair.New.List is null && pair.New.Entity.Name == sequence.Entity.Name)?.New.Name;

    /// <summary>
    /// The column whose rows have numbers already, of a field that takes them from a new sequence; null where there is none.
    /// </summary>
    public (TablePair Pair, ColumnChange Change)? NumberedBy(SchemaSequence sequence) => Pairs
        .Where(pair => pair.New.List is null && pair.New.Entity.Name == sequence.Entity.Name
            && sequence.Field.Type is ScalarType { Scalar: Scalar.Int or Scalar.Long })
        .SelectMany(pair => pair.Columns.Select(change => ((TablePair Pair, ColumnChange Change)?)(pair, change)))
        .FirstOrDefault(one => one is { Change: { Old: not null, New.Source.Field: var field } }
            && field.Name == sequence.Field.Name);

    /// <summary>Queries for rows that break a check over lists, which the new schema has views for.</summary>
    public IEnumerable<MigrationProof> BrokenRows() => After.Tables
        .Where(table => table.List is null)
        .SelectMany(table => EntityConstraints.Of(After.Model, EntityTable.Of(After.Model, table.Entity)).OfType<ListCheck>())
        .Select(check => new MigrationProof(
            check.Element, "breaks the rule", $"select cast(id as text) from {ListCheckWriter.BrokenView(check)} limit 21"));

    private IEnumerable<(SchemaSequence? Old, SchemaSequence? New)> SequencePairs()
    {
        var open = Before.Sequences.ToList();
        foreach (var sequence in After.Sequences)
        {
            var entity = Change.OldOf(sequence.Entity);
            var field = Change.OldOf(sequence.Entity, sequence.Field);
            var old = open.Find(other => other.Entity.Name == entity?.Name && other.Field.Name == field?.Name);
            open.RemoveAll(other => other == old);
            yield return (old, sequence);
        }

        foreach (var gone in open)
        {
            yield return (gone, null);
        }
    }
}
