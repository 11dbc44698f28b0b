using Ashlar.Core.Model;
using Ashlar.Core.Model.Types;
using Ashlar.Emit.Entities;
using Ashlar.Emit.Modules;
using Ashlar.Emit.Settings;
using Ashlar.Emit.Text;
using static Ashlar.Emit.EmittedFiles;

namespace Ashlar.Emit.Slots;

/// <summary>
/// The types of what slots are given: settings and requests, once more beside hand-written code, which sees nothing of the
/// kernel; and how the module hands them over.
/// </summary>
internal static class CapabilityFiles
{
    /// <summary>The types that requests of slots take beside them.</summary>
    public static IEnumerable<EmittedFile> Emit(Emission emission) => SlotFile.Modules(emission).SelectMany(module =>
        Http(emission, module).Concat(Settings(emission, module)));

    /// <summary>`Slots/SlotHttp.cs` of the module.</summary>
    public static IEnumerable<EmittedFile> EmitAdapter(Emission emission) => SlotFile.Modules(emission)
        .Where(module => Has(module, CapabilityKind.Http))
        .Select(module => Generated(
            $"{Folders.Module(emission, module.Key)}/Slots/SlotHttp.cs",
            CSharpFile.Of(emission, module.Key, HeaderOf(emission, module.Key), Adapter())));

    private static Code HeaderOf(Emission emission, string module) =>
        Header.OfModule(emission.Model.Modules.First(one => one.Name == module));

    private static bool Has(IEnumerable<SlotDefinition> slots, CapabilityKind kind) =>
        slots.SelectMany(slot => slot.Capabilities).Any(capability => capability.Kind == kind);

    private static IEnumerable<EmittedFile> Http(Emission emission, IGrouping<string, SlotDefinition> module) =>
        Has(module, CapabilityKind.Http)
            ? new[] { ("ISlotHttp", Contract()), ("SlotHttpRequest", Request()), ("SlotHttpReply", Reply()) }
                .Select(file => SlotFile.Of(
                    emission, module.Key, file.Item1, HeaderOf(emission, module.Key),
                    SlotNames.Namespace(emission, module.Key), file.Item2))
            : [];

    private static IEnumerable<EmittedFile> Settings(Emission emission, IGrouping<string, SlotDefinition> module) =>
        from config in emission.Model.Configs
        where module.SelectMany(slot => slot.Capabilities).Contains(new Capability(CapabilityKind.Settings, config.Name))
        select SlotFile.Of(
            emission, module.Key, SettingsFile.Class(config.Name).Text, Header.Of("config", config.Name),
            SlotNames.Namespace(emission, module.Key), Settings(config));

    private static Code Settings(ConfigDefinition config)
    {
        var types = new CSharpTypes(config.Name.Module);
        var parameters = config.Keys.Select(key =>
            Code.Of($"{types.Of(key.Field.Type)} {Names.Local(SettingsFile.Property(config, key.Field).Text.TrimStart('@'))}"));
        var about = config.Documentation.Length > 0 ? config.Documentation : $"The settings of {config.Name.Name}.";
        return Code.Of($$"""
            {{Doc.Summary(about)}}
            public sealed class {{SettingsFile.Class(config.Name)}}({{ParameterList.Of([.. parameters])}})
            {
                {{Code.Blocks(config.Keys.Select(key => Member(types, config, key.Field)))}}
            }
            """);
    }

    private static Code Member(CSharpTypes types, ConfigDefinition config, Field key)
    {
        var property = SettingsFile.Property(config, key);
        var isSecret = key.Type is ScalarType { Scalar: Scalar.Secret };
        var about = key.Documentation.Length > 0 ? key.Documentation : $"The setting {config.Section}:{key.Name}.";
        return Code.Of($$"""
            {{Doc.Summary(isSecret ? $"{about}\nA secret: it belongs into the requests that need it, and nowhere else." : about)}}
            public {{types.Of(key.Type)}} {{property}} { get; } = {{Names.Local(property.Text.TrimStart('@'))}};
            """);
    }

    private static Code Contract() => Code.Of($$"""
        /// <summary>Requests to one declared address and what is below it. No other is reached, and no redirection is followed.</summary>
        public interface ISlotHttp
        {
            /// <summary>Sends a request and waits for the whole answer, as long as the call of the slot may take.</summary>
            SlotHttpReply Send(SlotHttpRequest request);
        }
        """);

    private static Code Request() => Code.Of($$"""
        /// <summary>A request below a declared address.</summary>
        /// <param name="Method">GET, POST, PUT, PATCH or DELETE.</param>
        /// <param name="Path">What follows the address, escaped: `/charges?limit=1`.</param>
        public sealed record SlotHttpRequest(string Method, string Path)
        {
            /// <summary>Headers besides those that every request has.</summary>
            public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

            /// <summary>What is sent; null for nothing.</summary>
            public string? Body { get; init; }

            /// <summary>What the body is.</summary>
            public string MediaType { get; init; } = "application/json";
        }
        """);

    private static Code Reply() => Code.Of($$"""
        /// <summary>The whole answer.</summary>
        /// <param name="Status">Its status.</param>
        /// <param name="Body">Its body as text, of a megabyte at most.</param>
        /// <param name="Headers">Its headers, by names in any case.</param>
        public sealed record SlotHttpReply(int Status, string Body, IReadOnlyDictionary<string, string> Headers);
        """);

    private static Code Adapter() => Code.Of($$"""
        /// <summary>Hands the requests of a slot to the kernel, which holds them to their address.</summary>
        internal sealed class SlotHttp(OutboundClient client) : Slots.ISlotHttp
        {
            public Slots.SlotHttpReply Send(Slots.SlotHttpRequest request)
            {
                var reply = client.Send(new(request.Method, request.Path)
                {
                    Headers = request.Headers,
                    Body = request.Body,
                    MediaType = request.MediaType,
                });
                return new(reply.Status, reply.Body, reply.Headers);
            }
        }
        """);
}
