using System.Collections.Immutable;
using Ashlar.Core.Model;
using Ashlar.Core.Model.Expressions;
using Ashlar.Core.Model.Types;
using Ashlar.Core.Text;
using Ashlar.Emit.Expressions;
using Ashlar.Emit.Grants;
using Ashlar.Emit.Naming;
using Ashlar.Emit.Sql;
using Ashlar.Emit.Statements;
using Ashlar.Emit.Text;

namespace Ashlar.Emit.Features;

/// <summary>The statements of an update operation, and the code that runs them.</summary>
internal sealed class UpdateStatements
{
    /// <summary>The input that tells whether the request has any field; no field's name has a blank.</summary>
    public const string HasMembers = "any members";

    private const int MostInOneLine = 80;

    private readonly Emission _emission;
    private readonly ExposedOperation _operation;
    private readonly ImmutableArray<Field> _fields;
    private readonly ReferenceTests _references;
    private readonly AllowedRow _allowed;
    private readonly Expression _rule;
    private readonly GivenBack? _reply;
    private readonly SqlStatement _update;
    private readonly SqlStatement _standing;

    /// <param name="emission">The system.</param>
    /// <param name="operation">The operation.</param>
    /// <param name="fields">The fields that a request may change.</param>
    public UpdateStatements(Emission emission, ExposedOperation operation, ImmutableArray<Field> fields)
    {
        _emission = emission;
        _operation = operation;
        _fields = fields;
        Gates = FieldGate.Of(operation.Entity, Operation.Update, operation.Gate, fields);
        _references = new(emission, ReferenceTests.Among(fields), operation.Gate.NeedsSignIn);
        _allowed = new(emission, operation.Entity, operation.Gate, Gates);
        May = _allowed.Condition == Conditions.True ? null : CallerTest.Of(_allowed.Condition, InputOf);
        _rule = May is null ? _allowed.Condition : CallerTest.Result;
        _reply = GivenBack.Of(emission, operation);
        _update = SqlStatement.Write(emission, Compose);
        _standing = Standing.Of(
            emission, Entity, operation.Gate.NeedsSignIn,
            text => text.Condition(_rule, Entity, text.Row(Entity)),
            [.. _references.References.Select(TestOf)]);
    }

    /// <summary>Fields that not every rule for updating covers.</summary>
    public ImmutableArray<FieldGate> Gates { get; }

    /// <summary>
    /// Whether the caller may,
    /// where the row has no part in it; nothing where everybody or only the row decides.
    /// </summary>
    public Code? May { get; }

    /// <summary>Whether the request has one of the fields.</summary>
    public static Code HasField(FieldGate gate) => gate.Fields is [var only] ? IsSet(only) : Code.Of($"{Name(gate)}");

    /// <summary>Names what is asked of several fields, since it is asked more than once.</summary>
    public Code NamedGates => Code.Lines(Gates.Where(gate => gate.Fields.Length > 1)
        .Select(gate => Code.Of($"var {Name(gate)} = {AnyIsSet(gate)};")));

    /// <summary>The static fields of the statements.</summary>
    public Code Fields => Code.Blocks([
        Code.Of($"""
            {Code.When(Answers, () => Code.Of($"{Doc.Summary("Gives whether the caller may still change the row that came of it.")}"))}
            {_update.Field(Ident.Of("Update"))}
            """),
        Code.Of($"""
            {Doc.Summary($"The version, whether the caller may read the row, whether the caller may change it{(_references.References.IsEmpty ? "" : ", and the references")}.")}
            {_standing.Field(Ident.Of("Standing"))}
            """),
        Code.When(AsksAfterwards, () => Code.Of($"""
            /// <summary>Whether the caller may still change the row that came of it.</summary>
            {_allowed.Statement().Field(Ident.Of("Allowed"))}
            """)),
    ]);

    private static Code IsSet(Field field) => Code.Of($"{LocalNames.Of(field.Name)}.IsSet");

    private static Code AnyIsSet(FieldGate gate)
    {
        var line = Code.Join(gate.Fields.Select(IsSet), " || ");
        return line.Text.Length <= MostInOneLine ? line : Code.Join(gate.Fields.Select(IsSet), "\n    || ");
    }

    private static Ident Name(FieldGate gate)
    {
        var others = gate.Fields.Length == 2 ? Spelling.Pascal(gate.Fields[1].Name) : "Others";
        return Ident.Of($"sets{Spelling.Pascal(gate.Fields[0].Name)}Or{others}");
    }

    private Entity Entity => _operation.Entity;

    private IEnumerable<Field> Stored => _fields.Where(item => item.Type is not ListType);

    /// <summary>The rule asks for something that the update changes.</summary>
    private bool CanChange => _allowed.DependsOn([.. _fields, .. OnUpdateValues.FieldsOf(Entity)]);

    /// <summary>The update is all that the operation does, and gives the reply.</summary>
    public bool IsAll => _reply is not null;

    private bool Answers => CanChange && _allowed.IsOfColumns;

    private bool AsksAfterwards => CanChange && !_allowed.IsOfColumns;

    /// <summary>Runs the update that gives the reply.</summary>
    public Code RunAll(StatementArguments inputs)
    {
        if (_reply is null)
        {
            throw new InvalidOperationException("the update does not give the reply");
        }

        var arguments = StatementCall.Arguments([Code.Of($"Update"), _reply.Reader], inputs.Of(_update));
        return Code.Of($"""
            var changed = refusal is null{Code.When(May is not null, () => Code.Of($" && mayUpdate"))}
                ? await session.ChangeAsync({arguments})
                : default;
            return changed.IsDone
                ? Reply.Ok(changed.View, changed.View?.Version){WireCode.Around(_operation.Endpoint.Form, 200)}
                : await call.WhyNotAsync({WhyNot(inputs)});
            """);
    }

    /// <summary>Runs the update and says why it did nothing.</summary>
    public Code Run(StatementArguments inputs)
    {
        var arguments = StatementCall.Arguments(Ident.Of("Update"), inputs.Of(_update));
        var why = WhyNot(inputs);
        return Answers
            ? Code.Of($$"""
                bool? isAllowed = refusal is null
                    ? await session.FlagAsync({{arguments}})
                    : null;
                if (isAllowed is not true)
                {
                    return isAllowed is null
                        ? await call.WhyNotAsync({{why}})
                        : call.Denied;
                }
                """)
            : Code.Of($$"""
                var isChanged = refusal is null && {{Code.When(May is not null, () => Code.Of($"mayUpdate && "))}}await session.ExecuteAsync({{arguments}}) == 1;
                if (!isChanged)
                {
                    return await call.WhyNotAsync({{why}});
                }
                """);
    }

    /// <summary>Asks about the row where that takes more than its columns.</summary>
    public Code CheckAfterwards(StatementArguments inputs) => Code.When(AsksAfterwards, () => Code.Of($$"""
        if (await session.FlagAsync({{StatementCall.Arguments(Ident.Of("Allowed"), inputs.Of(_allowed.Statement()))}}) is not true)
        {
            return call.Denied;
        }
        """));

    private Code WhyNot(StatementArguments inputs)
    {
        var names = Code.Join(_references.References.Select(field => Code.Of($"{Lit.Of(field.Name)}")), ", ");
        return StatementCall.WhyNot(Code.Of($"refusal"), names, inputs.Of(_standing));
    }

    private string Compose(StatementText text)
    {
        var row = text.Row(Entity);
        var id = $"{StatementText.Column(row, "id")} = {text.Input("id", new ScalarType(Scalar.Uuid))}";
        var version = VersionTest.Of(text, _operation.Api, row);
        string[] changes =
        [
            .. Stored.SelectMany(field => Change(text, row, field)),
            .. OnUpdateValues.Of(text, Entity, row, new ChangedRow(Stored), text.Input(HasMembers, Conditions.Bool)),
        ];
        var isChange = text.Input(HasMembers, Conditions.Bool);
        var bump = $"row_version = {StatementText.Column(row, "row_version")} + case when {isChange} then 1 else 0 end";
        var tests = _references.References.Select(field => _references.OfChange(text, field));
        var answer = Answers
            ? $"\nreturning {text.Condition(_allowed.Condition, Entity, row)}"
            : _reply?.Clause(text) ?? "";
        return $"update {StatementText.Table(Entity)} set\n  {string.Join(",\n  ", changes.Append(bump))}"
            + StatementText.Where([$"{id} and {version}", .. Rules(text, row), .. tests]) + answer;
    }

    private Func<StatementText, string> TestOf(Field reference) => text => _references.OfChange(text, reference);

    private Code? InputOf(string name) => Gates.FirstOrDefault(gate => gate.Input == name) is { } found ? HasField(found) : null;

    // Role rules are decided in C# before; of the others, each in a line of its own.
    private IEnumerable<string> Rules(StatementText text, string row) => May is not null
        ? []
        : _allowed.Conditions.Select(condition => text.Conjunct(condition, Entity, row));

    private IEnumerable<string> Change(StatementText text, string row, Field field)
    {
        var isSet = text.Input(field.Name + CreatedRow.IsSet, Conditions.Bool);
        foreach (var column in _emission.TableOf(Entity).ColumnsOf(field.Name))
        {
            var input = text.Input(column.Part is { } part ? $"{field.Name}.{part.Name}" : field.Name, column.Type);
            var kept = StatementText.Column(row, column.Name);
            yield return $"{SqlNames.Quote(column.Name)} = case when {isSet} then {input} else {kept} end";
        }
    }
}
