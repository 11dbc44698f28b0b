using Ashlar.Core.Syntax.Nodes;

namespace Ashlar.Tests.Syntax;

/// <summary>A statement with all of its brackets: (word part …).</summary>
internal sealed class StatementText : IStatementSyntaxVisitor<string>
{
    public static string Of(IEnumerable<StatementSyntax> statements) =>
        string.Join(" ", statements.Select(statement => statement.Accept(new StatementText())));

    public string Visit(LetSyntax node) => $"(let {node.Name.Text} {Of(node.Value)})";

    public string Visit(SetSyntax node) => $"(set {Of(node.Row)} {node.Field.Text} {Of(node.Value)})";

    public string Visit(MoveSyntax node)
    {
        var from = string.Concat(node.From.Select(state => $" from {state.Text}"));
        return $"(move {Of(node.Row)} {node.Field.Text}{from} {node.To.Text})";
    }

    public string Visit(NewRowSyntax node) => $"(create {node.Entity} {Of(node.Values)}{After("as", node.As?.Text)})";

    public string Visit(RemoveRowSyntax node) => $"(delete {Of(node.Row)})";

    public string Visit(EmitSyntax node) => $"(emit {node.Event} {Of(node.Values)})";

    public string Visit(RunSyntax node) => $"(run {node.Action} {Of(node.Inputs)}{After("as", node.As?.Text)})";

    public string Visit(RequireSyntax node) =>
        $"(require {Of(node.Condition)} {node.Name.Text}{After("saying", node.Message?.Value)})";

    public string Visit(ForSyntax node)
    {
        var where = node.Where is null ? "" : $" where {Of(node.Where)}";
        var sort = string.Concat(node.Sort.Select(key => $" sort {Of(key.Value)}{(key.IsDescending ? " desc" : "")}"));
        var limit = After("limit", $"{node.Limit?.Value}");
        return $"(for {node.Item.Text} {Of(node.Source)}{where}{sort}{limit} {{ {Of(node.Body)} }})";
    }

    public string Visit(WhenSyntax node)
    {
        var other = node.Else.IsEmpty ? "" : $" {{ {Of(node.Else)} }}";
        return $"(if {Of(node.Condition)} {{ {Of(node.Then)} }}{other})";
    }

    public string Visit(GrantSyntax node) => $"({(node.IsRevoked ? "revoke" : "grant")} {node.Role} {Of(node.Account)})";

    public string Visit(LinkSyntax node) =>
        $"({(node.IsRemoved ? "remove" : "add")} {Of(node.Item)} {Of(node.Row)} {node.Field.Text})";

    public string Visit(AuthenticateSyntax node) =>
        $"(authenticate {node.Entity} {Of(node.Values)}{After("as", node.As?.Text)} {node.Name.Text}"
            + $"{After("saying", node.Message?.Value)})";

    public string Visit(SignInStepSyntax node) => $"(sign in {Of(node.Account)})";

    public string Visit(ApplySyntax node) => $"(apply {Of(node.Row)})";

    private static string Of(ExpressionSyntax expression) => ExpressionText.Of(expression);

    private static string After(string word, string? text) => string.IsNullOrEmpty(text) ? "" : $" {word} {text}";
}
