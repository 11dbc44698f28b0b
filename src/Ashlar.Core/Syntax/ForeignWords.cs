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

    /// <summary>The statement that begins elsewhere with this word; nothing where there is none.</summary>
    public static string StatementFor(ReadOnlySpan<char> word) => word switch
    {
        "const" or "var" or "val" or "auto" => "let",
        "assign" or "update" => "set",
        "transition" => "move",
        "new" or "insert" or "add" or "make" => "create",
        "remove" or "destroy" or "drop" => "delete",
        "publish" or "dispatch" or "fire" or "trigger" or "raise" or "send" => "emit",
        "call" or "execute" or "invoke" or "perform" or "do" => "run",
        "assert" or "ensure" or "guard" or "verify" => "require",
        "foreach" => "for",
        _ => "",
    };

    /// <summary>What to do for a statement of other languages that a model has in no form.</summary>
    public static string HelpForStatement(ReadOnlySpan<char> word) => word switch
    {
        "throw" or "raise" or "fail" or "abort" => "write `require … else …` with a name and a message before the steps",
        "while" or "loop" or "repeat" => "write `for`: a loop goes over rows",
        "switch" or "match" => "write `if … { … } else if … { … }`",
        "try" or "transaction" or "begin" => "remove it: an action is one transaction, all of it or nothing",
        _ => "",
    };

    /// <summary>The part of an action that other names mean.</summary>
    public static string ActionPartFor(ReadOnlySpan<char> word) => word switch
    {
        "inputs" or "params" or "parameters" or "args" or "arguments" => "input",
        "body" or "steps" or "then" or "execute" or "perform" or "effect" or "effects" => "do",
        _ => "",
    };
}
