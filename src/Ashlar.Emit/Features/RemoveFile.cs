using Ashlar.Core.Text;
using Ashlar.Emit.Naming;
using Ashlar.Emit.Statements;
using Ashlar.Emit.Text;

namespace Ashlar.Emit.Features;

/// <summary>`Features/RemoveBookCover.cs`.</summary>
internal static class RemoveFile
{
    public static IEnumerable<EmittedFile> Emit(Emission emission) => emission.FileOperations
        .Where(operation => operation.Action == FileAction.Remove)
        .Select(operation => FeatureFile.Of(emission, operation, Class(operation, new FileStatements(emission, operation))));

    private static Code Class(FileOperation operation, FileStatements statements) => Code.Of($$"""
        /// <summary>Removes the {{Prose.Comment(Spelling.Spaced(operation.Field.Name))}} of {{Prose.Comment(Phrases.One(operation.Entity.Name))}}.</summary>
        internal static class {{FeatureFile.Class(operation)}}
        {
            {{statements.Fields}}

            public static async Task<IReply> HandleAsync(Call call)
            {
                {{Guards.SignedIn(operation.Gate)}}

                {{Guards.Id()}}

                {{RoleQuestions.AskOnce(Work(statements))}}
            }
        }
        """);

    private static Code Work(FileStatements statements) => Code.Of($$"""
        var match = call.IfMatch();
        {{(statements.May is { } may ? Code.Of($"var mayChange = {may};") : Code.Empty)}}

        {{(statements.AsksAfterwards ? Asking(statements) : AtOnce(statements))}}
        """);

    private static Code AtOnce(FileStatements statements) => Code.Of($"""
        await using var session = await call.WriteAsync();
        {IsRemoved(statements)}
        return isRemoved
            ? Reply.NoContent(match.Version + 1)
            : await call.WhyNotAsync({WhyNot(statements)});
        """);

    private static Code Asking(FileStatements statements) => Code.Of($$"""
        await using var session = await call.BeginAsync();
        {{IsRemoved(statements)}}
        if (!isRemoved)
        {
            return await call.WhyNotAsync({{WhyNot(statements)}});
        }

        {{statements.CheckAfterwards}}

        await session.CommitAsync();
        return Reply.NoContent(match.Version + 1);
        """);

    private static Code IsRemoved(FileStatements statements)
    {
        var may = Code.When(statements.May is not null, () => Code.Of($"mayChange && "));
        return Code.Of($"""
            var isRemoved = match.Refusal is null
                && {may}await session.ExecuteAsync({statements.UpdateArguments}) == 1;
            """);
    }

    private static Code WhyNot(FileStatements statements) =>
        StatementCall.WhyNot(Code.Of($"match.Refusal"), Code.Empty, statements.StandingValues);
}
