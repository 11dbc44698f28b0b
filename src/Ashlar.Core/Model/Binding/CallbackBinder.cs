using Ashlar.Core.Model.Rules;
using Ashlar.Core.Model.Types;
using Ashlar.Core.Syntax.Nodes;
using Ashlar.Core.Text;

namespace Ashlar.Core.Model.Binding;

/// <summary>Binds what an outside service starts.</summary>
internal static class CallbackBinder
{
    /// <summary>The callback; null where it does not check, which is reported.</summary>
    public static Callback? Bind(ActionElement action, CallbackSyntax node)
    {
        var site = action.Site;
        ReportInputs(action);
        var path = Path(site, node);
        var isHmac = IsHmac(site, node);
        var keys = Keys(site, node);
        var header = Header(site, node.Header);
        var form = Form(site, node);
        var time = Time(site, node, header);
        var once = Once(action, node);
        if (path is null || !isHmac || keys.IsEmpty || header is null || form is null || once is null)
        {
            return null;
        }

        return new Callback(path, keys, header, form.Value, once, site.OriginOf(node))
        {
            Time = time,
            IgnoresUnknownMembers = node.IgnoresUnknownMembers,
        };
    }

    private static void ReportInputs(ActionElement action)
    {
        foreach (var changes in action.Syntax.FieldInputs.Where(inputs => inputs.AreChanges))
        {
            action.Site.Add(CallbackForm.Changes(action.Site, changes.Entity));
        }

        foreach (var slot in action.Inputs.Slots)
        {
            if (slot.Field.Type is ReferenceType && slot.Syntax is { } written)
            {
                action.Site.Add(CallbackForm.Row(action.Site, written));
            }
        }
    }

    private static string? Path(Site site, CallbackSyntax node)
    {
        if (node.Path is not { } path || ApiBinder.IsPath(path.Value))
        {
            return node.Path?.Value;
        }

        site.Add(ApiPath.At(site, path));
        return null;
    }

    private static bool IsHmac(Site site, CallbackSyntax node)
    {
        if (node.Method is not { IsMissing: false } method || method.Text == "hmac")
        {
            return node.Method?.Text == "hmac";
        }

        site.Add(CallbackForm.Method(site, method));
        return false;
    }

    private static ValueList<SecretSetting> Keys(Site site, CallbackSyntax node)
    {
        var keys = new List<SecretSetting>();
        foreach (var name in node.Keys)
        {
            if (Key(site, name, isFirst: keys.Count == 0) is not { } key)
            {
                return [];
            }

            if (keys.Contains(key))
            {
                site.Add(CallbackForm.Twice(site, name));
                return [];
            }

            keys.Add(key);
        }

        return keys.ToValueList();
    }

    private static SecretSetting? Key(Site site, QualifiedNameSyntax name, bool isFirst)
    {
        if (name.Name.IsMissing)
        {
            return null;
        }

        var configs = site.Module.Elements.Values.OfType<ConfigElement>().ToList();
        if (name.Qualifier is not { } config || configs.Find(one => one.Name.Name == config.Text) is not { } found)
        {
            site.Add(CallbackForm.NoConfig(site, name.Qualifier ?? name.Name, configs.Select(one => one.Name.Name)));
            return null;
        }

        if (found.Keys.Find(name.Name.Text) is not { Field.Type: ScalarType { Scalar: Scalar.Secret } type } slot)
        {
            site.Add(CallbackForm.NotASecret(site, name.Name, found));
            return null;
        }

        if (isFirst && type.IsNullable)
        {
            site.Add(CallbackForm.Optional(site, name.Name, found));
            return null;
        }

        if ((slot.Field.Constraints.MinLength ?? 0) < CallbackForm.ShortestKey)
        {
            site.Add(CallbackForm.Short(site, name.Name, slot));
            return null;
        }

        return new SecretSetting(found.Name, slot.Field.Name);
    }

    private static string? Header(Site site, TextSyntax? text)
    {
        if (text is null || CallbackForm.IsHeader(text.Value))
        {
            return text?.Value;
        }

        site.Add(CallbackForm.Header(site, text));
        return null;
    }

    private static SignatureForm? Form(Site site, CallbackSyntax node)
    {
        switch (node.Form)
        {
            case null or { IsMissing: true }:
                return null;
            case { Text: "hex" }:
                return SignatureForm.Hex;
            case { Text: "base64" }:
                return SignatureForm.Base64;
            case var other:
                site.Add(CallbackForm.Form(site, other));
                return null;
        }
    }

    private static SignatureTime? Time(Site site, CallbackSyntax node, string? signature)
    {
        if (node.Timestamp is null || Header(site, node.Timestamp) is not { } header)
        {
            return null;
        }

        if (string.Equals(header, signature, StringComparison.OrdinalIgnoreCase))
        {
            site.Add(CallbackForm.SameHeader(site, node.Timestamp));
            return null;
        }

        if (node.Tolerance is LiteralSyntax { Kind: LiteralKind.Duration, Value: TimeSpan length }
            && length >= CallbackForm.Shortest && length <= CallbackForm.Longest)
        {
            return new SignatureTime(header, length);
        }

        if (node.Tolerance is { } wrong and not MissingExpressionSyntax)
        {
            site.Add(CallbackForm.Tolerance(site, wrong));
        }

        return null;
    }

    private static string? Once(ActionElement action, CallbackSyntax node)
    {
        if (node.Once is not { IsMissing: false } name)
        {
            return null;
        }

        if (action.Inputs.Find(name.Text)?.Field is not { } input)
        {
            action.Site.Add(CallbackForm.UnknownInput(action.Site, name, action.Inputs.Names));
            return null;
        }

        if (input.Type is ScalarType
            {
                IsNullable: false, Scalar: Scalar.Text or Scalar.Uuid or Scalar.Int or Scalar.Long,
            })
        {
            return input.Name;
        }

        action.Site.Add(CallbackForm.NotAnId(action.Site, name));
        return null;
    }
}
