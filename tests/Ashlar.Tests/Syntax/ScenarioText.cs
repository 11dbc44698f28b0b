using Ashlar.Core.Syntax.Nodes;

namespace Ashlar.Tests.Syntax;

/// <summary>The parts of a scenario with all of their brackets: (word part …).</summary>
internal sealed class ScenarioText : IScenarioPartSyntaxVisitor<string>
{
    public static string Of(ScenarioSyntax scenario) => Of(scenario.Parts);

    public string Visit(GivenSyntax node)
    {
        var roles = node.Roles.IsEmpty ? "" : $" as {string.Join("+", node.Roles.Select(role => role.Text))}";
        var values = node.Values is null ? "" : $" {ExpressionText.Of(node.Values)}";
        return $"(given {node.Name.Text} {node.Entity}{roles}{values})";
    }

    public string Visit(AsSyntax node)
    {
        var through = node.Through is null ? "" : $" through {node.Through}";
        return $"(as {node.Actor.Text}{through} {{ {string.Join(" ", node.Requests.Select(Of))} }})";
    }

    public string Visit(ThenSyntax node) => $"(then {ExpressionText.Of(node.Condition)})";

    public string Visit(AfterSyntax node) => $"(after {ExpressionText.Of(node.Duration)})";

    public string Visit(TogetherSyntax node) => $"(together {Of(node.Attempts)})";

    public string Visit(DoubleSyntax node)
    {
        var answer = node.Gives is not null ? $"gives {ExpressionText.Of(node.Gives)}"
            : node.Fails is not null ? $"fails {node.Fails.Text}"
            : "never answers";
        return $"(when {node.Slot} {answer}{(node.Times is { } times ? $" {times.Value} times" : "")})";
    }

    public string Visit(ReceiveSyntax node)
    {
        var values = node.Values is null ? "" : $" {ExpressionText.Of(node.Values)}";
        return $"(receive {node.Action}{values}{(node.Fails is null ? "" : $" fails {node.Fails.Text}")})";
    }

    private static string Of(IEnumerable<ScenarioPartSyntax> parts) =>
        string.Join(" ", parts.Select(part => part.Accept(new ScenarioText())));

    private static string Of(RequestSyntax node)
    {
        var values = node.Values is null ? "" : $" {ExpressionText.Of(node.Values)}";
        var named = node.As is null ? "" : $" as {node.As.Text}";
        var fails = node.Fails is null ? "" : $" fails {node.Fails.Text}";
        var gives = node.Gives is null ? "" : $" gives {ExpressionText.Of(node.Gives)}";
        return $"({node.Kind} {node.Target}{values}{named}{gives}{fails})";
    }
}
