using Ashlar.Core.Syntax.Nodes;

namespace Ashlar.Core.Model.Binding;

/// <summary>The steps inside of steps, as written.</summary>
internal static class StatementNodes
{
    public static IEnumerable<StatementSyntax> All(IEnumerable<StatementSyntax> nodes)
    {
        foreach (var node in nodes)
        {
            yield return node;
            var inner = node switch
            {
                ForSyntax loop => All(loop.Body),
                WhenSyntax choice => All(choice.Then).Concat(All(choice.Else)),
                _ => [],
            };
            foreach (var step in inner)
            {
                yield return step;
            }
        }
    }

    /// <summary>Some row may be another one afterwards.</summary>
    public static bool Write(IEnumerable<StatementSyntax> nodes) =>
        All(nodes).Any(node => node is SetSyntax or MoveSyntax or NewRowSyntax or RemoveRowSyntax or RunSyntax or LinkSyntax
            or ApplySyntax);
}
