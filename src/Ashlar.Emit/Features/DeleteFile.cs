using Ashlar.Core.Model;
using Ashlar.Core.Model.Types;
using Ashlar.Emit.Grants;
using Ashlar.Emit.Modules;
using Ashlar.Emit.Naming;
using Ashlar.Emit.Statements;
using Ashlar.Emit.Text;

namespace Ashlar.Emit.Features;

/// <summary>`Features/DeleteBook.cs`.</summary>
internal static class DeleteFile
{
    private static readonly StatementArguments Inputs = new([
        new("id", Code.Of($"id")),
        new("version", Code.Of($"match.Version")),
        new(CallerTest.Result.Name, Code.Of($"mayDelete")),
    ]);

    public static IEnumerable<EmittedFile> Emit(Emission emission) => emission.Operations
        .Where(operation => operation.Kind == EndpointKind.Delete)
        .Select(operation => FeatureFile.Of(emission, operation, Class(emission, operation)));

    private static Code Class(Emission emission, ExposedOperation operation)
    {
        var (entity, gate) = (operation.Entity, operation.Gate);
        var condition = gate.Condition(gate.NeedsSignIn);
        var may = condition == Conditions.True ? null : CallerTest.Of(condition);
        var rule = may is null ? condition : CallerTest.Result;
        var delete = SqlStatement.Write(emission, text =>
        {
            var alias = text.Row(entity);
            var id = $"{StatementText.Column(alias, "id")} = {text.Input("id", new ScalarType(Scalar.Uuid))}";
            var version = VersionTest.Of(text, operation.Api, alias);
            return $"delete from {StatementText.Table(entity)}"
                + StatementText.Where($"{id} and {version}", may is null ? text.Conjunct(rule, entity, alias) : "");
        });
        var standing = Standing.Of(emission, entity, gate.NeedsSignIn, text => text.Condition(rule, entity, text.Row(entity)));
        var one = Phrases.Noun(entity.Name);
        var target = new Target(emission, operation, operation.Address, entity);
        return Code.Of($$"""
            /// <summary>Deletes {{Prose.Comment(Phrases.One(entity.Name))}}.</summary>
            internal static class {{FeatureFile.Class(operation)}}
            {
                {{target.Fields}}

                {{delete.Field(Ident.Of("Delete"))}}

                /// <summary>The version, whether the caller may read the {{Prose.Comment(one)}}, and whether the caller may delete it.</summary>
                {{standing.Field(Ident.Of("Standing"))}}

                public static async Task<IReply> HandleAsync(Call call)
                {
                    {{Guards.SignedIn(operation)}}

                    {{target.Guard(Ident.Of("id"))}}

                    var match = call.IfMatch();
                    {{(may is { } test ? Code.Of($"var mayDelete = {test};") : Code.Empty)}}

                    await using var session = await call.WriteAsync();
                    var isDeleted = match.Refusal is null && {{Code.When(may is not null, () => Code.Of($"mayDelete && "))}}await session.ExecuteAsync(Delete{{Inputs.After(delete)}}) == 1;
                    return isDeleted
                        ? Reply.NoContent(){{WireCode.Around(operation.Endpoint.Form, 204)}}
                        : await call.WhyNotAsync({{StatementCall.WhyNot(Code.Of($"match.Refusal"), Code.Empty, Inputs.Of(standing))}});
                }
            }
            """);
    }
}
