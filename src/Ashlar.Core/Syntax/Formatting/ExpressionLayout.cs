using Ashlar.Core.Syntax.Nodes;

namespace Ashlar.Core.Syntax.Formatting;

/// <summary>The brackets of an expression, and the operators at which a long one goes on in the next line.</summary>
internal sealed class ExpressionLayout(TokenMap map) : IExpressionSyntaxVisitor<bool>
{
    /// <summary>The level of an expression that stays on its line.</summary>
    public const int Unbreakable = -1;

    private Unit _unit = new(0, 0, Alignment.None);
    private int _level;

    public void Add(Unit unit, ExpressionSyntax expression, int level)
    {
        var (outerUnit, outerLevel) = (_unit, _level);
        (_unit, _level) = (unit, IsInParentheses(expression) ? Unbreakable : level);
        expression.Accept(this);
        (_unit, _level) = (outerUnit, outerLevel);
    }

    /// <summary>`{ expression }`.</summary>
    public void AddBraced(Unit unit, int open, ExpressionSyntax expression)
    {
        var bracket = Brackets.Add(unit, map, open, BracketStyle.List);
        var content = new Unit(open + 1, bracket.Close - 1, Alignment.None);
        Add(content, expression, level: 0);
        Brackets.AddItem(bracket, map, content);
    }

    /// <summary>`where condition`, which may start a line.</summary>
    public void AddWhere(Unit unit, ExpressionSyntax? where)
    {
        if (where is not null)
        {
            unit.Breaks.Add((map.FirstOf(where) - 1, 0));
            Add(unit, where, level: 1);
        }
    }

    public bool Visit(LiteralSyntax node) => true;

    public bool Visit(TemplateSyntax node) => true;

    public bool Visit(NameExpressionSyntax node) => true;

    public bool Visit(CallerIsSyntax node) => true;

    public bool Visit(MissingExpressionSyntax node) => true;

    public bool Visit(MemberAccessSyntax node) => Inside(node.Target);

    public bool Visit(UnarySyntax node)
    {
        if (node.Operator == UnaryOperator.Negate)
        {
            map.Prefixes.Add(FirstInside(node));
        }

        return Inside(node.Operand);
    }

    public bool Visit(BinarySyntax node)
    {
        if (_level == Unbreakable || node.Operator is not (BinaryOperator.And or BinaryOperator.Or))
        {
            return Inside(node.Left) && Inside(node.Right);
        }

        _unit.Breaks.Add((map.StartingAt(node.OperatorSpan.Start), _level));
        var isChain = node.Left is BinarySyntax left && left.Operator == node.Operator;
        Add(_unit, node.Left, isChain ? _level : _level + 1);
        Add(_unit, node.Right, _level + 1);
        return true;
    }

    public bool Visit(IfSyntax node)
    {
        if (_level == Unbreakable)
        {
            return Inside(node.Condition) && Inside(node.Then) && Inside(node.Else);
        }

        _unit.Breaks.Add((map.FirstOf(node.Then) - 1, _level + 1));
        _unit.Breaks.Add((map.FirstOf(node.Else) - 1, _level));
        Add(_unit, node.Condition, _level + 2);
        Add(_unit, node.Then, _level + 2);
        Add(_unit, node.Else, node.Else is IfSyntax ? _level : _level + 1);
        return true;
    }

    public bool Visit(CallSyntax node)
    {
        var open = map.LastOf(node.Function) + 1;
        map.Tight.Add(open);
        AddArguments(Brackets.Add(_unit, map, open, BracketStyle.List), node.Arguments);
        return true;
    }

    public bool Visit(ObjectSyntax node)
    {
        AddArguments(Brackets.Add(_unit, map, FirstInside(node), BracketStyle.List), node.Fields);
        return true;
    }

    public bool Visit(ListSyntax node)
    {
        var bracket = Brackets.Add(_unit, map, FirstInside(node), BracketStyle.List);
        foreach (var value in node.Items)
        {
            var item = new Unit(map.FirstOf(value), map.LastOf(value), Alignment.None);
            Add(item, value, Unbreakable);
            Brackets.AddItem(bracket, map, item);
        }

        return true;
    }

    public bool Visit(ComprehensionSyntax node)
    {
        var open = FirstInside(node) + 1;
        map.Tight.Add(open);
        var bracket = Brackets.Add(_unit, map, open, BracketStyle.List);
        var content = new Unit(open + 1, bracket.Close - 1, Alignment.None);
        Add(content, node.Source, Unbreakable);
        AddWhere(content, node.Where);
        foreach (var key in node.Sort)
        {
            Add(content, key.Value, Unbreakable);
        }

        if (node.Select is not null)
        {
            Add(content, node.Select, level: 1);
        }

        Brackets.AddItem(bracket, map, content);
        return true;
    }

    private void AddArguments(Bracket bracket, IEnumerable<ArgumentSyntax> arguments)
    {
        foreach (var argument in arguments)
        {
            var item = new Unit(map.FirstOf(argument), map.LastOf(argument), Alignment.None);
            Add(item, argument.Value, level: 0);
            Brackets.AddItem(bracket, map, item);
        }
    }

    private bool Inside(ExpressionSyntax part)
    {
        Add(_unit, part, Unbreakable);
        return true;
    }

    private bool IsInParentheses(ExpressionSyntax node) =>
        map.Tokens[map.FirstOf(node)].Kind == TokenKind.OpenParenthesis && FirstChild(node)?.Span.Start != node.Span.Start;

    private static ExpressionSyntax? FirstChild(ExpressionSyntax node) => node switch
    {
        BinarySyntax binary => binary.Left,
        MemberAccessSyntax member => member.Target,
        _ => null,
    };

    /// <summary>The first token of a node behind the round brackets around it.</summary>
    private int FirstInside(ExpressionSyntax node)
    {
        var position = map.FirstOf(node);
        while (map.Tokens[position].Kind == TokenKind.OpenParenthesis)
        {
            position++;
        }

        return position;
    }
}
