using System.Collections.Immutable;
using Ashlar.Core.Model;
using Ashlar.Core.Model.Types;
using Ashlar.Core.Text;
using Ashlar.Emit.Entities;
using Ashlar.Emit.Grants;
using Ashlar.Emit.Sql;
using Ashlar.Emit.Statements;
using Ashlar.Emit.Text;
using ValueType = Ashlar.Core.Model.Types.ValueType;

namespace Ashlar.Emit.Features;

/// <summary>How the lists of a row are stored: values in a table of their own, links, and rows that belong to this one.</summary>
internal sealed class ListWrites(Emission emission, Entity entity, CSharpTypes types, bool isSignedIn)
{
    private static readonly ModelType Id = new ScalarType(Scalar.Uuid);

    /// <summary>The statements that store lists, and with <paramref name="isChange"/> those that remove the old ones.</summary>
    public Code Fields(IEnumerable<Field> lists, bool isChange) =>
        Code.Blocks(lists.SelectMany(list => StatementsOf(list, isChange)));

    /// <summary>Stores the items of a new row.</summary>
    public Code Insert(Field list, Code id, Code items) => list.Relation switch
    {
        null => Code.Of($"await session.ExecuteManyAsync({InsertName(list)}, {ValueRows(emission, types, list, id, items)});"),
        { Kind: RelationKind.Owned } relation => Code.Of($$"""
            if (await {{OwnedWritesFile.Class(relation.Target)}}.InsertAsync(session, {{CallFor(relation)}}{{id}}, {{items}}) is { } missing{{Suffix(list)}})
            {
                return missing{{Suffix(list)}};
            }
            """),
        _ => InsertLinked(list, id, items),
    };

    /// <summary>Stores the items in place of those that the row has.</summary>
    public Code Replace(Field list, Code id, Ident change) => list.Relation switch
    {
        { Kind: RelationKind.Owned } relation => Code.Of($$"""
            if ({{change}}.IsSet && await {{OwnedWritesFile.Class(relation.Target)}}.ReplaceAsync(session, {{CallFor(relation)}}{{id}}, {{change}}.Items) is { } missing{{Suffix(list)}})
            {
                return missing{{Suffix(list)}};
            }
            """),
        _ => Code.Of($$"""
            if ({{change}}.IsSet)
            {
                await session.ExecuteAsync({{DeleteName(list)}}, {{id}});
                {{Insert(list, id, Code.Of($"{change}.Items"))}}
            }
            """),
    };

    private static Ident Suffix(Field list) => Ident.Of(Spelling.Pascal(list.Name));

    private Code CallFor(Relation relation) =>
        Code.When(OwnedWritesFile.NeedsCall(emission, emission.Entity(relation.Target)), () => Code.Of($"call, "));

    private static Ident InsertName(Field list) => Ident.Of("Insert" + Spelling.Pascal(list.Name));

    private static Ident DeleteName(Field list) => Ident.Of("Delete" + Spelling.Pascal(list.Name));

    private static Ident ReadableName(Field list) => Ident.Of("SelectReadable" + Spelling.Pascal(list.Name));

    private IEnumerable<Code> StatementsOf(Field list, bool isChange)
    {
        switch (list.Relation)
        {
            case { Kind: RelationKind.Owned }:
                yield break;
            case null:
                yield return InsertValues(emission, entity, list).Field(InsertName(list));
                break;
            default:
                yield return InsertLinks(list).Field(InsertName(list));
                yield return SelectReadable(list).Field(ReadableName(list));
                break;
        }

        if (isChange)
        {
            yield return DeleteAll(emission, entity, list).Field(DeleteName(list));
        }
    }

    /// <summary>Stores one item of a list of values.</summary>
    public static SqlStatement InsertValues(Emission emission, Entity entity, Field list)
    {
        var columns = EntityTable.OfItems(emission.Model, list);
        return SqlStatement.Write(emission, text =>
        {
            var names = columns.Select(column => SqlNames.Quote(column.Name)).Prepend("position").Prepend("owner_id");
            var values = Enumerable.Range(1, columns.Count + 2).Select(index => $"${index}");
            var table = SqlNames.Quote(SqlNames.ListTable(entity, list));
            return $"insert into {table} ({string.Join(", ", names)})\nvalues ({string.Join(", ", values)})";
        });
    }

    // A row that the caller may not read cannot be linked either.
    private SqlStatement InsertLinks(Field list) => SqlStatement.Write(emission, text =>
    {
        var (link, target) = (Links.Of(emission, entity, list), TargetOf(list));
        var (row, owner) = (text.Row(target), text.Input("id", Id));
        var columns = $"{SqlNames.Quote(link.OwnerColumn)}, {SqlNames.Quote(link.TargetColumn)}";
        return $"insert into {SqlNames.Quote(link.Name)} ({columns})\nselect {owner}, {StatementText.Column(row, "id")}\n"
            + $"from {StatementText.Table(target)}" + Readable(text, target, row);
    });

    private SqlStatement SelectReadable(Field list) => SqlStatement.Write(emission, text =>
    {
        var target = TargetOf(list);
        var row = text.Row(target);
        return $"select {StatementText.Column(row, "id")}\nfrom {StatementText.Table(target)}" + Readable(text, target, row);
    });

    private string Readable(StatementText text, Entity target, string row) => StatementText.Where(
        text.IsAmong(StatementText.Column(row, "id"), text.Input("ids", new ListType(Id))),
        text.Conjunct(Gate.Of(target, Operation.Read).Condition(isSignedIn), target, row));

    /// <summary>Removes what is in the list of a row.</summary>
    public static SqlStatement DeleteAll(Emission emission, Entity entity, Field list) => SqlStatement.Write(emission, text =>
    {
        var (table, owner) = list.Relation is null
            ? (SqlNames.ListTable(entity, list), "owner_id")
            : (Links.Of(emission, entity, list).Name, SqlNames.Quote(Links.Of(emission, entity, list).OwnerColumn));
        return $"delete from {SqlNames.Quote(table)} where {owner} = {text.Input("id", Id)}";
    });

    private Entity TargetOf(Field list) => emission.Entity(list.Relation?.Target ?? default);

    /// <summary>The parameters of all items, one array for each.</summary>
    public static Code ValueRows(Emission emission, CSharpTypes types, Field list, Code id, Code items)
    {
        var values = Code.Join(Parameters(emission, types, list), ", ");
        return Code.Of($$"""[.. {{items}}.Select((item, i) => new Value[] { {{id}}, i, {{values}} })]""");
    }

    /// <summary>The parameters of `item`.</summary>
    public static IEnumerable<Code> Parameters(Emission emission, CSharpTypes types, Field list)
    {
        var forms = new KernelForm(types);
        return list.Type switch
        {
            ListType { Item: ValueType item } => emission.Value(item.Value).Fields.Select(part =>
                forms.Parameter(part.Type, Code.Of($"item.{Names.Property(item.Value, part)}"))),
            ListType of => [forms.Parameter(of.Item, Code.Of($"item"))],
            _ => throw new InvalidOperationException($"`{list.Name}` is no list"),
        };
    }

    private Code InsertLinked(Field list, Code id, Code items)
    {
        var statement = InsertLinks(list);
        var inputs = new StatementArguments([new("id", id), new("ids", Code.Of($"Value.Uuids({items})"))]);
        var insert = StatementCall.Arguments(InsertName(list), inputs.Of(statement));
        var readable = StatementCall.Arguments(
            [Code.Of($"{ReadableName(list)}"), Code.Of($"rows => rows.Uuid(0)")], inputs.Of(SelectReadable(list)));
        var linked = Ident.Of("linked" + Spelling.Pascal(list.Name));
        return Code.Of($$"""
            var {{linked}} = await session.ExecuteAsync({{insert}});
            if ({{linked}} != {{items}}.Distinct().Count())
            {
                var readable = await session.ListAsync({{readable}});
                return Refusal.ItemsNotFound({{Lit.Of(list.Name)}}, {{items}}, readable);
            }
            """);
    }
}
