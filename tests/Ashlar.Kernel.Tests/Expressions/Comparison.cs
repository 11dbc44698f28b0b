using Ashlar.Core.Model.Expressions;
using Ashlar.Core.Model.Types;
using Ashlar.Emit.Expressions;
using Ashlar.Testing;

namespace Ashlar.Kernel.Tests.Expressions;

/// <summary>The lab in three places, and what differs between them.</summary>
internal sealed class Comparison : IAsyncDisposable
{
    private const int Depth = 4;
    private const int Batch = 1000;
    private const int MostReported = 5;

    private readonly LabRows _rows;
    private readonly LabQuestion _question;
    private readonly ExpressionGenerator _generator;
    private readonly SqlBackEnd[] _databases;

    private Comparison(LabRows rows, LabQuestion question, int seed, params SqlBackEnd[] databases)
    {
        (_rows, _question, _databases) = (rows, question, databases);
        _generator = new ExpressionGenerator(new Random(seed));
    }

    public static async Task<Comparison> CreateAsync(PostgresServer server, int seed, int things, Func<string, string> fault)
    {
        var rows = new LabRows(seed, things);
        var now = new DateTimeOffset(2026, 3, 29, 0, 45, 30, 123, TimeSpan.Zero);
        var question = new LabQuestion(rows.People[0].Id, ["Tester"], now, new DateOnly(2026, 3, 29));
        return new Comparison(
            rows,
            question,
            seed,
            await PostgresBackEnd.CreateAsync(await server.CreateDatabaseAsync(), rows, question, fault),
            await SqliteBackEnd.CreateAsync(rows, question, fault));
    }

    public async Task<IReadOnlyList<string>> RunAsync(int count, bool stopAtFirst = false)
    {
        var reports = new List<string>();
        for (var done = 0; done < count && reports.Count < MostReported; done += Batch)
        {
            var expressions = Enumerable.Range(0, Math.Min(Batch, count - done)).Select(_ => _generator.Any(Depth)).ToArray();
            foreach (var expression in await DifferentAsync(expressions, stopAtFirst))
            {
                reports.Add(stopAtFirst ? "found" : await ExplainAsync(expression));
                if (reports.Count == MostReported || stopAtFirst)
                {
                    break;
                }
            }

            if (stopAtFirst && reports.Count > 0)
            {
                break;
            }
        }

        return reports;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var database in _databases)
        {
            await database.DisposeAsync();
        }
    }

    private async Task<IReadOnlyList<Expression>> DifferentAsync(IReadOnlyList<Expression> expressions, bool stopAtFirst)
    {
        var memory = new CSharpBackEnd(expressions, _rows, _question);
        var different = new List<Expression>();
        for (var i = 0; i < expressions.Count; i++)
        {
            if (await DifferenceAsync(memory, i, expressions[i]) is not null)
            {
                different.Add(expressions[i]);
                if (stopAtFirst || different.Count == MostReported)
                {
                    break;
                }
            }
        }

        return different;
    }

    private async Task<string?> DifferenceAsync(CSharpBackEnd memory, int index, Expression expression)
    {
        var wanted = _rows.Things.Select(row => memory.Evaluate(index, row)).ToArray();
        foreach (var database in _databases)
        {
            var found = await database.EvaluateAsync(expression, _rows.Things);
            for (var i = 0; i < wanted.Length; i++)
            {
                if (wanted[i] != found[i])
                {
                    return $"C# gives {wanted[i]}, {database.Dialect} {found[i]} for thing {_rows.Things[i].Id}";
                }
            }

            if (expression.Type is ScalarType { Scalar: Scalar.Bool, IsNullable: false } && !wanted.Contains(Canonical.OutOfRange)
                && await FilterDifferenceAsync(database, expression, wanted) is { } difference)
            {
                return difference;
            }
        }

        return null;
    }

    private async Task<string?> FilterDifferenceAsync(SqlBackEnd database, Expression condition, string[] wanted)
    {
        var kept = await database.FilterAsync(condition);
        if (kept is null)
        {
            return $"{database.Dialect} fails as a filter";
        }

        for (var i = 0; i < wanted.Length; i++)
        {
            if (kept.Contains(_rows.Things[i].Id) != (wanted[i] == "true"))
            {
                return $"C# gives {wanted[i]}, {database.Dialect} does not as a filter for thing {_rows.Things[i].Id}";
            }
        }

        return null;
    }

    /// <summary>The smallest part of an expression that differs by itself, as the three write it.</summary>
    private async Task<string> ExplainAsync(Expression expression)
    {
        var parts = expression.DescendantsAndSelf()
            .Where(part => part.Type is not (ListType or NullType or Core.Model.Types.ValueType) && IsClosed(part))
            .OrderBy(part => part.DescendantsAndSelf().Count)
            .ToArray();
        var memory = new CSharpBackEnd(parts, _rows, _question);
        for (var i = 0; i < parts.Length; i++)
        {
            if (await DifferenceAsync(memory, i, parts[i]) is { } difference)
            {
                var texts = _databases.Select(database =>
                    $"{database.Dialect}: {database.TextOf(parts[i], new StatementParameters())}");
                return $"{difference}\nC#: {CSharpBackEnd.TextOf(parts[i])}\n{string.Join('\n', texts)}";
            }
        }

        return $"differs only as a whole\nC#: {CSharpBackEnd.TextOf(expression)}";
    }

    private static bool IsClosed(Expression part)
    {
        var nodes = part.DescendantsAndSelf().ToArray();
        var items = nodes.OfType<Comprehension>().Select(node => node.Item.Name).ToHashSet();
        return nodes.OfType<Variable>().All(node => node.Kind != VariableKind.Item || items.Contains(node.Name))
            && part is not Comprehension { Kind: ComprehensionKind.Average } and not Variable { Kind: VariableKind.Item };
    }
}
