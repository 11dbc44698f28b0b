using Ashlar.Core.Model;

namespace Ashlar.Emit.Sql;

/// <summary>The statement that takes the next number of a generated field's sequence.</summary>
internal static class NextNumber
{
    public static string Of(Dialect dialect, Entity entity, Field field) => dialect == Dialect.PostgreSql
        ? $"select nextval('{SqlNames.Sequence(entity, field)}')"
        : $"update ashlar_sequences set value = value + 1 where name = '{SqlNames.Sequence(entity, field)}' returning value";
}
