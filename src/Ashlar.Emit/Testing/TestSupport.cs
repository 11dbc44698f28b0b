using Ashlar.Emit.Kernel;
using Ashlar.Emit.Text;
using static Ashlar.Emit.EmittedFiles;

namespace Ashlar.Emit.Testing;

/// <summary>`tests/NAME.Tests/Support/…`: what starts the system, sends requests and reads answers.</summary>
internal static class TestSupport
{
    private static readonly EmbeddedSource Source = new("testing/");

    public static IEnumerable<EmittedFile> Emit(Emission emission)
    {
        var kernel = emission.Root.Member(Ident.Of("Kernel")).Text;
        var files = Source.Files.Where(source => IsUsed(emission, source.Path)).Select(source => new EmittedFile(
            $"{Folders.Tests(emission)}/Support/{source.Path}",
            Header.OfTests().Text + "\n" + KernelSource.Namespace()
                .Replace(source.Text, kernel)
                .Replace("namespace Ashlar.SystemTesting;", $"namespace {emission.Tests};", StringComparison.Ordinal),
            FileOwner.Generated));
        return files.Append(Generated($"{Folders.Tests(emission)}/RunningSystem.cs", RunningSystem(emission)));
    }

    // People have tokens of an issuer, or of sessions that the tests put into the database.
    private static bool IsUsed(Emission emission, string path) => path switch
    {
        "TestIssuer.cs" => emission.HasIssuer,
        "TestToken.cs" => !emission.HasIssuer,
        _ => true,
    };

    private static Code RunningSystem(Emission emission) => Code.Of($$"""
        {{Header.OfSystem(emission.Model)}}
        using {{emission.Root}}.Host;

        [assembly: AssemblyFixture(typeof({{emission.Tests}}.TestDatabases))]

        namespace {{emission.Tests}};

        /// <summary>The system with the rows of <see cref="World"/>, for the tests of one class.</summary>
        public sealed class RunningSystem() : SharedSystem(Definition)
        {
            {{Definition(emission)}}

            /// <summary>Runs a test that changes something on a system of its own.</summary>
            public static Task OnFreshAsync(Func<TestSystem, Task> test) => TestSystem.OnEachAsync(Definition, test);
        }
        """);

    private static Code Definition(Emission emission) => emission is { HasIssuer: true, SignIn: { } signIn }
        ? Code.Of($$"""
            /// <summary>Whose tokens count.</summary>
            public static TestIssuer Issuer { get; } = TestIssuer.Start({{Lit.Of(signIn.Audience)}}, {{Lit.Of(signIn.Match)}});

            private static readonly SystemUnderTest Definition =
                new(args => SystemHost.BuildAt(args, World.Clock), World.FillAsync, actor => Issuer.TokenOf(World.NameOf(actor)))
                {
                    Settings = Issuer.Settings,
                };
            """)
        : Code.Of($"""
            private static readonly SystemUnderTest Definition =
                new(args => SystemHost.BuildAt(args, World.Clock), World.FillAsync, TestToken.Of);
            """);
}
