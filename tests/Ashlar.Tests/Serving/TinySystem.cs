namespace Ashlar.Tests.Serving;

/// <summary>The least that the tool takes for a generated system: a kernel that runs, a host that builds, one answer.</summary>
internal sealed class TinySystem : IDisposable
{
    private const string Kernel = """
        using Microsoft.AspNetCore.Builder;

        namespace Tiny.Kernel;

        public static class KernelHost
        {
            public static async Task<int> RunSystemAsync(this WebApplication app, string[] args)
            {
                await using (app)
                {
                    if (app.Configuration["ConnectionStrings:Database"] == "Data Source=other")
                    {
                        return 1;
                    }

                    if (app.Configuration["ConnectionStrings:Database"] == "Data Source=refusing")
                    {
                        await Task.Yield();
                        throw new ConstraintViolationException();
                    }

                    await app.RunAsync();
                    return 0;
                }
            }
        }

        public sealed class ConstraintViolationException : Exception
        {
            public string Constraint => "visit_vet_busy_excl";
        }
        """;

    private const string Host = """
        namespace Tiny.Host;

        public static class SystemHost
        {
            public static WebApplication Build(string[] args)
            {
                var app = WebApplication.CreateSlimBuilder(new WebApplicationOptions { Args = args }).Build();
                app.MapGet("/", () => $"{Parts.Greeting.Text} {Resource()} {app.Environment.EnvironmentName}");
                return app;
            }

            private static string Resource()
            {
                using var stream = typeof(SystemHost).Assembly.GetManifestResourceStream("Schema/sqlite.sql");
                return new StreamReader(stream!).ReadToEnd();
            }
        }
        """;

    private const string Slot = """namespace Tiny.Parts; internal static class Slot { public const string Name = "slot"; }""";

    private const string Program = """
        using Tiny.Host;
        using Tiny.Kernel;

        return await SystemHost.Build(args).RunSystemAsync(args);
        """;

    private readonly TemporaryFolder _folder = new();

    public TinySystem()
    {
        _folder
            .With("src/Tiny.Kernel/Tiny.Kernel.csproj", Project("Microsoft.NET.Sdk", ""))
            .With("src/Tiny.Kernel/Hosting/KernelHost.cs", Kernel)
            .With("src/Modules/Tiny.Parts/Tiny.Parts.csproj", Project(
                "Microsoft.NET.Sdk",
                """
                <Compile Include="../../../custom/Tiny.Parts/**/*.cs" />
                <InternalsVisibleTo Include="Tiny.Host" />
                <Using Include="System.Text" />
                """))
            .With("custom/Tiny.Parts/deep/Slot.cs", Slot)
            .With("src/Tiny.Host/Tiny.Host.csproj", Project(
                "Microsoft.NET.Sdk.Web",
                """
                <EmbeddedResource Include="Schema/*.sql" LogicalName="Schema/%(Filename)%(Extension)" />
                <ProjectReference Include="../Tiny.Kernel/Tiny.Kernel.csproj" />
                <ProjectReference Include="../Modules/Tiny.Parts/Tiny.Parts.csproj" />
                """))
            .With("src/Tiny.Host/Schema/sqlite.sql", "tables")
            .With("src/Tiny.Host/SystemHost.cs", Host)
            .With("src/Tiny.Host/Program.cs", Program)
            .With("src/Tiny.Host/obj/Stale.cs", "this is build output and not a source")
            .With("src/Tiny.Host/appsettings.json", "{}");
        Greet("hello");
    }

    public string Root => _folder.Root;

    public string ContentRoot => _folder.PathOf("src/Tiny.Host");

    /// <summary>Changes the module, and with it what the host sees.</summary>
    public void Greet(string word) => _folder.With(
        "src/Modules/Tiny.Parts/Greeting.cs",
        $$"""
        namespace Tiny.Parts;

        internal static class Greeting
        {
            public static string Text => new StringBuilder("{{word}} " + Slot.Name).ToString();
        }
        """);

    public void Write(string path, string text) => _folder.With(path, text);

    public void Dispose() => _folder.Dispose();

    private static string Project(string sdk, string items) => $"""
        <Project Sdk="{sdk}">
          <ItemGroup>
            <FrameworkReference Include="Microsoft.AspNetCore.App" />
            {items}
          </ItemGroup>
        </Project>
        """;
}
