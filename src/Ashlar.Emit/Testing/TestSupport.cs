using Ashlar.Emit.Host;
using Ashlar.Emit.Kernel;
using Ashlar.Emit.Settings;
using Ashlar.Emit.Text;
using static Ashlar.Emit.EmittedFiles;

namespace Ashlar.Emit.Testing;

/// <summary>
/// `tests/NAME.Tests/Testing.Support/…`: what starts the system, sends requests and reads answers. No module is called like
/// a folder with a dot.
/// </summary>
internal static class TestSupport
{
    /// <summary>What the test framework has to know of stands beside the tests: `ashlar test` does without it.</summary>
    private const string Shared = "SharedSystem.cs";

    private static readonly EmbeddedSource Source = new("testing/");

    public static IEnumerable<EmittedFile> Emit(Emission emission)
    {
        var kernel = emission.Root.Member(Ident.Of("Kernel")).Text;
        var files = Source.Files.Where(source => IsUsed(emission, source.Path)).Select(source => new EmittedFile(
            $"{Folders.Tests(emission)}/{(source.Path == Shared ? "" : "Testing.Support/")}{source.Path}",
            Header.OfTests().Text + "\n" + KernelSource.Namespace()
                .Replace(source.Text, kernel)
                .Replace("namespace Ashlar.SystemTesting;", $"namespace {emission.Tests};", StringComparison.Ordinal),
            FileOwner.Generated));
        return
        [
            .. files,
            Generated($"{Folders.Tests(emission)}/Tested.cs", Tested(emission)),
            Generated($"{Folders.Tests(emission)}/RunningSystem.cs", RunningSystem(emission)),
        ];
    }

    // People have tokens of an issuer, or of sessions that the tests put into the database.
    private static bool IsUsed(Emission emission, string path) => path switch
    {
        "TestIssuer.cs" => emission.HasIssuer,
        "TestToken.cs" => !emission.HasIssuer,
        _ when path.EndsWith(".Callbacks.cs", StringComparison.Ordinal) =>
            emission.HasCallbacks
            && (!path.Contains("Scenario", StringComparison.Ordinal) || !emission.Model.Scenarios.IsEmpty),
        _ when path.Contains("Scenario", StringComparison.Ordinal) => !emission.Model.Scenarios.IsEmpty,
        _ => true,
    };

    private static Code RunningSystem(Emission emission) => Code.Of($$"""
        {{Header.OfSystem(emission.Model)}}
        [assembly: AssemblyFixture(typeof({{emission.Tests}}.TestDatabases))]

        namespace {{emission.Tests}};

        /// <summary>The system with the rows of <see cref="World"/>, for the tests of one class.</summary>
        public sealed class RunningSystem() : SharedSystem(Definition)
        {
            private static readonly SystemUnderTest Definition =
                Tested.With(World.Clock, World.FillAsync{{Code.When(emission.HasIssuer, () => Code.Of($", World.NameOf"))}});

            {{(emission.HasIssuer ? Code.Of($"/// <summary>Whose tokens count.</summary>\npublic static TestIssuer Issuer => Tested.Issuer;") : Code.Empty)}}

            /// <summary>Runs a test that changes something on a system of its own.</summary>
            public static Task OnFreshAsync(Func<TestSystem, Task> test) => TestSystem.OnEachAsync(Definition, test);
        }
        """);

    private static Code Tested(Emission emission) => Code.Of($$"""
        {{Header.OfSystem(emission.Model)}}
        using {{emission.Root}}.Host;
        using {{emission.Root}}.Kernel;

        namespace {{emission.Tests}};

        /// <summary>The system that the tests run.</summary>
        internal static class Tested
        {
            {{Definition(emission)}}
        }
        """);

    private static Code Options(Emission emission)
    {
        var tokens = Code.When(!emission.Tokens.IsDefault, () => Code.Of($"Tokens = {ApiContract.Tokens(emission.Tokens)},"));
        var settings = Code.When(!emission.Model.Configs.IsEmpty, () => Code.Of($"Settings ={Settings(emission, Code.Empty)},"));
        return tokens.IsEmpty && settings.IsEmpty ? Code.Empty
            : settings.IsEmpty ? Code.Of($$""" { Tokens = {{ApiContract.Tokens(emission.Tokens)}} }""")
            : Code.Of($$"""

                {
                    {{tokens}}
                    {{settings}}
                }
                """);
    }

    /// <summary>What nobody has set in a test.</summary>
    private static Code Settings(Emission emission, Code others)
    {
        var own = SampleSettings.Of(emission.Model)
            .Select(sample => Code.Of($"{Lit.Of($"--{sample.Config.Section}:{sample.Key.Name}={sample.Value}")},")).ToList();
        return Code.Of($$"""

            [
                {{(others.IsEmpty ? others : Code.Of($".. {others},"))}}
                {{Code.Lines(own)}}
            ]
            """);
    }

    private static Code Definition(Emission emission) => emission is { HasIssuer: true, SignIn: { } signIn }
        ? Code.Of($$"""
            /// <summary>Whose tokens count.</summary>
            public static TestIssuer Issuer { get; } = TestIssuer.Start({{Lit.Of(signIn.Audience)}}, {{Lit.Of(signIn.Match)}});

            /// <summary>The system with a clock, its rows, and what the issuer calls its people.</summary>
            public static SystemUnderTest With(TimeProvider clock, Func<Session, Task> fill, Func<string, string> nameOf) =>
                new(args => SystemHost.BuildAt(args, clock), fill, actor => Issuer.TokenOf(nameOf(actor)))
                {
                    Settings = {{(emission.Model.Configs.IsEmpty ? Code.Of($"Issuer.Settings") : Settings(emission, Code.Of($"Issuer.Settings")))}},
                };
            """)
        : Code.Of($$"""
            /// <summary>The system with a clock and its rows.</summary>
            public static SystemUnderTest With(TimeProvider clock, Func<Session, Task> fill) =>
                new(args => SystemHost.BuildAt(args, clock), fill, TestToken.Of){{Options(emission)}};
            """);
}
