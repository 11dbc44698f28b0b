using System.Collections.Immutable;
using Ashlar.Core.Model;
using Ashlar.Core.Model.Expressions;
using Ashlar.Core.Model.Types;
using Ashlar.Emit.Entities;
using Ashlar.Emit.Grants;
using Ashlar.Emit.Modules;
using Ashlar.Emit.Naming;
using Ashlar.Emit.Statements;
using Ashlar.Emit.Text;

namespace Ashlar.Emit.Features;

/// <summary>`Features/CreateBook.cs`.</summary>
internal sealed class CreateFile
{
    private readonly Emission _emission;
    private readonly ExposedOperation _operation;
    private readonly CSharpTypes _types;
    private readonly Creation _creation;
    private readonly CreateStatements _statements;
    private readonly ListWrites _lists;
    private readonly ListChecks _checks;
    private readonly ReplyCode _reply;
    private readonly Target _target;

    private CreateFile(Emission emission, ExposedOperation operation)
    {
        _emission = emission;
        _operation = operation;
        _types = new(operation.Entity.Name.Module);
        _creation = Creation.Of(operation.Entity, operation.Endpoint);
        _lists = new(emission, operation.Entity, _types, operation.Gate.NeedsSignIn);
        _reply = new(emission, operation);
        _checks = new(emission, Entity, Lists.Select(created => created.Field));
        _statements = new(emission, operation, _creation);
        _target = new(emission, operation, operation.Address, operation.Entity);
    }

    private Entity Entity => _operation.Entity;

    private Ident One => LocalNames.One(Entity);

    private Code Id => Code.Of($"{One}.Id");

    private ImmutableArray<CreatedField> Lists => [.. _creation.Fields.Where(created => created.IsList && created.IsInBody)];

    public static IEnumerable<EmittedFile> Emit(Emission emission) => emission.Operations
        .Where(operation => operation.Kind == EndpointKind.Create)
        .Select(operation => FeatureFile.Of(emission, operation, new CreateFile(emission, operation).Class()));

    private Code Class() => Code.Of($$"""
        /// <summary>Creates {{Prose.Comment(Phrases.One(Entity.Name))}}.</summary>
        internal static class {{FeatureFile.Class(_operation)}}
        {
            {{WireCode.Field(_operation.Endpoint.Body)}}

            {{_target.Fields}}

            {{_statements.Fields}}

            {{_lists.Fields(Lists.Select(created => created.Field), isChange: false)}}

            {{_checks.Statements}}

            public static async Task<IReply> HandleAsync(Call call)
            {
                {{Guards.Create(_operation.Gate, _creation)}}

                {{_target.GuardParents()}}

                {{RoleQuestions.AskOnce(Work())}}
            }
        }
        """);

    private Code Work() => Code.Of($$"""
        var body = await call.BodyAsync({{WireCode.Argument(_operation.Endpoint.Body)}});
        {{Code.Lines(_target.Parents.Where(parent => parent.Steps.Count == 1).Select(parent => Code.Of($"body.Give({Lit.Of(parent.Steps[0])}, {parent.Local});")))}}
        var {{One}} = {{Names.Type(Entity.Name)}}.Create({{ParameterList.Below([.. CreationCode.Arguments(_emission, _types, _creation)])}});
        {{Code.Blocks(_statements.Gates.Where(gate => gate.Gate.IsByCaller).Select(RefuseFields))}}

        if ({{Refusal()}} is { } refusal)
        {
            return refusal;
        }

        {{Hash()}}
        {{Code.Lines(_statements.Sequences.Select(field => Code.Of($"var {SequenceLocal(field)} = await call.NextAsync({CreateStatements.SequenceName(field)});")))}}
        {{(_statements.IsAll ? InsertAll() : InsertAndFind())}}
        """);

    private Code InsertAll() => Code.Of($"""
        await using var session = await call.WriteAsync();
        {_statements.InsertAll(Inputs(), Location(), Around)}
        """);

    private Code InsertAndFind() => Code.Of($$"""
        await using var session = await call.BeginAsync();
        {{_statements.Insert(Inputs())}}

        {{Code.Blocks(Lists.Select(created => _lists.Insert(created.Field, Id, Code.Of($"{One}.{Names.Property(Entity.Name, created.Field)}"))))}}

        {{_statements.CheckAfterwards(Inputs())}}

        {{_checks.Code(Id)}}

        var view = await {{_reply.Find(Id)}};
        await session.CommitAsync();
        return Reply.Created({{Location()}}, view, view?.Version){{Around}};
        """);

    private Code Refusal() => EntityFile.HasRules(_emission, _creation)
        ? Code.Of($"(body.Refusal ?? {One}.{BrokenRules.Method}())")
        : Code.Of($"body.Refusal");

    private Code Around => WireCode.Around(_operation.Endpoint.Form, 201);

    private Code Location() => LocationCode.Of(_operation, _creation, One);

    private Code RefuseFields(FieldGate gate) => Code.Of($$"""
        if ({{HasField(gate)}} && {{CallerTest.NotOf(gate.Gate.Condition(_operation.Gate.NeedsSignIn))}})
        {
            return body.NotAllowed({{FieldNames(gate)}});
        }
        """);

    private static Code HasField(FieldGate gate) => Code.Of($"body.HasAny({FieldNames(gate)})");

    private static Code FieldNames(FieldGate gate) =>
        Code.Join(gate.Fields.Select(field => Code.Of($"{Lit.Of(field.Name)}")), ", ");

    private Code Hash() => Code.Lines(_creation.Known.Where(created => SignInFields.IsPassword(created.Field)).Select(created =>
        Code.Of(
            $"var {LocalNames.Of(created.Field.Name)} = Passwords.Hash({One}.{Names.Property(Entity.Name, created.Field)});")));

    private static Ident SequenceLocal(Field field) => LocalNames.Of(field.Name);

    private StatementArguments Inputs() => new([
        new("id", Id),
        .. _creation.Fields.Where(created => !created.IsList).SelectMany(InputsOf),
        .. _statements.Gates.Select(gate => KeyValuePair.Create(gate.Input, HasField(gate))),
    ]);

    private IEnumerable<KeyValuePair<string, Code>> InputsOf(CreatedField created)
    {
        var (field, local) = (created.Field, LocalNames.Of(created.Field.Name));
        return created.Source switch
        {
            CreationSource.Sequence =>
                [new(CreatedRow.SequenceOf + field.Name, CreateStatements.SequenceValue(field, SequenceLocal(field)))],
            CreationSource.Database => [],
            _ when SignInFields.IsPassword(field) => [new(field.Name, Code.Of($"{local}"))],
            _ => RowInputs.OfCreated(_emission, _types, created, Code.Of($"{One}.{Names.Property(Entity.Name, field)}")),
        };
    }
}
