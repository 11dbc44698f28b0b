namespace Ashlar.Kernel;

/// <summary>
/// What a database really holds, one line for each column, constraint, index, trigger, view and function, in an order of its
/// own. What was put aside under a name with `__` is left out.
/// </summary>
internal static class LiveCatalog
{
    private static readonly Statement Postgres = new(
        """
        with tables as (
          select oid, relname from pg_class
          where relkind in ('r', 'v') and relnamespace = 'public'::regnamespace and relname not like '\_\_%'
        )
        select 'column ' || relname || '.' || attname || ' ' || format_type(atttypid, atttypmod)
            || coalesce(' collate ' || nullif(collname, 'default'), '') || case when attnotnull then ' not null' else '' end
            || coalesce(case attgenerated when 's' then ' generated ' else ' default ' end || pg_get_expr(adbin, adrelid), '')
            || coalesce(' -- ' || col_description(attrelid, attnum), '')
          from tables join pg_attribute on attrelid = tables.oid and attnum > 0 and not attisdropped and attname not like '\_\_%'
          left join pg_attrdef on adrelid = attrelid and adnum = attnum
          left join pg_collation on pg_collation.oid = attcollation
        union all
        select 'table ' || relname || coalesce(' -- ' || obj_description(oid, 'pg_class'), '') from tables
        union all
        select 'constraint ' || relname || '.' || conname || ' ' || pg_get_constraintdef(pg_constraint.oid)
            || case when convalidated then '' else ' not valid' end
          from tables join pg_constraint on conrelid = tables.oid where contype <> 't'
        union all
        select 'index ' || pg_get_indexdef(indexrelid) || case when indisvalid then '' else ' invalid' end
          from tables join pg_index on indrelid = tables.oid
        union all
        select 'trigger ' || pg_get_triggerdef(pg_trigger.oid)
          from tables join pg_trigger on tgrelid = tables.oid where not tgisinternal
        union all
        select 'view ' || relname || ' ' || pg_get_viewdef(oid)
          from tables where oid in (select oid from pg_class where relkind = 'v')
        union all
        select 'function ' || pg_get_functiondef(pg_proc.oid) from pg_proc
          where pronamespace = 'public'::regnamespace and prokind = 'f'
            and not exists (select from pg_depend where objid = pg_proc.oid and deptype = 'e')
        union all
        select 'sequence ' || sequencename || ' ' || data_type from pg_sequences
          where schemaname = 'public' and sequencename not like '\_\_%'
        """);

    private static readonly Statement Sqlite = new(
        """
        select sql from sqlite_schema where sql is not null and name not like '\_\_%' escape '\'
          and tbl_name not like '\_\_%' escape '\'
        """);

    public static async Task<IReadOnlyList<string>> ReadAsync(Session session, bool isPostgres)
    {
        var lines = await session.ListAsync(isPostgres ? Postgres : Sqlite, rows => rows.Text(0));
        return [.. (isPostgres ? lines.Select(Tight) : lines.SelectMany(Parts))
            .Order(StringComparer.Ordinal)];
    }

    /// <summary>A table on SQLite is one text; in which order its columns stand there says nothing.</summary>
    private static IEnumerable<string> Parts(string sql)
    {
        var text = Plain(sql);
        if (!text.StartsWith("create table ", StringComparison.OrdinalIgnoreCase))
        {
            yield return text;
            yield break;
        }

        var (name, start, depth, isText) = (text[..text.IndexOf('(', StringComparison.Ordinal)], 0, 0, false);
        for (var i = 0; i < text.Length; i++)
        {
            isText ^= text[i] == '\'';
            depth += isText ? 0 : text[i] switch { '(' => 1, ')' => -1, _ => 0 };
            var isEnd = !isText && ((text[i] == ',' && depth == 1) || (text[i] == ')' && depth == 0));
            start = !isText && text[i] == '(' && depth == 1 && start == 0 ? i + 1 : start;
            if (isEnd)
            {
                yield return $"{name}: {text[start..i]}";
                start = i + 1;
            }
        }
    }

    // Renaming leaves quotes in the text that SQLite keeps, and writing a table anew loses nothing but layout.
    private static string Plain(string sql) =>
        Tight(SchemaHash.Uncommented(sql).Replace("\"", "", StringComparison.Ordinal));

    /// <summary>One space for any run of blanks, and none beside what separates.</summary>
    private static string Tight(string text)
    {
        var words = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        foreach (var sign in (string[])["(", ")", ","])
        {
            words = words.Replace(" " + sign, sign, StringComparison.Ordinal).Replace(sign + " ", sign, StringComparison.Ordinal);
        }

        return words;
    }
}
