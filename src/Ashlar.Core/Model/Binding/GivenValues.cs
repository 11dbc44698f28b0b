using Ashlar.Core.Diagnostics;
using Ashlar.Core.Model.Expressions;
using Ashlar.Core.Model.Rules;
using Ashlar.Core.Model.Statements;
using Ashlar.Core.Model.Types;
using Ashlar.Core.Syntax.Nodes;
using Ashlar.Core.Text;

namespace Ashlar.Core.Model.Binding;

/// <summary>Binds the braces behind `create`, `emit` and `run`: a value by name for each field or input that takes one.</summary>
internal sealed class GivenValues(Site site, Scope scope, ObjectSyntax node)
{
    /// <summary>The values in the order of the fields; a name that no field has is said by <paramref name="unknown"/>.</summary>
    public ValueList<GivenValue> Bind(
        FieldTable fields, Func<NameSyntax, Diagnostic> unknown, Func<NameSyntax, FieldSlot, bool> isGivable)
    {
        var seen = new Dictionary<string, NameSyntax>(StringComparer.Ordinal);
        var values = new Dictionary<string, GivenValue>(StringComparer.Ordinal);
        foreach (var (name, value, _) in node.Fields.Where(argument => !argument.Name.IsMissing))
        {
            if (!seen.TryAdd(name.Text, name))
            {
                site.Add(DuplicateMember.At(site.At(name), name.Text, site.At(seen[name.Text])));
            }
            else if (fields.Find(name.Text) is not { } slot)
            {
                site.Add(unknown(name));
                BindAlone(value);
            }
            else if (isGivable(name, slot))
            {
                var bound = ExpressionBinder.BindValue(site, scope, value, slot.Field.Type);
                values.Add(name.Text, new GivenValue(name.Text, bound, site.OriginOf(name)));
            }
        }

        return fields.Names.Where(values.ContainsKey).Select(name => values[name]).ToValueList();
    }

    /// <summary>Values for something that does not exist hide nothing that is wrong inside of them.</summary>
    public void BindAlone()
    {
        foreach (var argument in node.Fields)
        {
            BindAlone(argument.Value);
        }
    }

    /// <summary>Which of these fields are not named at all.</summary>
    public List<string> Lacking(IEnumerable<FieldSlot> required)
    {
        var named = node.Fields.Select(argument => argument.Name.Text).ToHashSet(StringComparer.Ordinal);
        return [.. required.Select(slot => slot.Field.Name).Where(name => !named.Contains(name))];
    }

    /// <summary>What the fields that are not named are by default; a list is empty.</summary>
    public IEnumerable<GivenValue> LeftOut(FieldTable fields, Origin origin)
    {
        foreach (var name in Lacking(fields.Slots))
        {
            var field = fields.Find(name)?.Field;
            var value = field?.Type is ListType list ? new ListLiteral(list, []) : field?.Default;
            if (value is not null)
            {
                yield return new GivenValue(name, value, origin);
            }
        }
    }

    private void BindAlone(ExpressionSyntax value)
    {
        if (value is not NameExpressionSyntax)
        {
            ExpressionBinder.BindValue(site, scope, value, new UnknownType());
        }
    }
}
