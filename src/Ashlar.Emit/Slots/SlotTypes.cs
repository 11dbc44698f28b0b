using Ashlar.Core.Model;
using Ashlar.Core.Model.Types;
using Ashlar.Emit.Entities;
using Ashlar.Emit.Modules;
using Ashlar.Emit.Text;
using ValueType = Ashlar.Core.Model.Types.ValueType;

namespace Ashlar.Emit.Slots;

/// <summary>
/// The enums and values that slots of a module take and give, once more without what the kernel needs of them: hand-written
/// code sees nothing else of the system.
/// </summary>
internal static class SlotTypes
{
    public static IEnumerable<EmittedFile> Emit(Emission emission) =>
        from module in SlotFile.Modules(emission)
        from name in Named(emission, module).Distinct().Order()
        select Of(emission, module.Key, name);

    private static IEnumerable<ElementName> Named(Emission emission, IEnumerable<SlotDefinition> slots)
    {
        var types = slots.SelectMany(slot => slot.Inputs.Concat(slot.Output.Fields)).Select(field => field.Type).ToList();
        var given = slots.SelectMany(slot => slot.Capabilities).Where(one => one.Kind == CapabilityKind.Settings)
            .SelectMany(one => emission.Model.Config(one.Config)?.Keys.Items ?? []).Select(key => key.Field.Type);
        var parts = types.OfType<ValueType>().SelectMany(value => emission.Value(value.Value).Fields).Select(part => part.Type);
        return types.Concat(given).Concat(parts).Select(type => type switch
        {
            EnumType one => one.Enum,
            ValueType one => one.Value,
            _ => default(ElementName?),
        }).OfType<ElementName>();
    }

    private static EmittedFile Of(Emission emission, string module, ElementName name)
    {
        var isOwn = name.Module == module;
        var own = SlotNames.Namespace(emission, module);
        var file = Names.Type(name).Text;
        var one = emission.Model.Enum(name);
        return SlotFile.Of(
            emission, module,
            isOwn ? file : $"{name.Module}/{file}",
            Header.Of(one is null ? "type" : "enum", name),
            isOwn ? own : own.Member(Names.Member(name.Module)),
            one is null ? Value(emission.Value(name)) : Enum(one));
    }

    private static Code Enum(EnumDefinition one) => Code.Of($$"""
        {{Doc.Summary(one.Documentation)}}
        public enum {{Names.Type(one.Name)}}
        {
            {{Code.Lines(one.Values.Select(value => Code.Of($"""
                {Doc.Summary(value.Documentation)}
                {Ident.Of(value.Name)},
                """)))}}
        }
        """);

    private static Code Value(ValueDefinition value)
    {
        var types = new CSharpTypes(value.Name.Module);
        var parts = value.Fields.Select(part => Code.Of($"{types.Of(part.Type)} {Names.Property(value.Name, part)}")).ToList();
        return Code.Of($$"""
            {{Doc.Summary(value.Documentation)}}
            public sealed record {{Names.Type(value.Name)}}({{ParameterList.Of(parts)}});
            """);
    }
}
