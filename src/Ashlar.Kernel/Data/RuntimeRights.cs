namespace Ashlar.Kernel;

/// <summary>
/// What the role that serves requests may do: read and change rows, and nothing else. What the model says that nobody does,
/// it may not do either.
/// </summary>
internal static class RuntimeRights
{
    public static string For(string role, SystemDescription system)
    {
        var name = Quote(role);
        return $"""
            grant usage on schema public to {name};
            grant select, insert, update, delete on all tables in schema public to {name};
            grant usage, select on all sequences in schema public to {name};
            revoke insert, update, delete on ashlar_schema, ashlar_parts, ashlar_migrations from {name};
            {Revoke("update", system.NeverUpdated, name)}
            {Revoke("delete", system.NeverDeleted, name)}
            """;
    }

    private static string Revoke(string right, IReadOnlyList<string> tables, string role) =>
        tables.Count == 0 ? "" : $"revoke {right} on {string.Join(", ", tables.Select(Quote))} from {role};";

    private static string Quote(string name) => "\"" + name.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";
}
