using Ashlar.Core.Model;
using Ashlar.Core.Model.Expressions;
using Ashlar.Core.Model.Types;
using Ashlar.Emit.Features;
using Ashlar.Emit.Shapes;
using Ashlar.Emit.Statements;
using Ashlar.Emit.Text;

namespace Ashlar.Emit.Scenarios;

/// <summary>The paths of a scenario's requests: keys other than ids are asked of the database.</summary>
internal sealed class ScenarioAddress(Emission emission)
{
    private readonly List<(string Key, Code Statement)> _statements = [];

    /// <summary>The statements that the paths need.</summary>
    public IEnumerable<Code> Statements => _statements.Select(statement => statement.Statement);

    /// <summary>The path of a request about a row.</summary>
    /// <param name="api">The API.</param>
    /// <param name="address">The address.</param>
    /// <param name="entity">The entity of the row; null where the path has no keys.</param>
    /// <param name="row">The id of the row; null for a row that is not there yet.</param>
    /// <param name="parent">The id of a row that a new one refers to, by the name of the reference.</param>
    public Code Of(Api api, Address address, Entity? entity, Ident? row, Func<string, Ident?> parent)
    {
        if (entity is null || !address.Keys.Any())
        {
            return Code.Of($"{Lit.Of(api.Path + address.Path)}");
        }

        var segments = address.Segments.Select(segment => segment is KeySegment key
            ? "{" + Hole(key, entity, row, parent).Text + "}"
            : $"{segment}");
        return Code.Of($"${Prose.Comment("\"" + api.Path + "/" + string.Join('/', segments) + "\"")}");
    }

    /// <summary>`await run.VersionAsync(ArticleVersion, article)`: of a row that its path may not give.</summary>
    public Code Version(Entity entity, Ident row)
    {
        var name = Add($"{entity.Name.Module}{entity.Name.Name}Version", SqlStatement.Write(emission, text =>
            text.SelectOne(entity, StatementText.Column(text.Row(entity), "row_version"))));
        return Code.Of($"await run.VersionAsync({name}, {row})");
    }

    /// <summary>The statement that gives the ids of all rows of an entity.</summary>
    public Ident All(Entity entity) => Add($"All{entity.Name.Module}{entity.Plural}", SqlStatement.Write(emission, text =>
        $"select {StatementText.Column(text.Row(entity), "id")}\nfrom {StatementText.Table(entity)}"));

    private Code Hole(KeySegment key, Entity entity, Ident? row, Func<string, Ident?> parent)
    {
        if (row is { } known)
        {
            return key is { Steps.IsEmpty: true, Field: "id" } ? Code.Of($"{known}") : Key(entity, key.Steps, key.Field, known);
        }

        if (entity.Field(key.Steps[0])?.Type is not ReferenceType reference || parent(key.Steps[0]) is not { } start)
        {
            return Code.Of($"Guid.Empty");
        }

        return key is { Steps.Count: 1, Field: "id" }
            ? Code.Of($"{start}")
            : Key(emission.Entity(reference.Entity), key.Steps.Skip(1), key.Field, start);
    }

    private Code Key(Entity entity, IEnumerable<string> steps, string field, Ident row)
    {
        var way = steps.ToList();
        var name = Add(
            $"{entity.Name.Module}{entity.Name.Name}{string.Concat(way.Append(field).Select(Core.Text.Spelling.Pascal))}",
            SqlStatement.Write(emission, text =>
            {
                var joins = new PathJoins(text, entity, text.Row(entity));
                var value = joins.Value(RowPath.Value(emission, entity, way, field));
                var id = text.Input("id", new ScalarType(Scalar.Uuid));
                return $"select {value}\nfrom {joins.From}\nwhere {StatementText.Column(joins.Alias, "id")} = {id}";
            }));
        var type = RowPath.Value(emission, entity, way, field).Type;
        var read = type switch
        {
            ScalarType { Scalar: Scalar.Uuid } => "Uuid",
            ScalarType { Scalar: Scalar.Int or Scalar.Long } => "Long",
            _ => "Text",
        };
        return Code.Of($"await run.KeyAsync({name}, rows => rows.{Ident.Of(read)}(0), {row})");
    }

    private Ident Add(string name, SqlStatement statement)
    {
        if (!_statements.Exists(known => known.Key == name))
        {
            _statements.Add((name, statement.Field(Ident.Of(name))));
        }

        return Ident.Of(name);
    }
}
