namespace Ashlar.Core.Syntax;

/// <summary>Words of other languages and what they mean in a model.</summary>
internal static class ForeignWords
{
    /// <summary>Words that open what a model calls an entity.</summary>
    public static bool IsEntity(ReadOnlySpan<char> word) =>
        word is "class" or "model" or "table" or "struct" or "interface" or "record" or "Entity" or "object" or "schema";

    /// <summary>Members that methods and functions elsewhere are written for; nothing where there is none.</summary>
    public static string MemberFor(ReadOnlySpan<char> method) => method switch
    {
        "length" or "Length" or "len" or "size" or "Count" or "char_length" or "count" => "length",
        "lower" or "toLowerCase" or "ToLower" or "ToLowerInvariant" or "lowercase" or "tolower" => "lower",
        "upper" or "toUpperCase" or "ToUpper" or "ToUpperInvariant" or "uppercase" or "toupper" => "upper",
        "trim" or "Trim" or "strip" => "trim",
        "year" or "getYear" or "getFullYear" => "year",
        "month" or "getMonth" => "month",
        "day" or "getDate" or "getDay" => "day",
        _ => "",
    };

    /// <summary>Operators that methods elsewhere are written for; nothing where there is none.</summary>
    public static string OperatorFor(ReadOnlySpan<char> method) => method switch
    {
        "startsWith" or "StartsWith" or "startswith" or "hasPrefix" => "starts with",
        "contains" or "Contains" or "includes" => "contains",
        _ => "",
    };
}
