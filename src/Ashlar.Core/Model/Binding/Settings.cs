using Ashlar.Core.Model.Expressions;

namespace Ashlar.Core.Model.Binding;

/// <summary>The settings that the steps of a module read: `Payments.timeout`. Those of other modules are not theirs.</summary>
internal static class Settings
{
    public static Scope AddTo(Scope scope, Site site)
    {
        var configs = site.Module.Elements.Values.OfType<ConfigElement>().ToList();
        return configs.Count == 0 ? scope : scope with
        {
            Locals = scope.Locals.InsertRange(0, configs.SelectMany(LocalsOf)),
            Bundles = [.. scope.Bundles, .. configs.Select(config => new NamedValues(config.Name.Name, config, config.Keys))],
        };
    }

    private static IEnumerable<Local> LocalsOf(ConfigElement config) =>
        from field in config.Keys.Slots.Select(slot => slot.Field)
        where !ConfigBinder.IsSecret(field.Type)
        let name = NamedValues.VariableOf(config.Name.Name, field.Name)
        select new Local(new Variable(field.Type, VariableKind.Input, name), field.Constraints);
}
