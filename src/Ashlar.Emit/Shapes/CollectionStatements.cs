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
/// The statement that reads one list for many rows together: the id of the row first,
/// then what the list holds.
/// </summary>
internal sealed class CollectionStatements(Emission emission, ShapeLayout layout)
{
    /// <summary>The parameter of the ids.</summary>
    public const string Ids = "ids";

    private static readonly ModelType IdList = new ListType(new ScalarType(Scalar.Uuid));

    public SqlStatement Of(KeyMember member) => SqlStatement.Write(emission, text => member switch
    {
        ValuesMember values => Values(text, values),
        RowsMember { Collection.Relation: { } relation } rows => Rows(text, rows, relation),
        IdsMember { Collection.Relation: { } relation } ids => IdsOf(text, ids, relation),
        _ => throw new InvalidOperationException($"{member.Key.Name} is no list"),
    });

    private string Values(StatementText text, ValuesMember member)
    {
        var table = SqlNames.ListTable(layout.Entity, member.List);
        var alias = member.Flag is null ? "" : table;
        var ids = text.Input(Ids, IdList);
        var owner = StatementText.Column(alias, "owner_id");
        var columns = member.List.Type is ListType { Item: ValueType value }
            ? emission.Value(value.Value).Fields.Select(part => StatementText.Column(alias, SqlNames.Column(part)))
            : [StatementText.Column(alias, "value")];
        return $"select {owner}, {StatementText.List(columns)}\n"
            + $"from {SqlNames.Quote(table)}{OwnerJoin(member, owner)}"
            + StatementText.Where(text.IsAmong(owner, ids), OwnerCondition(text, member))
            + $"\norder by {owner}, {StatementText.Column(alias, "position")}";
    }

    private string Rows(StatementText text, RowsMember member, Relation relation)
    {
        var target = member.Shape.Entity;
        var ids = text.Input(Ids, IdList);
        var alias = text.Row(target);
        var joins = new PathJoins(text, target, alias);
        var columns = ShapeColumns.Of(member.Shape, joins);
        var condition = RowCondition(target, relation, joins);
        var (owner, link, order) = Found(member.Collection, relation, target, alias);
        return $"select {StatementText.List(columns.Prepend(owner))}\nfrom {joins.From}{link}{OwnerJoin(member, owner)}"
            + StatementText.Where(text.IsAmong(owner, ids), condition, OwnerCondition(text, member))
            + $"\norder by {owner}, {order}";
    }

    private string IdsOf(StatementText text, IdsMember member, Relation relation)
    {
        var target = emission.Entity(relation.Target);
        var ids = text.Input(Ids, IdList);
        var alias = text.Row(target);
        var joins = new PathJoins(text, target, alias);
        var condition = RowCondition(target, relation, joins);
        var (owner, link, order) = Found(member.Collection, relation, target, alias);
        return $"select {owner}, {StatementText.Column(alias, "id")}\nfrom {joins.From}{link}{OwnerJoin(member, owner)}"
            + StatementText.Where(text.IsAmong(owner, ids), condition, OwnerCondition(text, member))
            + $"\norder by {owner}, {order}";
    }

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
