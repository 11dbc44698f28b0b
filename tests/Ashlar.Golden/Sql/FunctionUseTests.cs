using Ashlar.Core.Text;
using Ashlar.Golden.Trees;

namespace Ashlar.Golden.Sql;

/// <summary>PostgreSQL gets those functions of ours that some statement calls, wherever the model asks for it.</summary>
public sealed class FunctionUseTests
{
    private const string Model =
        """
        system Small { title "Small" }

        entity Person principal plural "people" {
          email:    email unique
          password: password min 12 max 128
          access { read, update to signed in where this == caller   create to anyone }
        }

        entity Note {
          writer: Person on delete cascade = caller readonly
          text:   text max 200
          access { read to signed in where writer == caller   create { text } to signed in }
        }

        action Change {
          input  { note: Note }
          access to signed in where note.writer == caller ACCESS
          REQUIRE
          do { BODY }
        }

        api Web {
          path "/api"
          sign in with password
          expose Person { read   create   update }
          expose Note   { list { sort text }   read   create   run Change }
        }

        scenario "A note" {
          given ann: Person, note: Note { writer: ann, text: "a" }
          then note.text == "a" THEN
        }
        """;

    [Theory]
    [InlineData("BODY", "set note.text = note.text.upper")]
    [InlineData("BODY", "if note.text.upper == \"A\" { delete note }")]
    [InlineData("REQUIRE", "require note.text.upper == \"A\" else NotA \"It is an A.\"")]
    [InlineData("ACCESS", "and note.text.upper == \"A\"")]
    [InlineData("THEN", "and note.text.upper == \"A\"")]
    public void A_function_that_is_called_is_there(string place, string text)
    {
        Assert.Contains("function text_upper(", Schema(place, text), StringComparison.Ordinal);
        Assert.DoesNotContain("function text_upper(", Schema("THEN", ""), StringComparison.Ordinal);
    }

    private static string Schema(string place, string text)
    {
        var model = Model.Replace(place, text, StringComparison.Ordinal);
        foreach (var other in (string[])["BODY", "REQUIRE", "ACCESS", "THEN"])
        {
            model = model.Replace(other, other == "BODY" ? "set note.text = \"b\"" : "", StringComparison.Ordinal);
        }

        return GoldenCase.Generate([new SourceFile("model/small.ashlar", model)])
            .Files.Single(file => file.Path.EndsWith("Schema/postgres.sql", StringComparison.Ordinal)).Text;
    }
}
