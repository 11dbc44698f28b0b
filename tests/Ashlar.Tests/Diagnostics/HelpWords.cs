namespace Ashlar.Tests.Diagnostics;

/// <summary>The words that a help may start with, and those of the language that it may name.</summary>
internal static class HelpWords
{
    private static readonly HashSet<string> Verbs = new(
        [
            "add", "allow", "bound", "break", "change", "check", "choose", "close", "compare", "compute",
            "continue", "correct", "create", "declare", "delete", "drop", "end", "expose", "give", "grant", "guard",
            "join", "keep", "leave", "let", "limit", "list", "lower", "make", "mark", "mend", "merge", "move",
            "name", "narrow", "offer", "open", "page", "point", "put", "raise", "read", "refer", "remove", "rename",
            "repeat", "replace", "restrict", "round", "run", "save", "say", "send", "set", "sort", "split", "start",
            "state", "store", "take", "turn", "use", "widen", "write",
        ],
        StringComparer.Ordinal);

    private static readonly HashSet<string> Words = new(
        [
            "access", "action", "after", "all", "allowed", "and", "any", "anyone", "api", "as", "average", "blank", "bool",
            "by", "caller", "cascade", "check", "clear", "computed", "contains", "count", "create", "date", "day",
            "days", "decimal", "default", "delete", "desc", "do", "duration", "during", "else", "email", "emit",
            "entity", "enum", "even", "event", "except", "exclusive", "expose", "false", "file", "filter", "final",
            "first", "for", "from", "function", "generated", "given", "gives", "granted", "half", "if", "in", "include",
            "index", "initial", "input", "instant", "int", "internal", "inverse", "is", "json", "language",
            "length", "let", "limit", "linked", "list", "long", "lower", "matches", "max", "min", "module", "month",
            "months", "move", "never", "nobody", "not", "now", "null", "of", "old", "on", "or", "order", "owned", "page",
            "password", "path", "pattern", "per", "personal", "places", "plural", "principal", "public", "read",
            "readonly", "reply", "require", "restrict", "role", "round", "run", "sample", "search", "secret",
            "sequence", "set", "shape", "sign", "signed", "sort", "start", "state", "sum", "system", "text", "then",
            "this", "time", "timezone", "title", "to", "today", "trim", "true", "type", "types", "unique", "until",
            "up", "update", "upper", "url", "uses", "uuid", "value", "version", "weekday", "when", "where", "with",
            "year", "zone", "exactly", "fails", "group", "select", "keep", "view", "scenario", "stranger", "through", "together",
            "hmac", "header", "hex", "base64", "at", "body", "next", "total", "GET", "POST", "PUT", "PATCH", "DELETE",
            "NotFound", "Forbidden", "SignedOut", "Invalid", "StateConflict", "Stale", "Taken", "InUse", "OutOfRange",
        ],
        StringComparer.Ordinal);

    public static bool Starts(string help) => Verbs.Contains(help.Split(' ')[0].TrimEnd(',', ':'));

    public static bool IsOfTheLanguage(string name) => name.Split('.').All(Words.Contains);
}
