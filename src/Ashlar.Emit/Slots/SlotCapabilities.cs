using Ashlar.Core.Model;
using Ashlar.Core.Model.Types;
using Ashlar.Core.Text;
using Ashlar.Emit.Entities;
using Ashlar.Emit.Naming;
using Ashlar.Emit.Settings;
using Ashlar.Emit.Text;

namespace Ashlar.Emit.Slots;

/// <summary>What a slot is given besides its inputs: parameters of its contract, and arguments of a call.</summary>
internal sealed class SlotCapabilities(Emission emission, SlotDefinition slot)
{
    private static readonly Ident Http = Ident.Of("SlotHttp");

    private readonly CSharpTypes _types = new(slot.Name.Module);

    /// <summary>`PaymentsSettings payments, ISlotHttp http`.</summary>
    public IEnumerable<Code> Parameters => slot.Capabilities.Select(capability =>
        Code.Of($"{TypeOf(capability)} {NameOf(capability)}"));

    /// <summary>The values as the code takes them.</summary>
    public IEnumerable<Code> Arguments(Ident outside, Ident stop) => slot.Capabilities.Select(capability =>
        capability.Kind == CapabilityKind.Http ? HttpArgument(capability, outside, stop) : SettingsArgument(capability, outside));

    private static Ident TypeOf(Capability capability) =>
        capability.Kind == CapabilityKind.Http ? Ident.Of($"I{Http}") : SettingsFile.Class(capability.Config);

    private Ident NameOf(Capability capability)
    {
        var taken = slot.Inputs.Select(input => LocalNames.Of(input.Name).Text)
            .Concat(slot.Capabilities.TakeWhile(other => other != capability).Select(other => NameOf(other).Text))
            .Concat(["key", "cancellation"]);
        var wanted = capability.Kind == CapabilityKind.Settings ? LocalNames.Of(capability.Config.Name).Text.TrimStart('@')
            : slot.Capabilities.Count(other => other.Kind == CapabilityKind.Http) == 1 ? "http"
            : Spelling.Camel(capability.Config.Name) + Spelling.Pascal(capability.Key) + "Http";
        while (taken.Contains(wanted))
        {
            wanted += "Given";
        }

        return Ident.Of(wanted);
    }

    /// <summary>The address as it is set, for as long as the call lasts.</summary>
    private Code HttpArgument(Capability capability, Ident outside, Ident stop)
    {
        var config = ConfigOf(capability);
        var address = Code.Of($"{Settings(capability, outside)}.{PropertyOf(config, capability.Key)}");
        return Code.Of($"new {Http}({outside}.Service<OutboundHttp>().For({address}, {stop}))");
    }

    private Code SettingsArgument(Capability capability, Ident outside)
    {
        var config = ConfigOf(capability);
        var values = config.Keys.Select(key => Value(key.Field, Code.Of(
            $"{Settings(capability, outside)}.{SettingsFile.Property(config, key.Field)}")));
        return Code.Of($"new {SlotNames.Slots.Member(SettingsFile.Class(config.Name))}({Code.Join(values, ", ")})");
    }

    private Code Value(Field key, Code value) => key.Type switch
    {
        ScalarType { Scalar: Scalar.Secret } =>
            key.IsOptional ? Code.Of($"{value}?.Reveal()") : Code.Of($"{value}.Reveal()"),
        EnumType => Code.Of($"({SlotNames.TypeInModule(_types, key.Type).Nullable(key.IsOptional)}){value}"),
        _ => value,
    };

    private static Code Settings(Capability capability, Ident outside) =>
        Code.Of($"{outside}.Service<{SettingsFile.Class(capability.Config)}>()");

    private static Ident PropertyOf(ConfigDefinition config, string key) => config.Key(key) is { } found
        ? SettingsFile.Property(config, found.Field)
        : throw new InvalidOperationException($"a checked slot names a setting of {config.Name}");

    private ConfigDefinition ConfigOf(Capability capability) => emission.Model.Config(capability.Config)
        ?? throw new InvalidOperationException($"a checked slot names {capability.Config}");
}
