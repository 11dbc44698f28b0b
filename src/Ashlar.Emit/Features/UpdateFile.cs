using System.Collections.Immutable;
using Ashlar.Core.Model;
using Ashlar.Core.Model.Types;
using Ashlar.Emit.Entities;
using Ashlar.Emit.Grants;
using Ashlar.Emit.Naming;
using Ashlar.Emit.Statements;
using Ashlar.Emit.Text;

namespace Ashlar.Emit.Features;

/// <summary>`Features/UpdateBook.cs`.</summary>
internal sealed class UpdateFile
{
    private readonly Emission _emission;
    private readonly ExposedOperation _operation;
    private readonly CSharpTypes _types;
    private readonly ImmutableArray<Field> _fields;
    private readonly UpdateStatements _statements;
    private readonly ListWrites _lists;
    private readonly ListChecks _checks;
    private readonly ReplyCode _reply;
    private readonly Target _target;

    private UpdateFile(Emission emission, ExposedOperation operation)
    {
        _emission = emission;
        _operation = operation;
        _types = new(operation.Entity.Name.Module);
        _fields = [.. WritableFields.Of(operation.Entity, operation.Endpoint)];
        _checks = new(emission, operation.Entity, Lists);
        _statements = new(emission, operation, _fields);
        _lists = new(emission, operation.Entity, _types, operation.Gate.NeedsSignIn);
        _reply = new(emission, operation);
        _target = new(emission, operation, operation.Address, operation.Entity);
    }

    private Entity Entity => _operation.Entity;

    private ImmutableArray<Field> Lists => [.. _fields.Where(item => item.Type is ListType)];

    private Field? Password => _fields.FirstOrDefault(SignInFields.IsPassword);

    public static IEnumerable<EmittedFile> Emit(Emission emission) => emission.Operations
        .Where(operation => operation.Kind == EndpointKind.Update)
        .Select(operation => FeatureFile.Of(emission, operation, new UpdateFile(emission, operation).Class()));

    private Code Class() => Code.Of($$"""
        /// <summary>Changes {{Prose.Comment(Phrases.One(Entity.Name))}}.</summary>
        internal static class {{FeatureFile.Class(_operation)}}
        {
            {{WireCode.Field(_operation.Endpoint.Body)}}

            {{_target.Fields}}

            {{_statements.Fields}}

            {{_lists.Fields(Lists, isChange: true)}}

            {{_checks.Statements}}

            public static async Task<IReply> HandleAsync(Call call)
            {
                {{Guards.SignedIn(_operation)}}

                {{_target.Guard(Ident.Of("id"))}}

                {{RoleQuestions.AskOnce(Work())}}
            }
        }
        """);

    private Code Work() => Code.Of($$"""
        var body = await call.BodyAsync({{WireCode.Argument(_operation.Endpoint.Body)}});
        {{Code.Lines(_fields.Select(field => Code.Of($"var {Local(field)} = {Read(field)};")))}}
        {{_statements.NamedGates}}
        var match = call.IfMatch();
        var refusal = {{Refusal()}};
        {{(_statements.May is { } may ? Code.Of($"var mayUpdate = {may};") : Code.Empty)}}

        {{Hash()}}
        {{(_statements.IsAll ? UpdateAll() : UpdateAndFind())}}
        """);

    private Code UpdateAll() => Code.Of($"""
        await using var session = await call.WriteAsync();
        {_statements.RunAll(Inputs())}
        """);

    private Code UpdateAndFind() => Code.Of($$"""
        await using var session = await call.BeginAsync();
        {{_statements.Run(Inputs())}}

        {{Code.Blocks(Lists.Select(list => _lists.Replace(list, Code.Of($"id"), Local(list))))}}

        {{_statements.CheckAfterwards(Inputs())}}

        {{_checks.Code(Code.Of($"id"))}}

        {{EndSessions()}}

        var view = await {{_reply.Find(Code.Of($"id"))}};
        await session.CommitAsync();
        return Reply.Ok(view, view?.Version){{WireCode.Around(_operation.Endpoint.Form, 200)}};
        """);

    private bool EndsSessions => Password is not null && Entity.IsPrincipal;

    private static Ident Local(Field field) => LocalNames.Of(field.Name);

    private Code Read(Field field) => field.Relation is { Kind: RelationKind.Owned } relation
        ? ChangeReading.OfOwned(_emission, field, relation)
        : ChangeReading.Of(_types, Entity.Name, field);

    /// <summary>What is wrong with the request; the database looks at rules that also read what stays as it is.</summary>
    private Code Refusal()
    {
        var own = OwnRule.OfChange(_emission, Entity, _fields).Select(Broken);
        var lists = Lists.Select(list => BrokenRules.OfOwned(_emission, list, Code.Of($"{Local(list)}.Items")));
        return Code.Join([Code.Of($"body.Refusal ?? match.Refusal"), .. own, .. lists], "\n    ?? ");
    }

    private Code Broken(OwnRule rule)
    {
        var isKnown = Code.Join(rule.Fields.Select(field => Code.Of($"{Local(field)}.IsSet")), " && ");
        return Code.Of($"({isKnown} ? {BrokenRules.Call(Entity, rule, Code.Of($"id"), NewValue)} : null)");
    }

    // A text that is set and may not be null is there, which its type does not tell.
    private Code NewValue(Field field) => field.Type.IsNullable || _types.Of(field.Type).Text != "string"
        ? Code.Of($"{Local(field)}.Value")
        : Code.Of($"{Local(field)}.Value ?? \"\"");

    private Code Hash() => Password is { } password
        ? Code.Of($"var hash = refusal is null ? Passwords.Hash({Local(password)}) : null;")
        : Code.Empty;

    private Code EndSessions() => EndsSessions && Password is { } password
        ? Code.Of($$"""
            if ({{Local(password)}}.IsSet)
            {
                await SignedInSessions.EndOthersAsync(session, call.Caller, id);
            }
            """)
        : Code.Empty;

    private StatementArguments Inputs() => new([
        new("id", Code.Of($"id")),
        new("version", Code.Of($"match.Version")),
        .. _fields.Where(field => field.Type is not ListType).SelectMany(InputsOf),
        .. _fields.Where(field => field.Type is ListType)
            .Select(field => KeyValuePair.Create(field.Name + CreatedRow.IsSet, Code.Of($"{Local(field)}.IsSet"))),
        new(UpdateStatements.HasMembers, Code.Of($"body.HasMembers")),
        .. _statements.Gates.Select(gate => KeyValuePair.Create(gate.Input, UpdateStatements.HasField(gate))),
        new(CallerTest.Result.Name, Code.Of($"mayUpdate")),
    ]);

    private IEnumerable<KeyValuePair<string, Code>> InputsOf(Field field)
    {
        var value = SignInFields.IsPassword(field) ? Code.Of($"hash") : Code.Of($"{Local(field)}.Value");
        return RowInputs.OfChange(_emission, _types, field, Code.Of($"{Local(field)}"), value);
    }
}
