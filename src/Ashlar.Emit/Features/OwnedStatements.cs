using System.Collections.Immutable;
using Ashlar.Core.Model;
using Ashlar.Core.Model.Types;
using Ashlar.Core.Text;
using Ashlar.Emit.Entities;
using Ashlar.Emit.Grants;
using Ashlar.Emit.Sql;
using Ashlar.Emit.Statements;
using Ashlar.Emit.Text;

namespace Ashlar.Emit.Features;

/// <summary>The statements that store rows which only exist with their owner.</summary>
internal sealed class OwnedStatements(Emission emission, Entity entity, Entity owner, Creation creation)
{
    private static readonly ModelType Id = new ScalarType(Scalar.Uuid);

    private readonly ReferenceTests _references = new(
        emission,
        ReferenceTests.Among(creation.Fields.Where(created => created.IsInBody).Select(created => created.Field)),
        IsSignedIn(emission, owner));

    private Field Back => entity.Fields.First(item => item.IsOwnerReference);

    public ImmutableArray<Field> References => _references.References;

    /// <summary>Lists of values of the rows.</summary>
    public IEnumerable<Field> Lists =>
        creation.Fields.Where(created => created is { IsList: true, Field.Relation: null }).Select(created => created.Field);

    public SqlStatement Insert => SqlStatement.Write(emission, text =>
    {
        var (id, ownerId, position) = (
            text.Input("id", Id), text.Input("owner", Id), text.Input("position", new ScalarType(Scalar.Int)));
        var columns = new CreatedRow(emission, creation).Columns(text)
            .Prepend(("position", position))
            .Prepend((SqlNames.Quote(SqlNames.Column(Back)), ownerId))
            .Prepend(("id", id)).ToList();
        var tests = References.Select(reference => _references.Of(text, reference)).ToList();
        var values = StatementText.List(columns.Select(column => column.Item2));
        return $"insert into {StatementText.Table(entity)} ({StatementText.List(columns.Select(column => column.Item1))})\n"
            + (tests.Count == 0 ? $"values ({values})" : $"select {values}{StatementText.Where(tests)}");
    });

    public IEnumerable<SqlStatement> All => References.Select(reference => Readable(reference)).Prepend(Insert);

    public Code Fields => Code.Blocks([
        DeleteAll().Field(Ident.Of("DeleteAll")),
        Insert.Field(Ident.Of("Insert")),
        .. References.Select(reference => Readable(reference).Field(ReadableName(reference))),
        .. Lists.Select(list => InsertItems(list).Field(InsertName(list))),
    ]);

    public static Ident ReadableName(Field field) => Ident.Of("SelectReadable" + Spelling.Pascal(field.Name));

    public static Ident InsertName(Field list) => Ident.Of("Insert" + Spelling.Pascal(list.Name));

    /// <summary>Which of some rows the caller may refer to.</summary>
    public SqlStatement Readable(Field field) => SqlStatement.Write(emission, text =>
    {
        var target = emission.Entity(((ReferenceType)field.Type).Entity);
        var row = text.Row(target);
        return $"select {StatementText.Column(row, "id")}\nfrom {StatementText.Table(target)}" + StatementText.Where(
            text.IsAmong(StatementText.Column(row, "id"), text.Input("ids", new ListType(Id))),
            text.Conjunct(Gate.Of(target, Operation.Read).Condition(IsSignedIn(emission, owner)), target, row));
    });

    private SqlStatement DeleteAll() => SqlStatement.Write(emission, text =>
    {
        var back = SqlNames.Quote(SqlNames.Column(Back));
        return $"delete from {StatementText.Table(entity)} where {back} = {text.Input("owner", Id)}";
    });

    private SqlStatement InsertItems(Field list) => ListWrites.InsertValues(emission, entity, list);

    // Every operation that writes the rows asks callers to sign in.
    private static bool IsSignedIn(Emission emission, Entity owner) => emission.OperationsOn(owner.Name)
        .Where(operation => operation.HasBody)
        .All(operation => operation.Gate.NeedsSignIn);
}
