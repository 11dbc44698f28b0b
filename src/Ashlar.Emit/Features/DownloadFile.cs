using Ashlar.Core.Model.Types;
using Ashlar.Core.Text;
using Ashlar.Emit.Naming;
using Ashlar.Emit.Sql;
using Ashlar.Emit.Statements;
using Ashlar.Emit.Text;

namespace Ashlar.Emit.Features;

/// <summary>`Features/DownloadBookCover.cs`.</summary>
internal static class DownloadFile
{
    private static readonly StatementArguments Inputs = new([new("id", Code.Of($"id"))]);

    public static IEnumerable<EmittedFile> Emit(Emission emission) => emission.FileOperations
        .Where(operation => operation.Action == FileAction.Download)
        .Select(operation => FeatureFile.Of(emission, operation, Class(operation, Select(emission, operation))));

    private static Code Class(FileOperation operation, SqlStatement select) => Code.Of($$"""
        /// <summary>Sends the {{Prose.Comment(Spelling.Spaced(operation.Field.Name))}} of {{Prose.Comment(Phrases.One(operation.Entity.Name))}}.</summary>
        internal static class {{FeatureFile.Class(operation)}}
        {
            {{select.Field(Ident.Of("Select"))}}

            public static async Task<IReply> HandleAsync(Call call)
            {
                {{Guards.SignedIn(operation.Gate)}}

                {{Guards.Id()}}

                await using var session = await call.ReadAsync();
                return await FileReply.FindAsync({{StatementCall.Arguments(First(operation), Inputs.Of(select))}});
            }
        }
        """);

    private static Code[] First(FileOperation operation) =>
        [Code.Of($"session"), Code.Of($"call"), Code.Of($"{Lit.Of(operation.Field.Name)}"), Code.Of($"Select")];

    private static SqlStatement Select(Emission emission, FileOperation operation) => SqlStatement.Write(emission, text =>
    {
        const string files = EntityConstraints.FilesTable;
        var entity = operation.Entity;
        var row = text.Row(entity);
        var id = $"{StatementText.Column(row, "id")} = {text.Input("id", new ScalarType(Scalar.Uuid))}";
        var file = StatementText.Column(row, SqlNames.Column(operation.Field));
        var mayRead = text.Conjunct(operation.Gate.Condition(operation.Gate.NeedsSignIn), entity, row);
        return $"select {files}.id, {files}.media_type, {files}.size, {StatementText.Column(row, "row_version")}\n"
            + $"from {StatementText.Table(entity)}\njoin {files} on {files}.id = {file}"
            + StatementText.Where(id, mayRead);
    });
}
