using System.Globalization;
using Ashlar.Core;
using Ashlar.Core.Model;
using Ashlar.Core.Model.Types;
using Ashlar.Core.Text;
using Ashlar.Emit;
using Ashlar.Emit.Expressions;
using Ashlar.Emit.Grants;
using Ashlar.Emit.Sql;
using Ashlar.Emit.Views;
using Ashlar.Kernel.Tests.Data;
using Ashlar.Kernel.Tests.Schemas;
using Ashlar.Testing;

namespace Ashlar.Kernel.Tests.Views;

/// <summary>A database with the tables of a small system, and its views as somebody asks for them.</summary>
internal sealed class ViewLab : IAsyncDisposable
{
    public static readonly DateOnly Today = new(2026, 1, 15);

    private readonly Emission _emission;
    private readonly TestDatabase _database;

    private ViewLab(Emission emission, TestDatabase database) => (_emission, _database) = (emission, database);

    public static async Task<ViewLab> CreateAsync(DatabaseKind kind, PostgresServer server, string text, IEnumerable<Row> rows)
    {
        var compilation = Compilation.Create([new SourceFile("lab.ashlar", text)]);
        Assert.Empty(compilation.Diagnostics.Select(found => $"{found.Location.Span.Start}: {found.Message}"));
        var model = compilation.Model;
        var database = await TestDatabase.CreateAsync(kind, server);
        await database.RunAsync(
            KernelTables.PostgresSchema + SchemaWriter.Write(model, Dialect.PostgreSql),
            KernelTables.SqliteSchema + SchemaWriter.Write(model, Dialect.Sqlite));
        await using var session = await database.BeginAsync();
        foreach (var row in rows)
        {
            await session.ExecuteAsync(row.Insert, row.Values);
        }

        await session.CommitAsync();
        return new(new Emission(model), database);
    }

    /// <summary>The rows of a view, each as its values with `|` between them.</summary>
    public async Task<IReadOnlyList<string>> AskAsync(
        string name, Guid? caller, string[] roles, params (string Name, Value Value)[] inputs)
    {
        var view = _emission.Model.Views.Single(view => view.Name.Name == name);
        var gate = new ViewGate(_emission, view);
        Assert.False(gate.IsAsked);
        var statement = new ViewStatement(_emission, view).Write(gate);
        Value[] values = [.. statement.Parameters.Select(parameter => ValueOf(parameter, caller, roles, inputs))];
        await using var session = await _database.ReadAsync();
        return await session.ListAsync(
            new(statement.Postgres, statement.Sqlite),
            rows => string.Join('|', view.Columns.Select((column, i) => Shown(rows, i, column.Value.Type))),
            values);
    }

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    private static Value ValueOf(
        StatementParameter parameter, Guid? caller, string[] roles, (string Name, Value Value)[] inputs) => parameter switch
        {
            { Source: ParameterSource.Caller } => caller is { } id ? id : Value.Null(ValueKind.Uuid),
            { Source: ParameterSource.Today } => Today,
            { Source: ParameterSource.Role } => roles.Contains(parameter.Name),
            { Name: Conditions.SignedInName } => caller is not null,
            _ when parameter.Name.StartsWith(Conditions.HasRolePrefix, StringComparison.Ordinal) =>
                parameter.Name[Conditions.HasRolePrefix.Length..].Split(", ").Any(roles.Contains),
            _ => inputs.Single(input => input.Name == parameter.Name).Value,
        };

    private static string Shown(Rows rows, int column, ModelType type) => rows.IsNull(column) ? "-" : type switch
    {
        // Zero has no places on PostgreSQL; more places than the type has would show.
        DecimalType exact => rows.Decimal(column, exact.Scale)
            .ToString($"0.{new string('0', exact.Scale)}####", CultureInfo.InvariantCulture),
        ReferenceType or ScalarType { Scalar: Scalar.Uuid } => $"{rows.Uuid(column)}",
        ScalarType { Scalar: Scalar.Int or Scalar.Long } => rows.Long(column).ToString(CultureInfo.InvariantCulture),
        ScalarType { Scalar: Scalar.Bool } => rows.Bool(column) ? "yes" : "no",
        ScalarType { Scalar: Scalar.Date } => rows.Date(column).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        _ => rows.Text(column),
    };
}
