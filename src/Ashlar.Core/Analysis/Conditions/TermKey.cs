using System.Globalization;
using System.Text;
using Ashlar.Core.Model.Expressions;
using Ashlar.Core.Text;

namespace Ashlar.Core.Analysis.Conditions;

/// <summary>
/// A text that is the same for two expressions exactly when they have the same value in every row: names of
/// comprehension items and narrowed types make no difference.
/// </summary>
internal sealed class TermKey : IExpressionVisitor<bool>
{
    private readonly StringBuilder _key = new();
    private readonly List<string> _items = [];

    public static string Of(Expression expression)
    {
        if (expression is FieldAccess { Target: Variable { Kind: VariableKind.This } } own)
        {
            return "this." + own.Field;
        }

        var writer = new TermKey();
        expression.Accept(writer);
        return writer._key.ToString();
    }

    public bool Visit(Literal node) => Write(node.Value switch
    {
        null => "null",
        string text => $"\"{text.Length}:{text}\"",
        bool flag => flag ? "true" : "false",
        IFormattable value => value.GetType().Name + value.ToString(null, CultureInfo.InvariantCulture),
        _ => throw new InvalidOperationException($"a literal holds a {node.Value.GetType().Name}"),
    });

    public bool Visit(Template node) => Write("template", node.Parts);

    public bool Visit(Variable node) => Write(node.Kind switch
    {
        VariableKind.This => "this",
        VariableKind.Item when _items.LastIndexOf(node.Name) is >= 0 and var depth => $"#{depth}",
        VariableKind.Item or VariableKind.Input or VariableKind.Key or VariableKind.Column => $"{node.Kind} {node.Name}",
        _ => node.Kind.ToString(),
    });

    public bool Visit(FieldAccess node) => node.Target.Accept(this) && Write("." + node.Field);

    public bool Visit(Unary node) => Write(node.Operator.ToString(), [node.Operand]);

    public bool Visit(Binary node) => Write(node.Operator.ToString(), [node.Left, node.Right]);

    public bool Visit(Conditional node) => Write("if", [node.Condition, node.Then, node.Else]);

    public bool Visit(ListLiteral node) => Write("list", node.Items);

    public bool Visit(ObjectLiteral node)
    {
        var names = string.Join(' ', node.Fields.Items.Select(field => field.Name));
        return Write("object " + names, node.Fields.Items.Select(field => field.Value).ToValueList());
    }

    public bool Visit(CallerIs node) => Write("caller is " + node.Role);

    public bool Visit(BuiltIn node) => Write($"{node.Function} {node.Places}", node.Arguments);

    public bool Visit(Call node) => Write($"call {node.Function}", node.Arguments);

    public bool Visit(Comprehension node)
    {
        Write($"{node.Kind} {node.EntitySource}(");
        node.Source?.Accept(this);
        _items.Add(node.Item.Name);
        WritePart("where", node.Where);
        WritePart("select", node.Select);
        foreach (var key in node.Sort)
        {
            WritePart(key.IsDescending ? "desc" : "asc", key.Value);
        }

        _items.RemoveAt(_items.Count - 1);
        return Write(")");
    }

    private bool Write(string text)
    {
        _key.Append(text);
        return true;
    }

    private bool Write(string name, ValueList<Expression> parts)
    {
        Write(name + "(");
        foreach (var part in parts)
        {
            part.Accept(this);
            Write(",");
        }

        return Write(")");
    }

    private void WritePart(string name, Expression? part)
    {
        if (part is not null)
        {
            Write(name, [part]);
        }
    }
}
