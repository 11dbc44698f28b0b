using Ashlar.Core.Text;
using Ashlar.Emit.Entities;
using Ashlar.Emit.Naming;
using Ashlar.Emit.Statements;
using Ashlar.Emit.Text;

namespace Ashlar.Emit.Features;

/// <summary>`Features/UploadBookCover.cs`.</summary>
internal static class UploadFile
{
    public static IEnumerable<EmittedFile> Emit(Emission emission) => emission.FileOperations
        .Where(operation => operation.Action == FileAction.Upload)
        .Select(operation => FeatureFile.Of(emission, operation, Class(operation, new FileStatements(emission, operation))));

    private static Code Class(FileOperation operation, FileStatements statements) => Code.Of($$"""
        /// <summary>Stores the {{Prose.Comment(Spelling.Spaced(operation.Field.Name))}} of {{Prose.Comment(Phrases.One(operation.Entity.Name))}}.</summary>
        internal static class {{FeatureFile.Class(operation)}}
        {
            {{statements.Fields}}

            public static async Task<IReply> HandleAsync(Call call)
            {
                {{Guards.SignedIn(operation.Gate)}}

                {{Guards.Id()}}

                {{RoleQuestions.AskOnce(Work(operation, statements))}}
            }
        }
        """);

    private static Code Work(FileOperation operation, FileStatements statements) => Code.Of($$"""
        var match = call.IfMatch();
        {{(statements.May is { } may ? Code.Of($"var mayChange = {may};") : Code.Empty)}}
        var upload = await call.UploadAsync({{Arguments(operation, statements)}});
        if (upload.Refusal is { } refusal)
        {
            return refusal;
        }

        await using var session = await call.BeginAsync();
        var file = await StoredFile.InsertAsync(session, call, upload);
        if (await session.ExecuteAsync({{statements.UpdateArguments}}) == 0)
        {
            return await call.WhyNotAsync({{StatementCall.WhyNot(Code.Of($"refusal: null"), Code.Empty, statements.StandingValues)}});
        }

        {{statements.CheckAfterwards}}

        await session.CommitAsync();
        return Reply.NoContent(match.Version + 1);
        """);

    private static Code Arguments(FileOperation operation, FileStatements statements)
    {
        Code[] first = [BodyReading.FieldOf(operation.Entity.Name, operation.Field), Code.Of($"match"), Code.Of($"Standing")];
        return StatementCall.Arguments(first, statements.StandingValues);
    }
}
