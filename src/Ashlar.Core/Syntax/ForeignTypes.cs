namespace Ashlar.Core.Syntax;

/// <summary>Names of types in other languages and the type that a model has for them.</summary>
internal static class ForeignTypes
{
    public static bool Knows(ReadOnlySpan<char> name) => MeantBy(name).Length > 0;

    /// <summary>The type that is meant, or nothing where the name is not foreign.</summary>
    public static string MeantBy(ReadOnlySpan<char> name) => name switch
    {
        "String" or "string" or "str" or "varchar" or "nvarchar" or "VARCHAR" or "char" or "CHAR" or "TEXT" => "text",
        "Int" or "Integer" or "integer" or "INTEGER" or "INT" or "smallint" or "Int32" or "int32" or "number" => "int",
        "BigInt" or "bigint" or "BIGINT" or "Int64" or "int64" or "Long" => "long",
        "Boolean" or "boolean" or "BOOLEAN" or "Bool" => "bool",
        "DateTime" or "datetime" or "DATETIME" or "timestamp" or "timestamptz" or "TIMESTAMP" or "DateTimeOffset" => "instant",
        "Date" or "DateOnly" or "DATE" => "date",
        "TimeOnly" or "TIME" => "time",
        "UUID" or "Uuid" or "Guid" or "guid" or "ID" or "ObjectId" => "uuid",
        "Json" or "JSON" or "jsonb" or "JSONB" => "json",
        "Decimal" or "numeric" or "NUMERIC" or "DECIMAL" or "float" or "Float" or "double" or "Double" or "real"
            or "money" or "MONEY" => "decimal",
        _ => "",
    };
}
