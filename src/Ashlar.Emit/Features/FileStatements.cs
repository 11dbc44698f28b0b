using Ashlar.Core.Model;
using Ashlar.Core.Model.Expressions;
using Ashlar.Core.Model.Types;
using Ashlar.Core.Text;
using Ashlar.Emit.Grants;
using Ashlar.Emit.Naming;
using Ashlar.Emit.Sql;
using Ashlar.Emit.Statements;
using Ashlar.Emit.Text;

namespace Ashlar.Emit.Features;

/// <summary>The statements that give a row another file, or none: an update of one field.</summary>
internal sealed class FileStatements
{
    private const string File = "file";

    private static readonly ModelType FileType = new ScalarType(Scalar.File);

    private readonly FileOperation _operation;
    private readonly AllowedRow _allowed;
    private readonly SqlStatement _update;
    private readonly SqlStatement _standing;
    private readonly SqlStatement _after;

    public FileStatements(Emission emission, FileOperation operation)
    {
        _operation = operation;
        _allowed = new(emission, operation.Entity, operation.Gate, fields: []);
        May = _allowed.Condition == Conditions.True ? null : CallerTest.Of(_allowed.Condition);
        var rule = May is null ? _allowed.Condition : CallerTest.Result;
        _update = SqlStatement.Write(emission, Compose);
        _standing = Standing.Of(
            emission, Entity, operation.Gate.NeedsSignIn, text => text.Condition(rule, Entity, text.Row(Entity)));
        _after = _allowed.Statement();
    }

    /// <summary>Whether the caller may, where the row has no part in it.</summary>
    public Code? May { get; }

    /// <summary>The rule asks for something that the change changes.</summary>
    public bool AsksAfterwards => _allowed.DependsOn([_operation.Field, .. OnUpdateValues.FieldsOf(Entity)]);

    /// <summary>The static fields of the statements.</summary>
    public Code Fields => Code.Blocks([
        _update.Field(Ident.Of("Update")),
        Code.Of($"""
            {Doc.Summary($"The version, whether the caller may read the {Phrases.Noun(Entity.Name)}, and whether the caller may change the file.")}
            {_standing.Field(Ident.Of("Standing"))}
            """),
        Code.When(AsksAfterwards, () => Code.Of($"""
            {Doc.Summary($"Whether the caller may still change the {Phrases.Noun(Entity.Name)} that came of it.")}
            {_after.Field(Ident.Of("Allowed"))}
            """)),
    ]);

    /// <summary>`Update, id, match.Version, file`.</summary>
    public Code UpdateArguments => StatementCall.Arguments(Ident.Of("Update"), Inputs.Of(_update));

    public ValueList<Code> StandingValues => Inputs.Of(_standing);

    /// <summary>Asks about the row that came of it.</summary>
    public Code CheckAfterwards => Code.When(AsksAfterwards, () => Code.Of($$"""
        if (await session.FlagAsync({{StatementCall.Arguments(Ident.Of("Allowed"), Inputs.Of(_after))}}) is not true)
        {
            return call.Denied;
        }
        """));

    private Entity Entity => _operation.Entity;

    private static StatementArguments Inputs { get; } = new([
        new("id", Code.Of($"id")),
        new("version", Code.Of($"match.Version")),
        new(File, Code.Of($"file")),
        new(CallerTest.Result.Name, Code.Of($"mayChange")),
    ]);

    private string Compose(StatementText text)
    {
        var row = text.Row(Entity);
        var id = $"{StatementText.Column(row, "id")} = {text.Input("id", new ScalarType(Scalar.Uuid))}";
        var version = VersionTest.Of(text, _operation.Api, row);
        var (value, stored) = _operation.Action == FileAction.Upload
            ? (text.Input(File, FileType), (Expression)new Variable(FileType, VariableKind.Input, File))
            : ("null", new Literal(new NullType { IsNullable = true }, null));
        string[] changes =
        [
            $"{SqlNames.Quote(SqlNames.Column(_operation.Field))} = {value}",
            .. OnUpdateValues.Of(text, Entity, row, new RowWithFile(_operation.Field, stored)),
            $"row_version = {StatementText.Column(row, "row_version")} + 1",
        ];
        var rule = May is null ? text.Conjunct(_allowed.Condition, Entity, row) : "";
        return $"update {StatementText.Table(Entity)} set\n  {string.Join(",\n  ", changes)}"
            + StatementText.Where($"{id} and {version}", rule);
    }
}
