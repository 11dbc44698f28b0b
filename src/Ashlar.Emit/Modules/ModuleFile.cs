using Ashlar.Core.Model;
using Ashlar.Emit.Entities;
using Ashlar.Emit.Sql;
using Ashlar.Emit.Text;
using static Ashlar.Emit.EmittedFiles;

namespace Ashlar.Emit.Modules;

/// <summary>`CatalogModule.cs`: the endpoints of a module, and what its broken constraints mean.</summary>
internal static class ModuleFile
{
    public static IEnumerable<EmittedFile> Emit(Emission emission) => emission.CodeModules
        .Where(module => emission.EntitiesOf(module).Any())
        .Select(module => Generated(
            $"{Folders.Module(emission, module.Name)}/{Class(module)}.cs",
            CSharpFile.Of(emission, module.Name, Header.OfModule(module), Content(emission, module))));

    private static Ident Class(Module module) => Ident.Of(module.Name + "Module");

    private static Code Content(Emission emission, Module module) => Code.Of($$"""
        /// <summary>The module {{Ident.Of(module.Name)}}: its endpoints, and what its broken constraints mean.</summary>
        public static class {{Class(module)}}
        {
            {{Principal(emission, module)}}

            /// <summary>What a broken constraint means to the caller, by its name in the schema.</summary>
            public static IReadOnlyDictionary<string, Refusal> Constraints { get; } = new Dictionary<string, Refusal>
            {
                {{Code.Lines(Constraints(emission, module))}}
            };

            /// <summary>Maps the endpoints.</summary>
            public static void {{Ident.Of("Map" + module.Name)}}(this Api api)
            {
                {{Code.Blocks(Routes(emission, module))}}
            }
        }
        """);

    private static IEnumerable<Code> Constraints(Emission emission, Module module) =>
        from entity in emission.EntitiesOf(module)
        from constraint in emission.ConstraintsOf(entity)
        let refusal = RulesFile.Refusal(entity, constraint)
        where !refusal.IsEmpty
        select Code.Of($"[{Lit.Of(constraint.Name)}] = {refusal},");

    private static IEnumerable<Code> Routes(Emission emission, Module module) => emission.Operations
        .Where(operation => string.Equals(operation.Entity.Name.Module, module.Name, StringComparison.Ordinal))
        .GroupBy(operation => operation.Expose)
        .Select(group => Code.Lines(group.Select(Route)));

    private static Code Route(ExposedOperation operation)
    {
        var method = Ident.Of(operation.Kind switch
        {
            EndpointKind.Create => "Post",
            EndpointKind.Update => "Patch",
            EndpointKind.Delete => "Delete",
            _ => "Get",
        });
        var path = operation.Path[operation.Api.Path.Length..];
        var element = $"{operation.Entity.Name} {operation.Kind.ToString().ToLowerInvariant()}";
        return Code.Of($"api.{method}({Lit.Of(path)}, {Lit.Of(element)}, {Ident.Of(operation.Name)}.HandleAsync);");
    }

    private static Code Principal(Emission emission, Module module)
    {
        if (!emission.HasPasswords || emission.Model.Principal is not { } principal || principal.Name.Module != module.Name)
        {
            return Code.Empty;
        }

        var (login, password) = (SignInFields.Login(principal), SignInFields.Password(principal));
        return Code.Of($$"""
            /// <summary>The accounts that sign in.</summary>
            public static Principal Principal { get; } = new(
                {{Lit.Of(SqlNames.Quote(SqlNames.Table(principal)))}},
                {{Lit.Of(SqlNames.Quote(SqlNames.Column(login)))}},
                {{Lit.Of(SqlNames.Quote(SqlNames.Column(password)))}},
                {{BodyReading.FieldOf(principal.Name, login)}},
                {{BodyReading.FieldOf(principal.Name, password)}});
            """);
    }
}
