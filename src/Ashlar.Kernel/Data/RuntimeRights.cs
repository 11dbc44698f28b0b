namespace Ashlar.Kernel;

/// <summary>What the role that serves requests may do: read and change rows, and nothing else.</summary>
internal static class RuntimeRights
{
    public static string For(string role)
    {
        var name = "\"" + role.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";
        return $"""
            grant usage on schema public to {name};
            grant select, insert, update, delete on all tables in schema public to {name};
            grant usage, select on all sequences in schema public to {name};
            revoke insert, update, delete on ashlar_schema from {name};
            """;
    }
}
