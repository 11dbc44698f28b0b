using System.Globalization;
using Ashlar.Core.Model;
using Ashlar.Core.Model.Types;
using Ashlar.Emit.Sql;
using Ashlar.Emit.Text;
using static Ashlar.Emit.EmittedFiles;
using ValueType = Ashlar.Core.Model.Types.ValueType;

namespace Ashlar.Emit.Testing;

/// <summary>`tests/NAME.Tests/World.cs`: the rows that the tests find in the database.</summary>
internal static class WorldFile
{
    public const string Password = "correct horse battery";

    public static IEnumerable<EmittedFile> Emit(Emission emission)
    {
        yield return Generated($"{Folders.Tests(emission)}/World.cs", Content(emission));
    }

    private static Code Content(Emission emission)
    {
        var inserts = new WorldInserts(emission, emission.Stage.World);
        return Code.Of($$"""
            {{Header.OfSystem(emission.Model)}}
            using {{emission.Root}}.Kernel;

            namespace {{emission.Tests}};

            /// <summary>
            /// Everybody and everything in the tests: the samples of the model, somebody for each role, a stranger without
            /// any, and a row of each entity that has no sample. Each test starts with these rows.
            /// </summary>
            internal static class World
            {
                /// <summary>What the time is: each run of the tests begins at the same moment.</summary>
                public static TimeProvider Clock { get; } =
                    new TestClock(new DateTimeOffset({{Oracle.Now.Year}}, {{Oracle.Now.Month}}, {{Oracle.Now.Day}}, {{Oracle.Now.Hour}}, 0, 0, TimeSpan.Zero));

                {{Code.When(emission.HasPasswords, () => Code.Of($"/// <summary>What everybody signs in with.</summary>\npublic const string Password = {Lit.Of(Password)};"))}}

                {{Code.When(emission.HasIssuer, () => NameOf(emission))}}

                {{Code.Blocks(inserts.Statements())}}

                /// <summary>Puts them into a database that has its tables.</summary>
                public static async Task FillAsync(Session session)
                {
                    var now = DateTimeOffset.FromUnixTimeMilliseconds(Clock.GetUtcNow().ToUnixTimeMilliseconds());
                    {{Code.When(inserts.UsesToday, () => Code.Of($"var today = DateOnly.FromDateTime(now.UtcDateTime);"))}}
                    {{Code.When(emission.HasPasswords, () => Code.Of($"var password = Passwords.Hash(Password);"))}}
                    {{Code.Lines(inserts.Rows())}}
                    {{Code.Lines(emission.Stage.World.Actors.Select(actor => inserts.Person(actor, Code.Of($"now.AddDays(1)"))))}}
                }
            }
            """);
    }

    // What is in the tokens finds the account.
    private static Code NameOf(Emission emission) => Code.Of($$"""
        /// <summary>What the issuer calls somebody.</summary>
        public static string NameOf(string actor) => actor switch
        {
            {{NamesOf(emission, emission.Stage.World)}}
            _ => actor,
        };
        """);

    /// <summary>The arms that say what the issuer calls the actors of a world.</summary>
    public static Code NamesOf(Emission emission, World world) => Code.Lines(world.Actors.Select(actor =>
        Code.Of($"{Lit.Of(actor.Name)} => {Lit.Of(actor.Row?[emission.SignIn?.Match ?? ""] as string ?? "")},")));
}
