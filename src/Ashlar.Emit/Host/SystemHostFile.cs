using Ashlar.Core.Model;
using Ashlar.Core.Text;
using Ashlar.Emit.Modules;
using Ashlar.Emit.Sql;
using Ashlar.Emit.Text;
using static Ashlar.Emit.EmittedFiles;

namespace Ashlar.Emit.Host;

/// <summary>`SystemHost.cs`: puts the modules together.</summary>
internal static class SystemHostFile
{
    public static IEnumerable<EmittedFile> Emit(Emission emission)
    {
        yield return Generated($"{Folders.Host(emission)}/SystemHost.cs", Content(emission));
    }

    private static Code Content(Emission emission) => Code.Of($$"""
        {{Header.OfSystem(emission.Model)}}
        {{Code.Lines(Usings(emission))}}

        namespace {{emission.Root}}.Host;

        {{Doc.Summary(emission.Model.Title.Length > 0 ? emission.Model.Title + "." : "The system.")}}
        public static class SystemHost
        {
            /// <summary>Builds the application, ready to run.</summary>
            public static WebApplication Build(string[] args) => BuildAt(args, TimeProvider.System);

            /// <summary>Builds the application with a clock of the caller's, for tests.</summary>
            public static WebApplication BuildAt(string[] args, TimeProvider clock)
            {
                var builder = KernelHost.CreateBuilder(args, Description(clock));
                {{Issuer(emission)}}
                {{Code.Lines(emission.ServingModules.Where(module => ModuleServices.Has(emission, module)).Select(module => Code.Of($"builder.Services.{ModuleServices.NameOf(module)}();")))}}
                var app = builder.Build();
                ApiBrowser.UseInDevelopment(app);
                app.UseKernel();

                {{Code.Blocks(emission.Model.Apis.Select(api => Map(emission, api)).Append(Callbacks(emission)))}}
                return app;
            }

            private static SystemDescription Description(TimeProvider clock) => new({{Lit.Of(emission.Model.Name)}}, typeof(SystemHost).Assembly)
            {
                Clock = clock,
                {{Code.When(emission.Model.TimeZone != "UTC", () => Code.Of($"Zone = {Lit.Of(emission.Model.TimeZone)},"))}}
                {{Code.When(emission.HasPasswords, () => Principal(emission))}}
                {{Code.When(emission.HasIssuer, () => AccountTable(emission))}}
                {{Code.When(HasRoles(emission), () => Code.Of($"Roles = Roles.All,"))}}
                {{Code.When(!emission.Model.Samples.IsEmpty, () => Code.Of($"Samples = SampleData.LoadAsync,"))}}
                {{Tables("NeverUpdated", KeptTables.NeverUpdated(emission))}}
                {{Tables("NeverDeleted", KeptTables.NeverDeleted(emission))}}
                {{Parts(emission)}}
                {{Settings(emission)}}
                AccessRules = "access.json",
                Constraints = [{{Code.Join(Modules(emission).Select(module => Code.Of($"{module}.Constraints")), ", ")}}],
            };
        }
        """);

    private static Code Callbacks(Emission emission) => Code.Lines(emission.ServingModules
        .Where(module => CallbackServices.Has(emission, module))
        .Select(module => Code.Of($"new Callbacks(app).{CallbackServices.NameOf(module)}();")));

    private static Code Tables(string property, ValueList<string> tables) => Code.When(!tables.IsEmpty, () =>
        Code.Of($"{Ident.Of(property)} = [{ParameterList.Of([.. tables.Select(table => Code.Of($"{Lit.Of(table)}"))])}],"));

    private static Code Settings(Emission emission)
    {
        var modules = emission.ServingModules.Where(module => ModuleServices.HasSettings(emission, module));
        var all = Code.Join(modules.Select(module => Code.Of($".. {ModuleClass(module.Name)}.Settings")), ", ");
        return all.IsEmpty ? Code.Empty : Code.Of($"Settings = [{all}],");
    }

    private static Code Parts(Emission emission)
    {
        Code[] parts = [.. Events(emission), .. Flow(emission)];
        return parts.Length == 0 ? Code.Empty : Code.Of($"Parts = [{ParameterList.Of(parts)}],");
    }

    private static IEnumerable<Code> Events(Emission emission)
    {
        if (!emission.HasEvents)
        {
            return [];
        }

        var modules = emission.ServingModules.Where(module => ModuleServices.Listens(emission, module));
        var consumers = Code.Join(modules.Select(module => Code.Of($"{ModuleClass(module.Name)}.Consumers")), ", ");
        var delivery = Code.Of($"new EventDelivery({consumers})");
        var told = emission.Model.Events.Where(happened => happened.IsPublic)
            .Select(happened => Code.Of($"new PublicEvent({Lit.Of($"{happened.Name}")}, Version: {happened.Version})"))
            .ToList();
        return told.Count == 0 ? [delivery] : [delivery, Code.Of($"new BrokerRelay({ParameterList.Of(told)})")];
    }

    private static IEnumerable<Code> Flow(Emission emission)
    {
        var workflows = emission.ServingModules.Where(module => emission.WorkflowsOf(module).Any());
        var lists = Code.Join(workflows.Select(module => Code.Of($"{ModuleClass(module.Name)}.Workflows")), ", ");
        var scheduling = emission.ServingModules.Where(module => ScheduleServices.Has(emission, module));
        var schedules = Code.Join(scheduling.Select(module => Code.Of($".. {ModuleClass(module.Name)}.Schedules")), ", ");
        var arguments = Code.When(!lists.IsEmpty || schedules.IsEmpty, () => Code.Of($"({lists})"));
        var clock = Code.When(!schedules.IsEmpty, () => Code.Of($" {{ Schedules = [{schedules}] }}"));
        return emission.HasFlow ? [Code.Of($"new FlowExecution{arguments}{clock}")] : [];
    }

    private static IEnumerable<Code> Usings(Emission emission) =>
        emission.ServingModules
            .Select(module => Names.Namespace(emission.Model, module.Name).Text)
            .Append($"{emission.Root}.Kernel")
            .Concat(HasRoles(emission) ? [emission.Contracts.Text] : [])
            .Order(StringComparer.Ordinal)
            .Select(name => Code.Of($"using {Ident.Of(name)};"));

    private static IEnumerable<Ident> Modules(Emission emission) =>
        emission.ServingModules.Select(module => ModuleClass(module.Name));

    private static Ident ModuleClass(string module) => Ident.Of(module + "Module");

    private static Code Principal(Emission emission) => emission.Model.Principal is { } principal
        ? Code.Of($"Principal = {ModuleClass(principal.Name.Module)}.Principal,")
        : Code.Empty;

    // Only accounts have roles.
    private static bool HasRoles(Emission emission) => !emission.Model.Roles.IsEmpty && emission.Model.Principal is not null;

    private static Code AccountTable(Emission emission) => emission.Model.Principal is { } principal
        ? Code.Of($"AccountTable = {Lit.Of(SqlNames.Table(principal))},")
        : Code.Empty;

    private static Code Issuer(Emission emission)
    {
        if (emission is not { HasIssuer: true, SignIn: { } signIn, Model.Principal: { } principal })
        {
            return Code.Empty;
        }

        var column = principal.Field(signIn.Match) is { } match ? SqlNames.Column(match) : signIn.Match;
        return Code.Of($"""
            builder.AddIssuer(new IssuerSettings(
                Authority: {Lit.Of(signIn.Authority)},
                Audience: {Lit.Of(signIn.Audience)},
                AccountTable: {Lit.Of(SqlNames.Table(principal))},
                AccountColumn: {Lit.Of(column)},
                Claim: {Lit.Of(signIn.Match)}));
            """);
    }

    private static Code Map(Emission emission, Api api)
    {
        var name = Names.Local(api.Name.Name);
        var modules = emission.Routes.Where(route => route.Api == api).Select(route => route.Module)
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal);
        return Code.Of($"""
            var {name} = new Api(app, {Lit.Of(api.Path)}){ApiContract.Of(api)};
            {Code.When(api.SignIn is { Kind: SignInKind.Password }, () => Code.Of($"{name}.MapSignIn();"))}
            {Code.When(HasRoles(emission), () => Code.Of($"{name}.MapRoles();"))}
            {Code.When(api.HasTasks, () => Code.Of($"{name}.MapTasks();"))}
            {Code.Lines(modules.Select(module => Code.Of($"{name}.{ModuleFile.MapOf(emission, module, api)}();")))}
            """);
    }
}
