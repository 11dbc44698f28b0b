using Ashlar.Core.Model;
using Ashlar.Core.Model.Expressions;
using Ashlar.Core.Model.Types;
using Ashlar.Core.Text;
using Ashlar.Emit.Entities;
using Ashlar.Emit.Expressions;
using Ashlar.Emit.Modules;
using Ashlar.Emit.Text;
using static Ashlar.Emit.EmittedFiles;
using CSharpTypes = Ashlar.Emit.Entities.CSharpTypes;

namespace Ashlar.Emit.Settings;

/// <summary>`Settings/PaymentsSettings.cs`: the values of a configuration, and how they are read and held to the model.</summary>
internal static class SettingsFile
{
    private const string Section = "section";

    /// <summary>A key or a token; a certificate is a file.</summary>
    private const int SecretLimit = 4096;

    public static IEnumerable<EmittedFile> Emit(Emission emission) => emission.Model.Configs.Select(config => Generated(
        $"{Folders.Module(emission, config.Name.Module)}/Settings/{Class(config.Name)}.cs",
        CSharpFile.Of(emission, config.Name.Module, Header.Of("config", config.Name), Content(emission, config))));

    /// <summary>`PaymentsSettings`.</summary>
    public static Ident Class(ElementName name) => Ident.Of(Spelling.Pascal(name.Name) + "Settings");

    /// <summary>`BaseUrl`.</summary>
    public static Ident Property(ConfigDefinition config, Field key) =>
        Names.Property(config.Name with { Name = Class(config.Name).Text }, key.Name);

    /// <summary>Whether expressions read it: no secret is.</summary>
    public static bool IsReadable(Field key) => !IsSecret(key.Type);

    /// <summary>`DeclaredSettings.Of("Billing:Payments", "model/billing.ashlar:3", PaymentsSettings.Read)`.</summary>
    public static Code Declared(ConfigDefinition config) => Code.Of(
        $"DeclaredSettings.Of({Lit.Of(config.Section)}, {Lit.Of($"{config.Line}")}, {Class(config.Name)}.Read),");

    private static Code Content(Emission emission, ConfigDefinition config)
    {
        var types = new CSharpTypes(config.Name.Module);
        var values = config.Keys.Select(key => Code.Of($"{Property(config, key.Field)} = {Local(key.Field)},"));
        var about = config.Documentation.Length > 0
            ? config.Documentation
            : $"The settings of {Spelling.Spaced(config.Name.Name)}.";
        return Code.Of($$"""
            {{Doc.Summary($"{about}\nDeclared in {config.Line}.")}}
            public sealed class {{Class(config.Name)}}
            {
                {{Code.Lines(config.Keys.Select(key => KeyField(types, config, key.Field)))}}

                {{Code.Blocks(config.Keys.Select(key => Member(types, config, key.Field)))}}

                internal static {{Class(config.Name)}} Read(SettingsSection {{Ident.Of(Section)}})
                {
                    {{Code.Lines(config.Keys.Select(key => Read(types, config, key)))}}
                    {{Code.Lines(config.Requirements.Select(requirement => Require(emission, config, requirement)))}}
                    return new()
                    {
                        {{Code.Lines(values)}}
                    };
                }
            }
            """);
    }

    private static Code KeyField(CSharpTypes types, ConfigDefinition config, Field key)
    {
        var field = IsSecret(key.Type) ? Of(key) : key with { Type = key.Type.AsNullable(false) };
        var definition = new FieldDefinition(types).Initialized(KeyName(config, key), field);
        return Code.Of($"private static readonly {(IsSecret(key.Type) ? AsSecret(definition) : definition)}");
    }

    private static Code AsSecret(Code text) => new("SecretField" + text.Text["TextField".Length..]);

    /// <summary>A secret is a text that is not empty and is kept as it was written.</summary>
    private static Field Of(Field key) => key with
    {
        Type = new ScalarType(Scalar.Text),
        Constraints = key.Constraints with
        {
            MinLength = Math.Max(1, key.Constraints.MinLength ?? 1),
            MaxLength = key.Constraints.MaxLength ?? SecretLimit,
        },
    };

    private static Code Member(CSharpTypes types, ConfigDefinition config, Field key) => Code.Of($$"""
        {{Doc.Summary(key.Documentation.Length > 0 ? key.Documentation : $"The setting {config.Section}:{key.Name}.")}}
        public required {{TypeOf(types, key.Type)}} {{Property(config, key)}} { get; init; }
        """);

    private static TypeRef TypeOf(CSharpTypes types, ModelType type) =>
        IsSecret(type) ? TypeRef.BuiltIn("Secret").Nullable(type.IsNullable) : types.Of(type);

    private static Code Read(CSharpTypes types, ConfigDefinition config, ConfigKey key)
    {
        var field = key.Field;
        var method = Ident.Of((field.IsOptional ? "Optional" : "") + KindOf(field.Type));
        var otherwise = field.Default is Literal { Value: not null } value
            ? Code.Of($", otherwise: {CSharpConstant.Of(types, value)}")
            : Code.Empty;
        var arguments = Code.Of($"{KeyName(config, field)}, {Lit.Of($"{key.Line}")}{otherwise}");
        return Code.Of($"var {Local(field)} = {Ident.Of(Section)}.{method}({arguments});");
    }

    private static string KindOf(ModelType type) => type switch
    {
        ScalarType { Scalar: Scalar.Secret } => "Secret",
        ScalarType { Scalar: Scalar.Text or Scalar.Email or Scalar.Url or Scalar.Zone } => "Text",
        _ => "Value",
    };

    private static Code Require(
        Emission emission, ConfigDefinition config, ConfigRequirement requirement)
    {
        var types = new CSharpTypes(config.Name.Module);
        var scope = CSharpScope.OfRow with { Declared = name => types.Name(name).Text };
        var condition = new CSharpExpressions(emission.Model).Value(new Renamed().Rewrite(requirement.Check.Condition), scope);
        return Code.Of($"""
            {Ident.Of(Section)}.Require(
                {Lit.Of(requirement.Check.Name)},
                {Lit.Of(requirement.Check.Message)},
                {Lit.Of($"{requirement.Line}")},
                () => {condition});
            """);
    }

    /// <summary>`BaseUrlKey`; no property of the class is called so.</summary>
    private static Ident KeyName(ConfigDefinition config, Field key)
    {
        var name = Spelling.Pascal(key.Name) + "Key";
        while (config.Keys.Any(other => Property(config, other.Field).Text == name))
        {
            name += "Field";
        }

        return Ident.Of(name);
    }

    private static Ident Local(Field key) => Names.Local(LocalName(key.Name));

    /// <summary>Not the name of the parameter.</summary>
    private static string LocalName(string key) => Spelling.Camel(key) == Section ? key + "Value" : key;

    private static bool IsSecret(ModelType type) => type is ScalarType { Scalar: Scalar.Secret };

    /// <summary>The names of the keys as those of the locals that hold their values.</summary>
    private sealed class Renamed : ExpressionRewriter
    {
        public override Expression Visit(Variable node) =>
            node.Kind == VariableKind.Input ? node with { Name = LocalName(node.Name) } : node;
    }
}
