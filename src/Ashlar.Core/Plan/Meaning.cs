using System.Collections;
using System.Collections.Concurrent;
using System.Globalization;
using System.Reflection;
using System.Text;
using Ashlar.Core.Model;
using Ashlar.Core.Model.Expressions;
using Ashlar.Core.Model.Types;
using Ashlar.Core.Text;

namespace Ashlar.Core.Plan;

/// <summary>
/// What a part of a model says, as text: equal exactly where two parts say the same, once the names of one are replaced as the
/// author renamed them. Places in the text take no part, documentation only where it is asked for.
/// </summary>
internal sealed class Meaning(IReadOnlyDictionary<string, string> names, bool hasDocumentation)
{
    private static readonly ConcurrentDictionary<Type, PropertyInfo[]> Known = new();
    private readonly StringBuilder _text = new();

    public static string Of(object part, IReadOnlyDictionary<string, string> names, bool hasDocumentation)
    {
        var meaning = new Meaning(names, hasDocumentation);
        meaning.Add(part);
        return meaning._text.ToString();
    }

    private void Add(object? value)
    {
        switch (value)
        {
            case null:
                _text.Append("null");
                break;
            case string text:
                _text.Append('"').Append(Now(text)).Append('"');
                break;
            case ElementName name:
                _text.Append(Now(name.ToString()));
                break;
            case IEnumerable items:
                AddItems(items);
                break;
            case Literal { Type: not (EnumType or StateType) } literal:
                _text.Append(literal.Type).Append(':').Append(string.Create(CultureInfo.InvariantCulture, $"{literal.Value}"));
                break;
            case not IFormattable when value.GetType() is { IsPrimitive: false, IsEnum: false }:
                AddRecord(value);
                break;
            default:
                _text.Append(string.Create(CultureInfo.InvariantCulture, $"{value}"));
                break;
        }
    }

    private void AddItems(IEnumerable items)
    {
        _text.Append('[');
        foreach (var item in items)
        {
            Add(item);
            _text.Append(',');
        }

        _text.Append(']');
    }

    private void AddRecord(object value)
    {
        _text.Append(value.GetType().Name).Append('(');
        foreach (var property in Known.GetOrAdd(value.GetType(), PropertiesOf))
        {
            if (hasDocumentation || property.Name != nameof(Entity.Documentation))
            {
                _text.Append(property.Name).Append('=');
                Add(property.GetValue(value));
                _text.Append(',');
            }
        }

        _text.Append(')');
    }

    /// <summary>What is written; not what follows from it, nor where it is written.</summary>
    private static PropertyInfo[] PropertiesOf(Type type) =>
    [
        .. type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.CanWrite && property.GetIndexParameters().Length == 0)
            .Where(property => property.PropertyType != typeof(Origin) && property.PropertyType != typeof(ModelLine))
            .OrderBy(property => property.Name, StringComparer.Ordinal),
    ];

    private string Now(string name) => names.GetValueOrDefault(name, name);
}
