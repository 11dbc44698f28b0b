using Ashlar.Core.Text;
using Ashlar.Emit;
using Ashlar.Golden.Trees;

namespace Ashlar.Golden.Apis;

/// <summary>A key that only asks whether the caller is among others is there for everybody, as the findings say.</summary>
public sealed class CallerQuestionTests
{
    private const string Model =
        """
        system Fans { title "Who follows whom" }
        entity Person principal plural "people" {
          email:     email    unique personal
          password:  password min 12 max 128
          name:      text max 80
          follows:   Person[] linked readonly
          followers: Person[] inverse follows

          access {
            create { email, password, name } to anyone
            read { name } to anyone
            read, update { name } to signed in where this == caller
          }
        }
        action Follow {
          input  { person: Person }
          access to signed in
          do     { add person to caller.follows }
        }
        shape Card of Person {
          id, name,
          following: caller != null and caller in followers,
          popular:   count(f in followers) > 9 when allowed
        }
        api Web {
          path "/api"
          sign in with password
          expose Person { read { reply Card of person }   create   update   run Follow { reply Card of person } }
        }
        """;

    private static readonly string Card = GoldenCase.Generate([new("fans.ashlar", Model)]).Files
        .Single(file => file.Path.EndsWith("/Card.cs", StringComparison.Ordinal)).Text;

    [Fact]
    public void Whether_the_caller_is_among_others_is_always_answered() =>
        Assert.Contains("bool Following", Card, StringComparison.Ordinal);

    [Fact]
    public void What_tells_of_others_is_answered_where_it_may_be_read() =>
        Assert.Contains("bool? Popular", Card, StringComparison.Ordinal);
}
