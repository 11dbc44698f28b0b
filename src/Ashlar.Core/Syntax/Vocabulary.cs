namespace Ashlar.Core.Syntax;

/// <summary>The words of the language by the place where they mean something.</summary>
public static class Vocabulary
{
    public static WordSet Declarations { get; } =
        new("system", "module", "role", "type", "enum", "entity", "function", "shape", "api", "action", "event",
        "view", "slot", "config", "workflow", "sample", "scenario", "change");

    /// <summary>What a change block decides.</summary>
    public static WordSet Decisions { get; } = new("drop", "fill", "convert", "map", "move");

    /// <summary>Members of an entity other than fields.</summary>
    public static WordSet Members { get; } =
        new("check", "unique", "exclusive", "index", "search", "public", "access");

    /// <summary>Words after the type of a field.</summary>
    public static WordSet Modifiers { get; } = new(
        "min", "max", "length", "matches", "types", "not", "blank", "unique", "readonly", "personal", "owned", "linked",
        "inverse", "on", "computed", "generated", "was");

    public static WordSet Operations { get; } = new("read", "create", "update", "delete");

    public static WordSet Endpoints { get; } = new("list", "read", "create", "update", "delete");

    /// <summary>Members of an action.</summary>
    public static WordSet ActionParts { get; } = new("input", "access", "start", "require", "do");

    /// <summary>Members of a view.</summary>
    public static WordSet ViewParts { get; } =
        new("input", "from", "group", "select", "keep", "sort", "limit", "access", "all");

    /// <summary>Members of a slot.</summary>
    public static WordSet SlotParts { get; } = new("input", "output", "fails", "can", "effect", "timeout");

    /// <summary>Members of a workflow.</summary>
    public static WordSet WorkflowParts { get; } = new("start", "key", "as", "within", "on", "step", "end");

    /// <summary>Members of a step of a workflow.</summary>
    public static WordSet StepParts { get; } = new(
        "do", "task", "ask", "wait", "run", "retry", "undo", "on", "within", "then", "choose");

    /// <summary>What a step that waits goes on with.</summary>
    public static WordSet WaitParts { get; } = new("for", "within", "until");

    /// <summary>The ways out of a step.</summary>
    public static WordSet ChoiceParts { get; } = new("when", "otherwise");

    /// <summary>First words of the steps of an action; elsewhere they are names.</summary>
    public static WordSet Statements { get; } = new(
        "let", "set", "move", "create", "delete", "emit", "run", "require", "for", "if", "grant", "revoke", "add", "remove",
        "authenticate", "sign", "apply");

    /// <summary>Members of a scenario.</summary>
    public static WordSet ScenarioParts { get; } = new("given", "when", "as", "receive", "then", "after", "together");

    /// <summary>What somebody asks of an API in a scenario.</summary>
    public static WordSet Requests { get; } = new("create", "update", "delete", "read", "run", "complete");

    /// <summary>Words that are never a bare name in an expression; after a dot and before a colon any word is a name.</summary>
    public static WordSet Reserved { get; } = new(
        "and", "or", "not", "in", "is", "if", "then", "else", "where", "sort", "true", "false", "null");

    /// <summary>Words that go on with an expression or a list behind a name: no declaration is called so.</summary>
    public static WordSet Continuations { get; } = new(
        "and", "or", "not", "in", "is", "then", "else", "where", "sort", "desc", "starts", "contains", "during", "until", "when");

    public static WordSet Comprehensions { get; } =
        new("any", "all", "count", "sum", "min", "max", "average", "list", "first");

    /// <summary>The types that every system has.</summary>
    public static WordSet Scalars { get; } = new(
        "text", "int", "long", "decimal", "bool", "date", "time", "instant", "duration", "zone", "weekday", "uuid", "email",
        "url", "json", "file", "secret", "password");
}
