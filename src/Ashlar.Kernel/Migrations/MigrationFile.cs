using System.Globalization;
using System.Reflection;

namespace Ashlar.Kernel;

/// <summary>A query that has to find nothing: what it finds are rows that stand in the way.</summary>
internal sealed record MigrationQuery(string Meaning, string Sql);

/// <summary>One step of a migration. <paramref name="Object"/> is the index that it makes.</summary>
internal sealed record MigrationFileStep(int Number, string Mode, string Object, string Purpose, string Sql)
{
    public IReadOnlyList<MigrationQuery> Checks { get; init; } = [];
}

/// <summary>A migration as it lies in the program: SQL in which lines with <c>--#</c> say what is what.</summary>
internal sealed record MigrationFile(int Number, string System, string From, string To, string Hash)
{
    private const string Mark = "--# ";
    private const string Folder = "Schema/migrations/";

    public IReadOnlyList<MigrationQuery> Proofs { get; init; } = [];

    public IReadOnlyList<MigrationFileStep> Steps { get; init; } = [];

    /// <summary>The migrations of a program for one kind of database, by number.</summary>
    public static IReadOnlyList<MigrationFile> In(Assembly assembly, bool isPostgres)
    {
        var file = isPostgres ? "/postgres.sql" : "/sqlite.sql";
        return
        [
            .. assembly.GetManifestResourceNames()
                .Where(name => name.StartsWith(Folder, StringComparison.Ordinal) && name.EndsWith(file, StringComparison.Ordinal))
                .Select(name => Read(assembly, name))
                .OrderBy(migration => migration.Number),
        ];
    }

    public static MigrationFile Parse(string text)
    {
        var sections = text.ReplaceLineEndings("\n").Split("\n" + Mark);
        var facts = sections.Skip(1)
            .Select(section => section.Split('\n', 2))
            .Select(parts => (Head: parts[0].Trim(), Body: parts.Length > 1 ? parts[1].Trim() : ""))
            .ToList();
        var number = Fact(facts, "number");
        return new(
            int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var parsed)
                ? parsed
                : throw new MigrationException($"A migration of this program has the number `{number}`, which is none."),
            Fact(facts, "system"),
            Fact(facts, "from"),
            Fact(facts, "to"),
            SchemaHash.Of(text))
        {
            Proofs = [.. facts.TakeWhile(fact => !fact.Head.StartsWith("step ", StringComparison.Ordinal))
                .Where(fact => fact.Head.StartsWith("proof ", StringComparison.Ordinal))
                .Select(fact => Query(fact, "proof "))],
            Steps = [.. StepsOf(facts)],
        };
    }

    private static IEnumerable<MigrationFileStep> StepsOf(List<(string Head, string Body)> facts)
    {
        for (var i = 0; i < facts.Count; i++)
        {
            if (facts[i].Head.Split(' ', 5) is ["step", var number, var mode, _, var purpose])
            {
                var checks = facts.Skip(i + 1).TakeWhile(fact => fact.Head.StartsWith("check ", StringComparison.Ordinal));
                var parts = mode.Split('=', 2);
                yield return new(
                    int.Parse(number, CultureInfo.InvariantCulture), parts[0], parts.Length > 1 ? parts[1] : "", purpose,
                        facts[i].Body)
                {
                    Checks = [.. checks.Select(fact => Query(fact, "check "))],
                };
            }
        }
    }

    private static MigrationQuery Query((string Head, string Body) fact, string kind) => new(fact.Head[kind.Length..], fact.Body);

    private static string Fact(List<(string Head, string Body)> facts, string name)
    {
        var line = facts.Select(fact => fact.Head).FirstOrDefault(head => head.StartsWith(name + " ", StringComparison.Ordinal));
        return line?[(name.Length + 1)..]
            ?? throw new MigrationException($"A migration of this program does not say its `{name}`.");
    }

    private static MigrationFile Read(Assembly assembly, string name)
    {
        using var stream = assembly.GetManifestResourceStream(name);
        using var reader = new StreamReader(stream ?? Stream.Null);
        return Parse(reader.ReadToEnd());
    }
}
