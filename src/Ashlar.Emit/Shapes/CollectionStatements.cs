using Ashlar.Core.Model;
using Ashlar.Core.Model.Expressions;
using Ashlar.Core.Model.Types;
using Ashlar.Emit.Expressions;
using Ashlar.Emit.Grants;
using Ashlar.Emit.Sql;
using Ashlar.Emit.Statements;
using ValueType = Ashlar.Core.Model.Types.ValueType;

namespace Ashlar.Emit.Shapes;

/// <summary>
/// The statements that read one list: for many rows together, the id of the row first, then what the list holds; and for
/// one row only what it holds. PostgreSQL plans the first anew for every set of ids, and the second once.
/// </summary>
internal sealed class CollectionStatements(Emission emission, ShapeLayout layout)
{
    /// <summary>The parameter of the ids of many rows.</summary>
    public const string Ids = "ids";

    /// <summary>The parameter of the id of one row.</summary>
    public const string Id = "id";

    private static readonly ModelType IdList = new ListType(new ScalarType(Scalar.Uuid));

    public SqlStatement OfMany(KeyMember member) => Of(member, isOfMany: true);

    public SqlStatement OfOne(KeyMember member) => Of(member, isOfMany: false);

    private SqlStatement Of(KeyMember member, bool isOfMany) => SqlStatement.Write(emission, text => member switch
    {
        ValuesMember values => Values(text, values, isOfMany),
        RowsMember { Collection.Relation: { } relation } rows => Rows(text, rows, relation, isOfMany),
        IdsMember { Collection.Relation: { } relation } ids => IdsOf(text, ids, relation, isOfMany),
        _ => throw new InvalidOperationException($"{member.Key.Name} is no list"),
    });

    private string Values(StatementText text, ValuesMember member, bool isOfMany)
    {
        var table = SqlNames.ListTable(layout.Entity, member.List);
        var alias = member.Flag is null ? "" : table;
        var owner = StatementText.Column(alias, "owner_id");
        var isWanted = IsWanted(text, owner, isOfMany);
        var columns = member.List.Type is ListType { Item: ValueType value }
            ? emission.Value(value.Value).Fields.Select(part => StatementText.Column(alias, SqlNames.Column(part)))
            : [StatementText.Column(alias, "value")];
        return $"select {StatementText.List(isOfMany ? columns.Prepend(owner) : columns)}\n"
            + $"from {SqlNames.Quote(table)}{OwnerJoin(member, owner)}"
            + StatementText.Where(isWanted, OwnerCondition(text, member))
            + $"\norder by {(isOfMany ? owner + ", " : "")}{StatementText.Column(alias, "position")}";
    }

    private string Rows(StatementText text, RowsMember member, Relation relation, bool isOfMany)
    {
        var target = member.Shape.Entity;
        var alias = text.Row(target);
        var (owner, link, order) = Found(member.Collection, relation, target, alias);
        var isWanted = IsWanted(text, owner, isOfMany);
        var joins = new PathJoins(text, target, alias);
        var columns = ShapeColumns.Of(member.Shape, joins);
        var condition = RowCondition(target, relation, joins);
        return $"select {StatementText.List(isOfMany ? columns.Prepend(owner) : columns)}"
            + $"\nfrom {joins.From}{link}{OwnerJoin(member, owner)}"
            + StatementText.Where(isWanted, condition, OwnerCondition(text, member))
            + $"\norder by {(isOfMany ? owner + ", " : "")}{order}";
    }

    private string IdsOf(StatementText text, IdsMember member, Relation relation, bool isOfMany)
    {
        var target = emission.Entity(relation.Target);
        var alias = text.Row(target);
        var (owner, link, order) = Found(member.Collection, relation, target, alias);
        var isWanted = IsWanted(text, owner, isOfMany);
        var joins = new PathJoins(text, target, alias);
        var condition = RowCondition(target, relation, joins);
        var id = StatementText.Column(alias, "id");
        return $"select {(isOfMany ? $"{owner}, {id}" : id)}\nfrom {joins.From}{link}{OwnerJoin(member, owner)}"
            + StatementText.Where(isWanted, condition, OwnerCondition(text, member))
            + $"\norder by {(isOfMany ? owner + ", " : "")}{order}";
    }

    private static string IsWanted(StatementText text, string owner, bool isOfMany) => isOfMany
        ? text.IsAmong(owner, text.Input(Ids, IdList))
        : $"{owner} = {text.Input(Id, new ScalarType(Scalar.Uuid))}";

    // Rows with the rules of their owner may be read by whoever reads the owner.
    private string RowCondition(Entity target, Relation relation, PathJoins joins) =>
        relation.Kind == RelationKind.Owned && target.Access.Kind == AccessKind.SameAsOwner
            ? ""
            : joins.Conjunct(Gate.Of(target, Operation.Read).Condition(layout.Use.IsSignedIn));

    private (string Owner, string Link, string Order) Found(Field collection, Relation relation, Entity target, string alias)
    {
        var id = StatementText.Column(alias, "id");
        if (relation.Kind is RelationKind.Inverse or RelationKind.Owned && target.Field(relation.BackReference) is { } back)
        {
            var order = relation.Kind == RelationKind.Owned ? StatementText.Column(alias, "position") : id;
            return (StatementText.Column(alias, SqlNames.Column(back)), "", order);
        }

        var link = Links.Of(emission, layout.Entity, collection);
        const string Alias = "link";
        var join = $"\njoin {SqlNames.Quote(link.Name)} {Alias} on {StatementText.Column(Alias, link.TargetColumn)} = {id}";
        return (StatementText.Column(Alias, link.OwnerColumn), join, id);
    }

    // A list that only some may see asks the row that has it.
    private string OwnerJoin(KeyMember member, string owner) => member.Flag is null
        ? ""
        : $"\njoin {StatementText.Table(layout.Entity, "owner")} on owner.id = {owner}";

    private string OwnerCondition(StatementText text, KeyMember member) => member.Flag is { } flag
        ? text.Conjunct(flag.Condition, layout.Entity, "owner")
        : "";
}
