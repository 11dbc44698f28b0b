using Ashlar.Core.Model;
using Ashlar.Emit.Modules;
using Ashlar.Emit.Naming;
using Ashlar.Emit.Text;
using static Ashlar.Emit.EmittedFiles;

namespace Ashlar.Emit.Features;

/// <summary>`Features/ReadBook.cs`.</summary>
internal static class ReadFile
{
    public static IEnumerable<EmittedFile> Emit(Emission emission) => emission.Operations
        .Where(operation => operation.Kind == EndpointKind.Read)
        .Select(operation => FeatureFile.Of(emission, operation, Class(emission, operation)));

    private static Code Class(Emission emission, ExposedOperation operation)
    {
        var one = LocalNames.One(operation.Entity);
        var target = new Target(emission, operation, operation.Address, operation.Entity);
        return Code.Of($$"""
            /// <summary>Reads {{Prose.Comment(Phrases.One(operation.Entity.Name))}}.</summary>
            internal static class {{FeatureFile.Class(operation)}}
            {
                {{target.Fields}}

                public static async Task<IReply> HandleAsync(Call call)
                {
                    {{Guards.SignedIn(operation)}}

                    {{target.Guard(Ident.Of("id"))}}

                    await using var session = await call.ReadAsync();
                    var {{one}} = await {{new ReplyCode(emission, operation).Find(Code.Of($"id"))}};
                    return {{one}} is null ? Refusal.NotFound : Reply.Ok({{one}}, {{one}}.Version){{WireCode.Around(operation.Endpoint.Form, 200)}};
                }
            }
            """);
    }
}
