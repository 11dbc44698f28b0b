using Ashlar.Core.Model.Rules;
using Ashlar.Core.Model.Types;
using Ashlar.Core.Syntax.Nodes;
using Ashlar.Core.Text;

namespace Ashlar.Core.Model.Binding;

/// <summary>Binds what the code of a slot is given besides its inputs.</summary>
internal static class CapabilityBinder
{
    public static ValueList<Capability> Bind(SlotElement slot)
    {
        var site = slot.Site;
        var bound = new List<Capability>();
        foreach (var node in slot.Syntax.Capabilities)
        {
            if (!EffectBinder.HasEffect(slot.Syntax))
            {
                site.Add(SlotCapability.WithoutEffect(site, node));
                return [];
            }

            if (Bind(site, node) is { } capability)
            {
                if (bound.Contains(capability))
                {
                    site.Add(SlotCapability.Twice(site, node));
                    continue;
                }

                bound.Add(capability);
            }
        }

        return bound.ToValueList();
    }

    private static Capability? Bind(Site site, CapabilitySyntax node)
    {
        if (node.Kind.IsMissing || node.Config.IsMissing)
        {
            return null;
        }

        if (node.Kind.Text is not ("http" or "config"))
        {
            site.Add(SlotCapability.UnknownKind(site, node));
            return null;
        }

        var configs = site.Module.Elements.Values.OfType<ConfigElement>().ToList();
        if (configs.Find(config => config.Name.Name == node.Config.Text) is not { } found)
        {
            site.Add(SlotCapability.NoConfig(site, node.Config, configs.Select(config => config.Name.Name)));
            return null;
        }

        return node.Kind.Text == "http" ? Http(site, node, found) : Settings(site, node, found);
    }

    private static Capability? Settings(Site site, CapabilitySyntax node, ConfigElement config)
    {
        if (node.Key is null)
        {
            return new Capability(CapabilityKind.Settings, config.Name);
        }

        site.Add(SlotCapability.KeyOfSettings(site, node));
        return null;
    }

    private static Capability? Http(Site site, CapabilitySyntax node, ConfigElement config)
    {
        if (node.Key is { } key && config.Keys.Find(key.Text)?.Field.Type is ScalarType { Scalar: Scalar.Url, IsNullable: false })
        {
            return new Capability(CapabilityKind.Http, config.Name, key.Text);
        }

        site.Add(SlotCapability.NotAnAddress(site, node, config));
        return null;
    }
}
