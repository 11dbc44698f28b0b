using System.Collections.Immutable;
using Ashlar.Core.Model;
using Ashlar.Core.Model.Types;
using Ashlar.Core.Text;
using Ashlar.Emit.Entities;
using Ashlar.Emit.Grants;
using Ashlar.Emit.Sql;
using Ashlar.Emit.Statements;
using Ashlar.Emit.Text;

namespace Ashlar.Emit.Features;

/// <summary>The statements of a create operation, and the code that runs them.</summary>
internal sealed class CreateStatements
{
    private readonly Emission _emission;
    private readonly Creation _creation;
    private readonly ReferenceTests _references;
    private readonly AllowedRow _allowed;
    private readonly GivenBack? _reply;
    private readonly SqlStatement _insert;

    /// <param name="emission">The system.</param>
    /// <param name="operation">The operation.</param>
    /// <param name="creation">Where the fields come from.</param>
    public CreateStatements(Emission emission, ExposedOperation operation, Creation creation)
    {
        _emission = emission;
        _creation = creation;
        var fromBody = creation.Fields.Where(created => created.IsInBody).Select(created => created.Field).ToImmutableArray();
        Gates = FieldGate.Of(operation.Entity, Operation.Create, operation.Gate, fromBody);
        _references = new(emission, ReferenceTests.Among(fromBody), operation.Gate.NeedsSignIn);
        _allowed = new(emission, operation.Entity, operation.Gate, [.. Gates.Where(gate => !gate.Gate.IsByCaller)]);
        _reply = GivenBack.Of(emission, operation);
        _insert = SqlStatement.Write(emission, Compose);
    }

    /// <summary>Fields that not every rule for creating covers.</summary>
    public ImmutableArray<FieldGate> Gates { get; }

    public IEnumerable<Field> Sequences =>
        _creation.Fields.Where(created => created.Source == CreationSource.Sequence).Select(created => created.Field);

    /// <summary>The static fields of the statements.</summary>
    public Code Fields => Code.Blocks([
        .. Sequences.Select(numbered => Sequence(_creation.Entity, numbered).Field(SequenceName(numbered))),
        Code.Of($"""
            {Code.When(Answers, () => Code.Of($"{Doc.Summary("Gives whether the caller may create the row that came of it.")}"))}
            {_insert.Field(Ident.Of("Insert"))}
            """),
        Code.When(_references.References.Length > 1, () => Code.Of($"""
            /// <summary>Whether each reference leads to a row that the caller may read.</summary>
            {_references.Statement().Field(Ident.Of("References"))}
            """)),
        Code.When(AsksAfterwards, () => Code.Of($"""
            /// <summary>Whether the caller may create the row that came of it.</summary>
            {_allowed.Statement().Field(Ident.Of("Allowed"))}
            """)),
    ]);

    /// <summary>The number, as text where the field puts text around it.</summary>
    public static Code SequenceValue(Field field, Ident number) => field.Generated is { Template: not null }
        ? Code.Of($"{number}.ToString(CultureInfo.InvariantCulture)")
        : Code.Of($"{number}");

    public static Ident SequenceName(Field field) => Ident.Of("Next" + Spelling.Pascal(field.Name));

    /// <summary>The insert is all that the operation does, and gives the reply.</summary>
    public bool IsAll => _reply is not null;

    private bool Answers => !_allowed.IsByCaller && _allowed.IsOfColumns;

    private bool AsksAfterwards => !_allowed.IsByCaller && !_allowed.IsOfColumns;

    /// <summary>Runs the insert that gives the reply.</summary>
    public Code InsertAll(StatementArguments inputs, Code location, Code around)
    {
        if (_reply is null)
        {
            throw new InvalidOperationException("the insert does not give the reply");
        }

        var arguments = StatementCall.Arguments([Code.Of($"Insert"), _reply.Reader], inputs.Of(_insert));
        var missing = Missing(inputs);
        var created = Code.Of($"Reply.Created({location}, stored.View, stored.View?.Version){around}");
        return Code.Of($$"""
            var stored = await session.ChangeAsync({{arguments}});
            {{(missing.IsEmpty ? Code.Of($"return {created};") : Code.Of($"""
                return stored.IsDone
                    ? {created}
                    : {missing};
                """))}}
            """);
    }

    /// <summary>Runs the insert and refuses what it refuses.</summary>
    public Code Insert(StatementArguments inputs)
    {
        var arguments = StatementCall.Arguments(Ident.Of("Insert"), inputs.Of(_insert));
        var missing = Missing(inputs);
        if (!Answers)
        {
            return missing.IsEmpty
                ? Code.Of($"await session.ExecuteAsync({arguments});")
                : Code.Of($$"""
                    if (await session.ExecuteAsync({{arguments}}) == 0)
                    {
                        return {{missing}};
                    }
                    """);
        }

        return missing.IsEmpty
            ? Code.Of($$"""
                if (await session.FlagAsync({{arguments}}) is not true)
                {
                    return call.Denied;
                }
                """)
            : Code.Of($$"""
                var isAllowed = await session.FlagAsync({{arguments}});
                if (isAllowed is not true)
                {
                    return isAllowed is null ? {{missing}} : call.Denied;
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

    private Code Missing(StatementArguments inputs) => _references.References switch
    {
        [] => Code.Empty,
        [var only] => Code.Of($"Refusal.ReferenceNotFound({Lit.Of(only.Name)})"),
        var several => Code.Of($"await session.MissingAsync({StatementCall.Arguments(
            [Code.Of($"References"), Code.Of($"[{Code.Join(several.Select(field => Code.Of($"{Lit.Of(field.Name)}")), ", ")}]")],
            inputs.Of(_references.Statement()))})"),
    };

    private string Compose(StatementText text)
    {
        var id = text.Input("id", new ScalarType(Scalar.Uuid));
        var columns = new CreatedRow(_emission, _creation).Columns(text).Prepend(("id", id)).ToList();
        var tests = _references.References.Select(field => _references.Of(text, field)).ToList();
        var (names, values) = (
            StatementText.List(
                columns.Select(column => column.Item1), start: $"insert into {StatementText.Table(_creation.Entity)} ("),
            StatementText.List(columns.Select(column => column.Item2)));
        var body = tests.Count == 0 ? $"values ({values})" : $"select {values}{StatementText.Where(tests)}";
        var answer = Answers
            ? $"\nreturning {text.Condition(_allowed.Condition, _creation.Entity, text.Row(_creation.Entity))}"
            : _reply?.Clause(text) ?? "";
        return $"{names})\n{body}{answer}";
    }

    /// <summary>Takes the next number of a field's sequence.</summary>
    public static SqlStatement Sequence(Entity entity, Field field)
    {
        var name = SqlNames.Sequence(entity, field);
        return new(
            $"select nextval('{name}')",
            $"update ashlar_sequences set value = value + 1 where name = '{name}' returning value",
            []);
    }
}
