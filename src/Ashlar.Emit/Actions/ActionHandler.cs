using System.Collections.Immutable;
using Ashlar.Core.Model;
using Ashlar.Core.Model.Expressions;
using Ashlar.Core.Model.Types;
using Ashlar.Core.Text;
using Ashlar.Emit.Entities;
using Ashlar.Emit.Features;
using Ashlar.Emit.Grants;
using Ashlar.Emit.Naming;
using Ashlar.Emit.Shapes;
using Ashlar.Emit.Sql;
using Ashlar.Emit.Statements;
using Ashlar.Emit.Text;

namespace Ashlar.Emit.Actions;

/// <summary>How an API is asked for an action: the request is read, the gate asked, the action run and the row shown.</summary>
internal sealed class ActionHandler
{
    private readonly Emission _emission;
    private readonly ActionOperation _operation;
    private readonly ActionMembers _members;
    private readonly CSharpTypes _types;
    private readonly ImmutableArray<Field> _body;
    private readonly StatementArguments _arguments;
    private readonly ValueList<Variable> _shown;

    public ActionHandler(
        Emission emission, ActionOperation operation, ActionMembers members, ValueList<Variable> shown)
    {
        _shown = shown;
        _emission = emission;
        _operation = operation;
        _members = members;
        _types = new(operation.Action.Name.Module);
        _body = [.. operation.Body];
        _arguments = new(new ActionVariables(emission, operation.Action).Inputs, "call");
    }

    public Code Handle()
    {
        var row = _operation.Row;
        return Code.Of($$"""
            {{WireCode.Field(_operation.Endpoint.Body)}}

            {{(row is null ? Code.Empty : TargetOf(row)?.Fields ?? Code.Empty)}}

            public static async Task<IReply> HandleAsync(Call call)
            {
                {{Guards.SignedIn(_operation.Gate)}}

                {{(row is null ? Code.Empty : TargetOf(row)?.Guard(ActionVariables.LocalOf(row.Name)) ?? Code.Empty)}}

                {{RoleQuestions.AskOnce(Work())}}
            }
            """);
    }

    private Target? TargetOf(Field row) => row.Type is ReferenceType reference
        ? new Target(_emission, _operation, _operation.Address, _emission.Entity(reference.Entity))
        : null;

    private Code Work()
    {
        var gate = Gate();
        var reply = Reply();
        return Code.Of($$"""
            var body = await call.{{(_body.Any(WritableFields.IsRequired) ? Code.Of($"BodyAsync") : Code.Of($"OptionalBodyAsync"))}}({{WireCode.Argument(_operation.Endpoint.Body)}});
            {{Code.Lines(_body.Select(input => Code.Of($"var {ActionVariables.LocalOf(input.Name)} = {Read(input)};")))}}
            {{Code.When(_operation.Row is not null, () => Code.Of($"var match = call.OptionalIfMatch();"))}}
            var refusal = body.Refusal{{Code.When(_operation.Row is not null, () => Code.Of($" ?? match.Refusal"))}};
            return await call.TransactAsync(async work =>
            {
                {{gate}}

                {{Run()}}

                {{reply}}
            });
            """);
    }

    private Code Read(Field input) => input.IsChange
        ? ChangeReading.Of(_types, _operation.Action.Name, input)
        : BodyReading.Of(_types, _operation.Action.Name, input);

    private Code Run()
    {
        var home = _operation.IsRepeated ? Code.Of($"{Names.Type(_operation.Action.Name)}.") : Code.Empty;
        return _shown.IsEmpty
            ? Code.Of($$"""
                if (await {{home}}RunAsync({{Arguments()}}) is { } failed)
                {
                    return failed;
                }
                """)
            : Code.Of($$"""
                var done = await {{home}}RunAndShowAsync({{Arguments()}});
                if (done.Refusal is not null)
                {
                    return done.Refusal;
                }
                """);
    }

    private Code Arguments()
    {
        var inputs = ActionContract.Ordered(_operation.Action)
            .Select(input => Code.Of($"{ActionVariables.LocalOf(input.Name)}"));
        return Code.Join(inputs.Prepend(Code.Of($"work")), ", ");
    }

    /// <summary>
    /// Who may, with which row: the version of the row, whether the caller may read it, whether the caller may run the action,
    /// and for each reference whether it leads to something that the caller may read.
    /// </summary>
    private Code Gate()
    {
        var references = new ReferenceTests(_emission, ReferenceTests.Among(_body), _operation.Gate.NeedsSignIn);
        var row = _operation.Row;
        var entity = row?.Type is ReferenceType reference ? _emission.Entity(reference.Entity) : null;
        var condition = _operation.Gate.Condition(_operation.Gate.NeedsSignIn);
        if (entity is null && condition == Conditions.True && references.References.IsEmpty)
        {
            return Code.Of($$"""
                if (refusal is not null)
                {
                    return refusal;
                }
                """);
        }

        var gate = entity is null ? WithoutRow(condition, references) : WithRow(entity, row?.Name ?? "", condition, references);
        var name = _members.Statement("Gate", gate, Documentation(entity is not null, !references.References.IsEmpty));
        var names = Code.Join(references.References.Select(field => Code.Of($"{Lit.Of(field.Name)}")), ", ");
        var match = entity is null ? Code.Of($"default") : Code.Of($"match");
        var isOfBody = AsksBody(condition) ? Code.Of($"isRightOfBody: true, ") : Code.Empty;
        var first = Code.Of($"work.Session, {name}, refusal, {isOfBody}{match}, references: [{names}]");
        var arguments = StatementCall.Gate(first, _arguments.Of(gate));
        return Code.Of($$"""
            if (await call.RefusalOfAsync({{arguments}}) is { } refused)
            {
                return refused;
            }
            """);
    }

    private static string Documentation(bool hasRow, bool hasReferences) =>
        (hasRow
            ? "The version, whether the caller may read the row, and whether the caller may do this"
            : "No row, and whether the caller may do this")
        + (hasReferences ? "; then the references." : ".");

    private SqlStatement WithRow(Entity entity, string input, Expression condition, ReferenceTests references) =>
        SqlStatement.Write(_emission, text =>
        {
            var alias = text.Row(entity);
            var scope = Ashlar.Emit.Expressions.SqlScope.Empty.WithRow(input, entity, alias);
            var id = $"{StatementText.Column(alias, "id")} = {text.Input(input, new ScalarType(Scalar.Uuid))}";
            var mayRead = text.Condition(
                Grants.Gate.Of(entity, Operation.Read).Condition(_operation.Gate.NeedsSignIn), entity, alias);
            string[] columns =
            [
                StatementText.Column(alias, "row_version"), mayRead, May(text, condition, scope, references),
                .. references.References.Select(field => references.Of(text, field)),
            ];
            return $"select {StatementText.List(columns)}\nfrom {StatementText.Table(entity)}" + StatementText.Where(id);
        });

    private SqlStatement WithoutRow(Expression condition, ReferenceTests references) => SqlStatement.Write(_emission, text =>
        "select " + StatementText.List([
            "0", "true", May(text, condition, Ashlar.Emit.Expressions.SqlScope.Empty, references),
            .. references.References.Select(field => references.Of(text, field)),
        ]));

    private string May(
        StatementText text, Expression condition, Ashlar.Emit.Expressions.SqlScope scope, ReferenceTests references) =>
        new RequestRight(_emission, condition, references).Of(text, scope);

    private bool AsksBody(Expression condition)
    {
        var names = _body.Select(input => input.Name).ToHashSet(StringComparer.Ordinal);
        return condition.DescendantsAndSelf().OfType<Variable>()
            .Any(variable => variable.Kind == VariableKind.Input && names.Contains(variable.Name));
    }

    private Code Reply()
    {
        if (_emission.Replies.Of(_operation) is not { } shape || _operation.Endpoint.ReplySource is not { } source)
        {
            return Code.Of($"return Reply.NoContent(){WireCode.Around(_operation.Endpoint.Form, 204)};");
        }

        var made = _shown.FirstOrDefault(row => row.Name == source);
        var id = made is null ? Code.Of($"{ActionVariables.LocalOf(source)}") : Code.Of($"done.{ShownRows.Element(source)}");
        var reply = new ReplyCode(_emission, shape, _operation.Module);
        if (made is { Type.IsNullable: true })
        {
            return Code.Of($$"""
                var view = {{id}} is { } shown ? await {{reply.Find(Code.Of($"work.Session"), Code.Of($"shown"))}} : null;
                return Reply.Ok(view, view?.Version){{WireCode.Around(_operation.Endpoint.Form, 200)}};
                """);
        }

        return Code.Of($"""
            var view = await {reply.Find(Code.Of($"work.Session"), id)};
            return Reply.Ok(view, view?.Version){WireCode.Around(_operation.Endpoint.Form, 200)};
            """);
    }
}
