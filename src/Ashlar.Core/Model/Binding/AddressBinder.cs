using Ashlar.Core.Model.Rules;
using Ashlar.Core.Model.Types;
using Ashlar.Core.Syntax.Nodes;
using Ashlar.Core.Text;

namespace Ashlar.Core.Model.Binding;

/// <summary>Binds `at PUT "/articles/{article.slug}"`: each hole is a key of the row, or of one that it refers to.</summary>
internal sealed class AddressBinder
{
    private const string KeyAlone = "a key of a path stands alone between two slashes";

    private static readonly string[] Reading = ["GET"];

    private static readonly string[] Writing = ["POST", "PUT", "PATCH", "DELETE"];

    private readonly Site _site;
    private readonly ExposedRow? _exposed;
    private readonly AddressSyntax _node;
    private readonly KeyedRows _rows;
    private readonly string[] _methods;
    private readonly List<PathSegment> _segments = [];
    private bool _isBroken;

    private AddressBinder(Site site, ExposedRow? exposed, AddressSyntax node, KeyedRows rows, string[] methods)
    {
        _methods = methods;
        _site = site;
        _exposed = exposed;
        _node = node;
        _rows = rows;
    }

    /// <summary>The address of what only reads; null where it is none, which is reported.</summary>
    public static Address? BindReading(Site site, ExposedRow? exposed, AddressSyntax node, KeyedRows rows) =>
        new AddressBinder(site, exposed, node, rows, Reading).Bind();

    /// <summary>The same of what changes something, which no link may do.</summary>
    public static Address? BindWriting(Site site, ExposedRow? exposed, AddressSyntax node, KeyedRows rows) =>
        new AddressBinder(site, exposed, node, rows, Writing).Bind();

    private Address? Bind()
    {
        if (!_node.Method.IsMissing && !_methods.Contains(_node.Method.Text, StringComparer.Ordinal))
        {
            Report(PathTemplate.Method(_site, _node.Method, _methods));
        }

        switch (_node.Path)
        {
            case LiteralSyntax { Value: string text }:
                BindText(text, _node.Path, isStart: true, isEnd: true);
                break;
            case TemplateSyntax template:
                BindTemplate(template);
                break;
            default:
                _isBroken = true;
                break;
        }

        ReportKeys();
        return _isBroken || _node.Method.IsMissing ? null : new Address(_node.Method.Text, Named());
    }

    private void BindTemplate(TemplateSyntax template)
    {
        for (var i = 0; i < template.Parts.Length && !_isBroken; i++)
        {
            var part = template.Parts[i];
            if (part is LiteralSyntax { Value: string text })
            {
                BindText(text, part, i == 0, i == template.Parts.Length - 1);
            }
            else if (i == 0 || template.Parts[i - 1] is not LiteralSyntax { Value: string before } || !before.EndsWith('/'))
            {
                Report(PathTemplate.At(_site.At(part), KeyAlone));
            }
            else
            {
                BindKey(part);
            }
        }
    }

    private void BindText(string text, SyntaxNode at, bool isStart, bool isEnd)
    {
        var inner = text.StartsWith('/') ? text[1..] : text;
        var body = isEnd ? inner : inner.TrimEnd('/');
        var segments = body.Length == 0 ? [] : body.Split('/');
        var isPath = text.StartsWith('/')
            && (isEnd || text.EndsWith('/'))
            && (inner.Length > 0 || !isEnd)
            && segments.All(segment => segment.Length > 0 && segment is not ("." or "..") && segment.All(IsPathLetter));
        if (!isPath)
        {
            Report(PathTemplate.At(_site.At(at), isStart ? "a path starts with `/` and ends without one" : KeyAlone));
            return;
        }

        _segments.AddRange(segments.Select(segment => new LiteralSegment(segment)));
    }

    private static bool IsPathLetter(char letter) => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_' or '.' or '~';

    private void BindKey(ExpressionSyntax written)
    {
        if (Names(written) is not [var row, .. var path])
        {
            Report(PathKey.NoPath(_site.At(written), _exposed?.RowName));
            return;
        }

        if (_exposed is not { } exposed || row.Text != exposed.RowName || path.Count == 0)
        {
            Report(PathKey.NoPath(_site.At(written), _exposed?.RowName));
            return;
        }

        var entity = exposed.Entity;
        foreach (var step in path[..^1])
        {
            if (FieldNames.Find(_site, entity, step) is not { } slot)
            {
                _isBroken = true;
                return;
            }

            if (slot.Field.Type is not ReferenceType { IsNullable: false } || slot.Target is not { } target)
            {
                Report(PathKey.NoReference(_site.At(step), step.Text));
                return;
            }

            entity = target;
        }

        BindField(entity, path, written);
    }

    private void BindField(EntityElement entity, List<NameSyntax> path, ExpressionSyntax written)
    {
        var name = path[^1];
        if (name.Text != "id")
        {
            if (FieldNames.Find(_site, entity, name) is not { } slot)
            {
                _isBroken = true;
                return;
            }

            if (!IsKey(entity, slot.Field))
            {
                Report(PathKey.NotUnique(_site.At(name), entity.Name.Name, name.Text));
                return;
            }
        }

        if (_rows == KeyedRows.Parents && path.Count == 1)
        {
            Report(PathKey.OfRowItself(_site.At(written), entity.Name.Name));
            return;
        }

        _segments.Add(new KeySegment("", path[..^1].Select(step => step.Text).ToValueList(), name.Text));
    }

    /// <summary>No two rows have the same, and no row has none.</summary>
    private static bool IsKey(EntityElement entity, Field field) =>
        field is { IsOptional: false, Type: ScalarType { Scalar: var scalar } }
        && scalar is Scalar.Text or Scalar.Email or Scalar.Int or Scalar.Long or Scalar.Uuid
        && (field.IsUnique || entity.Syntax.Members.OfType<UniqueSyntax>().Any(rule =>
            rule.Where is null && rule.Fields is [var only] && only.Text == field.Name));

    private static List<NameSyntax> Names(ExpressionSyntax written)
    {
        var names = new List<NameSyntax>();
        var expression = written;
        while (expression is MemberAccessSyntax access)
        {
            names.Insert(0, access.Name);
            expression = access.Target;
        }

        if (expression is not NameExpressionSyntax root)
        {
            return [];
        }

        names.Insert(0, root.Name);
        return names;
    }

    private void ReportKeys()
    {
        if (_isBroken || _rows != KeyedRows.Row || _exposed is not { } exposed)
        {
            return;
        }

        var own = _segments.OfType<KeySegment>().Count(key => key.Steps.IsEmpty);
        if (own != 1)
        {
            Report(PathKey.Missing(_site.At(_node.Path), exposed.RowName));
        }
    }

    /// <summary>Parameters are called after their fields, and after the way to their row where that is not enough.</summary>
    private ValueList<PathSegment> Named()
    {
        var keys = _segments.OfType<KeySegment>().ToList();
        return _segments
            .Select(segment => segment is KeySegment key ? key with { Name = NameOf(key, keys) } : segment)
            .ToValueList();
    }

    private static string NameOf(KeySegment key, List<KeySegment> keys) =>
        keys.Count(other => other.Field == key.Field) == 1 ? key.Field : LongName(key);

    private static string LongName(KeySegment key) =>
        Spelling.Camel(string.Concat(key.Steps.Items.Append(key.Field).Select(Spelling.Pascal)));

    private void Report(Diagnostics.Diagnostic found)
    {
        _isBroken = true;
        _site.Add(found);
    }
}
