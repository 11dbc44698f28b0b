using System.Collections.Immutable;
using Ashlar.Core.Model;
using Ashlar.Core.Model.Expressions;
using Ashlar.Core.Model.Types;
using Ashlar.Emit.Entities;
using Ashlar.Emit.Grants;
using Ashlar.Emit.Modules;
using Ashlar.Emit.Naming;
using Ashlar.Emit.Sql;
using Ashlar.Emit.Statements;
using Ashlar.Emit.Text;
using static Ashlar.Emit.EmittedFiles;

namespace Ashlar.Emit.Features;

/// <summary>`Features/OrderLineWrites.cs`: reads and stores rows that only exist with their owner.</summary>
internal sealed class OwnedWritesFile
{
    private readonly Emission _emission;
    private readonly Entity _entity;
    private readonly Entity _owner;
    private readonly CSharpTypes _types;
    private readonly Creation _creation;
    private readonly OwnedStatements _statements;

    private OwnedWritesFile(Emission emission, Entity entity, Entity owner)
    {
        _emission = emission;
        _entity = entity;
        _owner = owner;
        _types = new(entity.Name.Module);
        _creation = Creation.OfOwned(entity);
        _statements = new(emission, entity, owner, _creation);
    }

    private Ident Name => Names.Type(_entity.Name);

    private Ident Item => LocalNames.One(_entity);

    private Ident OwnerId => Names.Local(_owner.Name.Name + "Id");

    public static IEnumerable<EmittedFile> Emit(Emission emission) =>
        from entity in emission.Model.Entities
        where Creations.IsWrittenWithOwner(emission, entity)
        let file = new OwnedWritesFile(emission, entity, emission.Entity(entity.Owner ?? default))
        select Generated(
            $"{Folders.Module(emission, entity.Name.Module)}/Features/{Class(entity.Name)}.cs",
            CSharpFile.Of(emission, entity.Name.Module, Header.Of("entity", entity.Name), file.Type()));

    public static Ident Class(ElementName name) => Ident.Of(Names.Type(name).Text + "Writes");

    /// <summary>Whether storing the rows asks who calls.</summary>
    public static bool NeedsCall(Emission emission, Entity entity)
    {
        var file = new OwnedWritesFile(emission, entity, emission.Entity(entity.Owner ?? default));
        return file._statements.All.Any(StatementArguments.UsesCall);
    }

    private Code Type()
    {
        var call = Code.When(NeedsCall(_emission, _entity), () => Code.Of($"Call call, "));
        var pass = Code.When(NeedsCall(_emission, _entity), () => Code.Of($"call, "));
        return Code.Of($$"""
            /// <summary>Reads and stores {{Prose.Comment(Phrases.Plural(_entity))}}, which only exist with their {{Prose.Comment(Phrases.Noun(_owner.Name))}}.</summary>
            internal static class {{Class(_entity.Name)}}
            {
                {{_statements.Fields}}

                /// <summary>Reads one {{Prose.Comment(Phrases.Noun(_entity.Name))}} of a body.</summary>
                public static {{Name}} Read(Call call, JsonBody body) => {{Name}}.Create({{ParameterList.Below([.. CreationCode.Arguments(_emission, _types, _creation)])}});

                /// <summary>Stores the rows of a new {{Prose.Comment(Phrases.Noun(_owner.Name))}}.</summary>
                public static async Task<Refusal?> InsertAsync(Session session, {{call}}Guid {{OwnerId}}, IReadOnlyList<{{Name}}> rows)
                {
                    {{Insert()}}
                }

                /// <summary>Stores the rows in place of those that the {{Prose.Comment(Phrases.Noun(_owner.Name))}} has.</summary>
                public static async Task<Refusal?> ReplaceAsync(Session session, {{call}}Guid {{OwnerId}}, IReadOnlyList<{{Name}}> rows)
                {
                    await session.ExecuteAsync(DeleteAll, {{OwnerId}});
                    return await InsertAsync(session, {{pass}}{{OwnerId}}, rows);
                }
            }
            """);
    }

    private Code Insert()
    {
        var values = Code.Join(Inputs().Of(_statements.Insert), ", ");
        var rows = Code.Of($$"""[.. rows.Select(({{Item}}, i) => new Value[] { {{values}} })]""");
        var lists = Code.Lines(_statements.Lists.Select(InsertItems));
        if (_statements.References.IsEmpty)
        {
            return Code.Of($"""
                await session.ExecuteManyAsync({StatementCall.Wrapped([Code.Of($"Insert"), rows])});
                {lists}
                return null;
                """);
        }

        return Code.Of($$"""
            var inserted = await session.ExecuteManyAsync({{StatementCall.Wrapped([Code.Of($"Insert"), rows])}});
            if (inserted != rows.Count)
            {
                {{Code.Lines(_statements.References.Select(Found))}}
                return Refusal.ReferenceNotFound({{Missing()}});
            }

            {{lists}}
            return null;
            """);
    }

    private Code Found(Field field)
    {
        var values = Code.Of($"rows.Select({Item} => {Item}.{Names.Property(_entity.Name, field)})");
        var ids = field.IsOptional ? Code.Of($"{values}.OfType<Guid>()") : values;
        var inputs = new StatementArguments([new("ids", Code.Of($"Value.Uuids({ids})"))]);
        var statement = _statements.Readable(field);
        var arguments = StatementCall.Arguments(
            [Code.Of($"{OwnedStatements.ReadableName(field)}"), Code.Of($"found => found.Uuid(0)")], inputs.Of(statement));
        return Code.Of($"var {FoundName(field)} = await session.ListAsync({arguments});");
    }

    private static Ident FoundName(Field field) => Names.Local(field.Name + "Found");

    private Code Missing() => _statements.References is [var only]
        ? StatementCall.Wrapped([Missing(only)])
        : Code.Of($"""
            [
                {Code.Join(_statements.References.Select(field => Code.Of($".. {Missing(field)}")), ",\n")},
            ]
            """);

    private Code Missing(Field field)
    {
        var list = _owner.Fields.First(candidate => candidate.Relation?.Target == _entity.Name).Name;
        var id = Names.Property(_entity.Name, field);
        var test = field.IsOptional
            ? Code.Of($$"""row.Item.{{id}} is { } id && !{{FoundName(field)}}.Contains(id)""")
            : Code.Of($"!{FoundName(field)}.Contains(row.Item.{id})");
        var path = Code.Of($"{Prose.Comment($"$\"{list}[{{row.Index}}].{field.Name}\"")}");
        return Code.Of($"rows.Index().Where(row => {test}).Select(row => {path})");
    }

    private Code InsertItems(Field list)
    {
        var parameters = Code.Join(ListWrites.Parameters(_emission, _types, list), ", ");
        var items = Code.Of($"{Item}.{Names.Property(_entity.Name, list)}");
        return Code.Of($$"""
            await session.ExecuteManyAsync(
                {{OwnedStatements.InsertName(list)}},
                [.. rows.SelectMany({{Item}} => {{items}}.Select((item, i) => new Value[] { {{Item}}.Id, i, {{parameters}} }))]);
            """);
    }

    private StatementArguments Inputs() => new([
        new("id", Code.Of($"{Item}.Id")),
        new("owner", Code.Of($"{OwnerId}")),
        new("position", Code.Of($"i")),
        .. _creation.Held.Where(created => !created.IsList).SelectMany(created => RowInputs.OfCreated(
            _emission, _types, created, Code.Of($"{Item}.{Names.Property(_entity.Name, created.Field)}"))),
    ]);
}
