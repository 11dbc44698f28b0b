using Ashlar.Core.Model;
using Ashlar.Emit.Entities;
using Ashlar.Emit.Features;
using Ashlar.Emit.Sql;
using Ashlar.Emit.Text;
using Ashlar.Emit.Workflows;
using static Ashlar.Emit.EmittedFiles;

namespace Ashlar.Emit.Modules;

/// <summary>`CatalogModule.cs`: the endpoints of a module, and what its broken constraints mean.</summary>
internal static class ModuleFile
{
    public static IEnumerable<EmittedFile> Emit(Emission emission) => emission.ServingModules
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

            {{ModuleServices.Settings(emission, module)}}

            {{ModuleServices.Consumers(emission, module)}}

            {{WorkflowServices.List(emission, module)}}

            {{ScheduleServices.List(emission, module)}}

            {{ModuleServices.Add(emission, module)}}

            {{CallbackServices.Map(emission, module)}}

            {{Code.Blocks(emission.ApisOf(module.Name).Select(api => Map(emission, module, api)))}}
        }
        """);

    /// <summary>`MapCatalog`, or `MapCatalogForPartners` where several APIs expose something of the module.</summary>
    public static Ident MapOf(Emission emission, string module, Core.Model.Api api)
    {
        var isOnly = emission.ApisOf(module).Count() < 2;
        return Ident.Of("Map" + module + (isOnly ? "" : "For" + api.Name.Name));
    }

    private static Code Map(Emission emission, Module module, Core.Model.Api api) => Code.Of($$"""
        /// <summary>Maps the endpoints of {{Prose.Comment(api.Name.Name)}}.</summary>
        public static void {{MapOf(emission, module.Name, api)}}(this Api api)
        {
            {{Code.Blocks(Routes(emission, module, api))}}
        }
        """);

    private static IEnumerable<Code> Constraints(Emission emission, Module module) =>
        from entity in emission.EntitiesOf(module)
        from constraint in emission.ConstraintsOf(entity)
        let refusal = RulesFile.Refusal(entity, constraint)
        where !refusal.IsEmpty
        select Code.Of($"[{Lit.Of(constraint.Name)}] = {refusal},");

    private static IEnumerable<Code> Routes(Emission emission, Module module, Core.Model.Api api) => emission
        .RoutesOf(api, module.Name)
        .GroupBy(route => route switch
        {
            RowRoute row => row.Expose.Entity,
            ActionOperation { Expose: { } expose } => expose.Entity,
            _ => route.Source.Element,
        })
        .Select(group => Code.Lines(group.Select(Mapping)));

    private static Code Mapping(Route route) => route switch
    {
        ExposedOperation operation => Mapping(operation),
        FileOperation file => Mapping(file),
        ActionOperation or ViewOperation => Mapping(route, MethodOf(route), Code.Empty),
        _ => throw new InvalidOperationException($"no mapping for {route.Name}"),
    };

    private static Code Mapping(ExposedOperation operation) => Mapping(operation, MethodOf(operation), Code.Empty);

    /// <summary>`PATCH` is mapped by `api.Patch`.</summary>
    private static Ident MethodOf(Route route) => Ident.Of(route.Method[..1] + route.Method[1..].ToLowerInvariant());

    private static Code Mapping(FileOperation file)
    {
        var method = Ident.Of(file.Action == FileAction.Remove ? "Delete" : file.Action.ToString());
        var accepts = file.Action == FileAction.Upload
            ? Code.Of($"{BodyReading.FieldOf(file.Entity.Name, file.Field)}, ")
            : Code.Empty;
        return Mapping(file, method, accepts);
    }

    private static Code Mapping(Route route, Ident method, Code accepts)
    {
        var path = Lit.Of(route.Address.Path);
        var about = route.Api.Errors.Body is null ? Code.Empty : Code.Of($".About({Lit.Of(route.Subject)})");
        return Code.Of($"api{about}.{method}({path}, {Lit.Of(route.Element)}, {accepts}{FeatureFile.Class(route)}.HandleAsync);");
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
