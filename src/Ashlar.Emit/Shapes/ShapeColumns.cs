using Ashlar.Core.Model.Expressions;
using Ashlar.Core.Model.Types;
using Ashlar.Emit.Sql;
using Ashlar.Emit.Statements;

namespace Ashlar.Emit.Shapes;

/// <summary>The columns that a shape is read from, in the order of its members; joins are added as they are needed.</summary>
internal static class ShapeColumns
{
    /// <summary>The columns of a row that the caller may read.</summary>
    public static IEnumerable<string> Of(ShapeLayout layout, PathJoins joins) =>
        [.. layout.Members.SelectMany(member => Of(member, joins))];

    private static IEnumerable<string> Of(ShapeMember member, PathJoins joins) => member switch
    {
        IdMember => [StatementText.Column(joins.Alias, "id")],
        VersionMember => [StatementText.Column(joins.Alias, "row_version")],
        FlagMember flag => [joins.Condition(flag.Condition)],
        ColumnMember column => [Shown(joins.Value(column.Value), column, joins)],
        FileMember file => OfFile(file, joins),
        ValueMember value => value.Definition.Fields.Select(part => Shown(joins.Value(PartOf(value, part)), value, joins)),
        NestedMember nested => OfNested(nested, joins),
        _ => [],
    };

    private static IEnumerable<string> OfFile(FileMember member, PathJoins joins)
    {
        var file = joins.File(member.File);
        return
        [
            joins.Value(member.File.Target), Shown(StatementText.Column(file, "media_type"), member, joins),
            Shown(StatementText.Column(file, "size"), member, joins),
        ];
    }

    // What the caller may not read does not leave the database.
    private static string Shown(string value, KeyMember member, PathJoins joins) => member.Flag is { } flag
        ? $"case when {joins.Condition(flag.Condition)} then {value} end"
        : value;

    private static FieldAccess PartOf(ValueMember member, Core.Model.Field part) =>
        new(part.Type.AsNullable(part.IsOptional || member.Value.Type.IsNullable), member.Value, part.Name);

    private static List<string> OfNested(NestedMember member, PathJoins joins)
    {
        var condition = member.Flag is { } flag ? flag.Condition : Grants.Conditions.True;
        var nested = joins.Nested(member, condition);
        var columns = Of(member.Shape, nested).ToList();
        if (member.IsWitnessed)
        {
            columns.Insert(0, StatementText.Column(nested.Alias, "id"));
        }

        joins.Add(nested);
        return columns;
    }
}
