namespace Ashlar.Tests.Diagnostics;

/// <summary>The words that a help may start with, and those of the language that it may name.</summary>
internal static class HelpWords
{
    private static readonly HashSet<string> Verbs = new(
        [
            "add", "allow", "bound", "break", "change", "check", "choose", "close", "compare", "compute", "continue",
            "declare", "delete", "drop", "end", "expose", "give", "grant", "guard", "join", "keep", "leave", "let",
            "limit", "list", "lower", "make", "mark", "mend", "merge", "move", "name", "narrow", "offer", "open", "page",
            "point", "put", "raise", "read", "refer", "remove", "rename", "repeat", "replace", "restrict", "round",
            "save", "say", "set", "sort", "split", "start", "state", "store", "take", "turn", "use", "widen", "write",
        ],
        StringComparer.Ordinal);

    private static readonly HashSet<string> Words = new(
        [
            "access", "all", "allowed", "and", "any", "anyone", "api", "as", "average", "blank", "bool", "by", "caller",
            "cascade", "check", "clear", "computed", "contains", "count", "create", "date", "decimal", "default",
            "delete", "desc", "duration", "during", "else", "email", "entity", "enum", "even", "except", "exclusive",
            "expose", "false", "file", "filter", "final", "first", "from", "function", "generated", "gives", "granted",
            "half", "if", "in", "include", "index", "initial", "input", "instant", "int", "internal", "inverse", "is",
            "json", "language", "length", "linked", "list", "long", "matches", "max", "min", "module", "months", "never",
            "not", "now", "null", "of", "old", "on", "or", "order", "owned", "page", "password", "path", "pattern",
            "personal", "places", "plural", "principal", "public", "read", "readonly", "reply", "restrict", "role",
            "round", "sample", "search", "secret", "sequence", "shape", "sign", "signed", "sort", "state", "sum",
            "system", "text", "then", "this", "time", "timezone", "title", "to", "today", "trim", "true", "type", "types",
            "unique", "until", "up", "update", "upper", "url", "uses", "uuid", "value", "version", "weekday", "when",
            "where", "with", "zone", "lower", "year", "month", "day", "days",
        ],
        StringComparer.Ordinal);

    public static bool Starts(string help) => Verbs.Contains(help.Split(' ')[0].TrimEnd(',', ':'));

    public static bool IsOfTheLanguage(string name) => name.Split('.').All(Words.Contains);
}
