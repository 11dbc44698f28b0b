using Ashlar.Core.Syntax.Nodes;

namespace Ashlar.Core.Syntax.Formatting;

/// <summary>The units and brackets of what an operation reads and replies.</summary>
internal sealed class WireLayout(TokenMap map)
{
    /// <summary>`body { article: { title } }`; nothing where nothing is said of it.</summary>
    public IEnumerable<Unit> Body(BodySyntax? node)
    {
        if (node is null)
        {
            return [];
        }

        var unit = Whole(node);
        AddMembers(unit, unit.First + 1, node);
        return [unit];
    }

    /// <summary>`reply 201 { article: ArticlePage of article }`; nothing where nothing is said of it.</summary>
    public IEnumerable<Unit> Reply(ReplySyntax? node)
    {
        if (node is null)
        {
            return [];
        }

        var unit = Whole(node);
        if (node.Value is ReplyObjectSyntax value)
        {
            AddMembers(unit, value);
        }

        return [unit];
    }

    /// <summary>`errors { errors: { "{subject}": messages } }`; nothing where nothing is said of it.</summary>
    public IEnumerable<Unit> Errors(ErrorsSyntax? node)
    {
        if (node is null)
        {
            return [];
        }

        var unit = Whole(node);
        AddMembers(unit, node.Body);
        return [unit];
    }

    private void AddMembers(Unit unit, ErrorObjectSyntax node)
    {
        var bracket = Brackets.Add(unit, map, map.FirstOf(node), BracketStyle.List);
        foreach (var member in node.Members)
        {
            var item = Whole(member);
            if (member.Value is ErrorObjectSyntax nested)
            {
                AddMembers(item, nested);
            }

            Brackets.AddItem(bracket, map, item);
        }
    }

    private void AddMembers(Unit unit, int open, BodySyntax node)
    {
        var bracket = Brackets.Add(unit, map, open, BracketStyle.List);
        foreach (var member in node.Members)
        {
            var item = Whole(member);
            if (member.Nested is { } nested)
            {
                AddMembers(item, map.FirstOf(nested), nested);
            }

            Brackets.AddItem(bracket, map, item);
        }
    }

    private void AddMembers(Unit unit, ReplyObjectSyntax node)
    {
        var bracket = Brackets.Add(unit, map, map.FirstOf(node), BracketStyle.List);
        foreach (var member in node.Members)
        {
            var item = Whole(member);
            if (member.Value is ReplyObjectSyntax nested)
            {
                AddMembers(item, nested);
            }

            Brackets.AddItem(bracket, map, item);
        }
    }

    private Unit Whole(SyntaxNode node) => new(map.FirstOf(node), map.LastOf(node), Alignment.None);
}
