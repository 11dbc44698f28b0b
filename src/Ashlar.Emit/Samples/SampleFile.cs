using Ashlar.Core.Model;
using Ashlar.Core.Model.Expressions;
using Ashlar.Core.Model.Types;
using Ashlar.Core.Text;
using Ashlar.Emit.Statements;
using Ashlar.Emit.Text;
using static Ashlar.Emit.EmittedFiles;

namespace Ashlar.Emit.Samples;

/// <summary>`SampleData.cs`: the rows that a fresh development database gets.</summary>
internal sealed class SampleFile
{
    private readonly Emission _emission;
    private readonly List<(Ident Name, SqlStatement Statement)> _statements = [];
    private readonly List<Code> _steps = [];

    private SampleFile(Emission emission)
    {
        _emission = emission;
        var samples = SampleOrder.Of(emission.Model);
        var numbers = new Dictionary<ElementName, int>();
        foreach (var (index, sample) in samples.Index())
        {
            var number = numbers[sample.Entity] = numbers.GetValueOrDefault(sample.Entity) + 1;
            Add(sample, sample.Name.Length > 0 ? sample.Name : $"{Spelling.Camel(sample.Entity.Name)}{index + 1}", number);
        }

        foreach (var (name, last) in numbers.OrderBy(pair => pair.Key))
        {
            Continue(emission.Entity(name), last);
        }
    }

    public static IEnumerable<EmittedFile> Emit(Emission emission)
    {
        if (!emission.Model.Samples.IsEmpty)
        {
            yield return Generated($"{Folders.Host(emission)}/SampleData.cs", new SampleFile(emission).Content());
        }
    }

    private Code Content() => Code.Of($$"""
        {{Header.OfSystem(_emission.Model)}}
        {{Code.When(_emission.Model.Samples.Any(sample => !sample.Roles.IsEmpty), () => Code.Of($"using {_emission.Contracts};"))}}
        using {{_emission.Root}}.Kernel;

        namespace {{_emission.Root}}.Host;

        /// <summary>The samples of the model: rows that a fresh development database gets. They bypass access, never a check.</summary>
        internal static class SampleData
        {
            {{Code.Blocks(_statements.Select(item => item.Statement.Field(item.Name)))}}

            public static async Task LoadAsync(Session session, DateTimeOffset now)
            {
                {{Code.Blocks(_steps)}}
            }
        }
        """);

    private void Add(Sample sample, string name, int number)
    {
        var entity = _emission.Entity(sample.Entity);
        var id = Names.Local(name);
        var row = new SampleRowText(_emission, entity, sample.Values, number);
        var insert = SqlStatement.Write(_emission, text => SampleText.Insert(text, entity, row.Columns(text)));
        var step = new List<Code> { Code.Of($"var {id} = Guid.CreateVersion7(now);"),
            Run(Spelling.Pascal(name), insert, id, sample) };
        foreach (var value in sample.Values)
        {
            if (entity.Field(value.Field) is { } field)
            {
                step.AddRange(Lists(entity, field, value.Content, name, id));
            }
        }

        step.AddRange(sample.Roles.Select(role =>
            Code.Of($"await RoleMembers.GrantAsync(session, {id}, Roles.{Ident.Of(role)}, now);")));
        _steps.Add(Code.Lines(step));
    }

    private IEnumerable<Code> Lists(Entity entity, Field field, SampleContent content, string name, Ident id)
    {
        var called = Spelling.Pascal(name) + Spelling.Pascal(field.Name);
        switch (content)
        {
            case SampleConstant { Value: ListLiteral { Items.IsEmpty: false } list } when field.Type is ListType:
                yield return Run(called, SqlStatement.Write(_emission, text => SampleText.Values(text, entity, field, list)),
                    id, null);
                break;
            case SampleLinks { Names.IsEmpty: false } links:
                yield return Run(called, SqlStatement.Write(_emission, text => SampleText.Links(text, entity, field, links)),
                    id, null);
                break;
            case SampleRows rows when field.Relation is { } relation:
                var owned = _emission.Entity(relation.Target);
                foreach (var (position, row) in rows.Rows.Index())
                {
                    var values = new SampleRowText(_emission, owned, row.Values, position + 1);
                    var insert = SqlStatement
                        .Write(_emission, text => SampleText.Owned(text, owned, values.Columns(text), position));
                    yield return Run($"{called}{position + 1}", insert, id, null);
                }

                break;
        }
    }

    private Code Run(string name, SqlStatement statement, Ident id, Sample? sample)
    {
        _statements.Add((Ident.Of("Insert" + name), statement));
        var inputs = statement.Parameters.Select(parameter => KeyValuePair.Create(parameter.Name, parameter.Name switch
        {
            "id" => Code.Of($"{id}"),
            "row" => Code.Of($"Guid.CreateVersion7(now)"),
            "now" => Code.Of($"now"),
            "today" => Code.Of($"Times.DateOf(now, {Lit.Of(_emission.Model.TimeZone)})"),
            var other => PasswordOf(sample, other) ?? Code.Of($"{Names.Local(other)}"),
        }));
        var arguments = StatementCall.Arguments(Ident.Of("Insert" + name), new StatementArguments(inputs).Of(statement));
        return Code.Of($"await session.ExecuteAsync({arguments});");
    }

    private static Code? PasswordOf(Sample? sample, string field)
    {
        var value = sample?.Values.FirstOrDefault(value => string.Equals(value.Field, field, StringComparison.Ordinal));
        return value?.Content is SampleConstant { Value: Literal { Value: string password } }
            ? Code.Of($"Passwords.Hash({Lit.Of(password)})")
            : null;
    }

    // The numbers of the samples are taken, so that the next row gets the one behind them.
    private void Continue(Entity entity, int last)
    {
        foreach (var field in entity.Fields.Where(field => field.Generated is not null))
        {
            var name = Spelling.Pascal(entity.Name.Name) + Spelling.Pascal(field.Name);
            var sequence = Sql.SqlNames.Sequence(entity, field);
            var statement = new SqlStatement(
                $"select setval('{sequence}', {last})",
                    $"update ashlar_sequences set value = {last} where name = '{sequence}'", []);
            _statements.Add((Ident.Of("Continue" + name), statement));
            _steps.Add(Code.Of($"await session.ExecuteAsync({Ident.Of("Continue" + name)});"));
        }
    }
}
