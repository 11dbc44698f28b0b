using Ashlar.Core.Model;
using Ashlar.Emit.Settings;
using Ashlar.Emit.Text;

namespace Ashlar.Emit.Modules;

/// <summary>What the class of a module says of actions that outside services start.</summary>
internal static class CallbackServices
{
    public static bool Has(Emission emission, Module module) =>
        emission.ActionsOf(module).Any(action => action.Callback is not null);

    /// <summary>`MapOrdering`: what APIs offer is mapped by another method of this name.</summary>
    public static Ident NameOf(Module module) => Ident.Of("Map" + module.Name);

    public static Code Map(Emission emission, Module module) => Code.When(Has(emission, module), () => Code.Of($$"""
        /// <summary>Maps what outside services call.</summary>
        public static void {{NameOf(module)}}(this Callbacks callbacks)
        {
            {{Code.Blocks(emission.ActionsOf(module).Select(action => Mapping(emission, action)).Where(code => !code.IsEmpty))}}
        }
        """));

    private static Code Mapping(Emission emission, ActionDefinition action)
    {
        if (action.Callback is not { } callback)
        {
            return Code.Empty;
        }

        var method = Ident.Of(callback.IgnoresUnknownMembers ? "PostOpen" : "Post");
        return Code.Of($$"""
            callbacks.{{method}}(
                {{Lit.Of(callback.Path)}},
                {{Lit.Of($"{action.Name}")}},
                {{Signature(emission, callback)}},
                {{Names.Type(action.Name)}}.HandleAsync);
            """);
    }

    private static Code Signature(Emission emission, Callback callback)
    {
        var keys = callback.Keys.Select(key => Key(emission, key));
        Code[] arguments =
            [Code.Of($"{Lit.Of(callback.Header)}"), Code.Of($"SignatureForm.{Ident.Of($"{callback.Form}")}"), .. keys];
        var signature = Code.Of($"new HmacSignature({ParameterList.Of(arguments)})");
        return callback.Time is { } time
            ? Code.Of($$"""
                {{signature}}
                {
                    TimeHeader = {{Lit.Of(time.Header)}},
                    Tolerance = TimeSpan.FromSeconds({{(long)time.Tolerance.TotalSeconds}}),
                }
                """)
            : signature;
    }

    private static Code Key(Emission emission, SecretSetting key)
    {
        var config = emission.Model.Configs.First(one => one.Name == key.Config);
        var field = config.Key(key.Key)?.Field ?? throw new InvalidOperationException("a checked callback has its keys");
        return Code.Of($"callbacks.Settings<{SettingsFile.Class(config.Name)}>().{SettingsFile.Property(config, field)}");
    }
}
