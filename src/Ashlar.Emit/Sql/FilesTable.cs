namespace Ashlar.Emit.Sql;

/// <summary>The table in which the kernel keeps uploaded files.</summary>
internal static class FilesTable
{
    public static string Write(SchemaContext context)
    {
        var text = new TableText(context.Dialect, EntityConstraints.FilesTable, "Uploaded files. Rows refer to them by id.");
        text.Column("id", $"{context.Uuid} not null");
        text.Column("name", context.IsSqlite ? "text not null" : "text collate \"C\" not null");
        text.Column("media_type", context.IsSqlite ? "text not null" : "text collate \"C\" not null");
        text.Column("size", context.IsSqlite ? "integer not null" : "bigint not null");
        text.Column("content", context.IsSqlite ? "blob not null" : "bytea not null");
        text.Column("created_at", context.IsSqlite ? "integer not null" : "timestamptz(3) not null");
        text.Constraint("ashlar_files_pkey", "primary key (id)");
        text.Constraint("ashlar_files_size_check", "check (size = length(content))");
        return text.Write();
    }
}
