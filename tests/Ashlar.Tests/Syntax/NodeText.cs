using System.Collections;
using System.Reflection;
using Ashlar.Core.Syntax.Nodes;
using Ashlar.Core.Text;

namespace Ashlar.Tests.Syntax;

/// <summary>A node as text without its places: equal texts are equal trees. The order of modifiers means nothing.</summary>
internal static class NodeText
{
    public static string Of(object? value) => value switch
    {
        null => "null",
        string text => $"\"{text}\"",
        IEnumerable<ModifierSyntax> modifiers => $"[{string.Join(", ", modifiers.Select(Of).Order(StringComparer.Ordinal))}]",
        IEnumerable items => "[" + string.Join(", ", items.Cast<object>().Select(Of)) + "]",
        SyntaxNode node => $"{node.GetType().Name}({string.Join(", ", Parts(node))})",
        _ => value.ToString()!,
    };

    private static IEnumerable<string> Parts(SyntaxNode node) =>
        node.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(part => part.PropertyType != typeof(TextSpan) && part.GetIndexParameters().Length == 0)
            .OrderBy(part => part.Name, StringComparer.Ordinal)
            .Select(part => $"{part.Name}: {TextOf(part, node)}");

    /// <summary>Of a span that may be absent, only whether it is there.</summary>
    private static string TextOf(PropertyInfo part, SyntaxNode node) =>
        part.PropertyType == typeof(TextSpan?) ? $"{part.GetValue(node) is not null}" : Of(part.GetValue(node));
}
