using System.Globalization;
using Ashlar.Core.Syntax.Nodes;

namespace Ashlar.Tests.Syntax;

/// <summary>An expression with all of its brackets: (operator left right).</summary>
internal sealed class ExpressionText : IExpressionSyntaxVisitor<string>
{
    public static string Of(ExpressionSyntax expression) => expression.Accept(new ExpressionText());

    public string Visit(LiteralSyntax node) => node.Value switch
    {
        null => "null",
        string text => $"\"{text}\"",
        DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        TimeOnly time => time.ToString("HH:mm:ss.fff", CultureInfo.InvariantCulture),
        DateTimeOffset instant => instant.ToString("u", CultureInfo.InvariantCulture),
        _ => $"{node.Kind}:{Convert.ToString(node.Value, CultureInfo.InvariantCulture)}",
    };

    public string Visit(TemplateSyntax node) => $"(text {string.Join(" ", node.Parts.Select(Of))})";

    public string Visit(NameExpressionSyntax node) => node.Name.Text;

    public string Visit(MemberAccessSyntax node) => $"(. {Of(node.Target)} {node.Name.Text})";

    public string Visit(CallSyntax node) => $"({node.Function}{Arguments(node.Arguments)})";

    public string Visit(UnarySyntax node) => $"({node.Operator} {Of(node.Operand)})";

    public string Visit(BinarySyntax node) => $"({node.Operator} {Of(node.Left)} {Of(node.Right)})";

    public string Visit(IfSyntax node) => $"(if {Of(node.Condition)} {Of(node.Then)} {Of(node.Else)})";

    public string Visit(CallerIsSyntax node) => $"(is {node.Role})";

    public string Visit(ListSyntax node) => $"[{string.Join(" ", node.Items.Select(Of))}]";

    public string Visit(ObjectSyntax node) => $"{{{Arguments(node.Fields)} }}";

    public string Visit(ComprehensionSyntax node)
    {
        var where = node.Where is null ? "" : $" where {Of(node.Where)}";
        var sort = string.Concat(node.Sort.Select(key => $" sort {Of(key.Value)}{(key.IsDescending ? " desc" : "")}"));
        var select = node.Select is null ? "" : $" select {Of(node.Select)}";
        return $"({node.Kind} {node.Item.Text} {Of(node.Source)}{where}{sort}{select})";
    }

    public string Visit(MissingExpressionSyntax node) => "?";

    private static string Arguments(IEnumerable<ArgumentSyntax> arguments) =>
        string.Concat(arguments.Select(argument => $" {argument.Name.Text}={Of(argument.Value)}"));
}
