using System.Globalization;
using System.Text;
using Ashlar.Core;
using Ashlar.Core.Diagnostics;
using Ashlar.Core.Text;

namespace Ashlar.Tests.Analysis;

/// <summary>What the pages of the rules do not show: long paths, large models, and what is deliberately no finding.</summary>
public sealed class ModelRuleTests
{
    [Fact]
    public void A_reference_cycle_shows_each_step()
    {
        var found = Assert.Single(Check(Entities("A -> B", "B -> C", "C -> A", "D -> A")));
        Assert.Equal("required-reference-cycle", found.Code);
        Assert.Equal("1. `A.next` needs a `B`, 2. `B.next` needs a `C`, 3. `C.next` needs an `A`", Assert.Single(found.Notes));
        Assert.Equal(2, found.Related.Count);
    }

    [Fact]
    public void A_bound_of_a_duration_is_shown_as_it_is_written()
    {
        var found = Assert.Single(Check("""
            system Clinic { title "A clinic" }
            entity Visit { length: duration min 90m max 4h   access { read to anyone } }
            api Web { path "/api"   expose Visit { read } }
            sample Visit { length: 5h }
            """));
        Assert.Equal("the sample's `length` breaks `max 4h` of the field", found.Message);
    }

    [Theory]
    [InlineData("Account", "a `text` and an `Account` cannot be compared")]
    [InlineData("User", "a `text` and a `User` cannot be compared")]
    [InlineData("Hour", "a `text` and an `Hour` cannot be compared")]
    public void The_article_is_chosen_by_the_sound(string entity, string message)
    {
        var found = Check($$"""
            system Clinic { title "A clinic" }
            entity {{entity}} {
              name: text max 9
              next: {{entity}}? on delete clear
              check Odd "Odd." { next == null or name == next }
              access { read to anyone }
            }
            api Web { path "/api"   expose {{entity}} { read } }
            """);
        Assert.Equal(message, Assert.Single(found).Message);
    }

    [Fact]
    public void Two_cycles_are_two_findings() =>
        Assert.Equal(2, Check(Entities("A -> B", "B -> A", "C -> D", "D -> C")).Count);

    [Fact]
    public void An_optional_reference_breaks_a_cycle() => Assert.Empty(Check(Entities("A -> B", "B -> C", "C -> A?")));

    [Fact]
    public void A_chain_of_any_length_is_no_cycle()
    {
        var chain = Enumerable.Range(0, 3000).Select(i => $"E{i} -> E{i + 1}").Append("E3000 -> E0?");
        Assert.Empty(Check(Entities([.. chain])));
    }

    [Fact]
    public void A_long_cycle_is_found()
    {
        var cycle = Enumerable.Range(0, 3000).Select(i => $"E{i} -> E{(i + 1) % 3000}");
        Assert.Contains("by 3000 references", Assert.Single(Check(Entities([.. cycle]))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_root_role_may_have_fewer_rights_than_those_that_it_hands_out() => Assert.Empty(Check("""
        system Desk { title "A desk" }
        role Head granted by Head
        role Writer granted by Head
        entity Account principal {
          email: email unique
          password: password min 12 max 128
          access { read to signed in where this == caller   create to Head }
        }
        entity Note { text: text max 100   access { read, create to Head   read, create, update, delete to Writer } }
        api Web {
          path "/api"   sign in with password
          expose Note { list read create update delete }
          expose Account { create }
        }
        """));

    [Fact]
    public void A_system_without_an_api_has_no_unreachable_entity() => Assert.Empty(Check("""
        system Desk { title "A desk" }
        entity Note { text: text max 100   access { read to anyone } }
        """));

    [Fact]
    public void Asking_whether_somebody_is_the_caller_shows_nothing_of_others() => Assert.Empty(Check("""
        system Desk { title "A desk" }
        entity Account principal {
          email: email unique
          password: password min 12 max 128
          access { create to anyone   read to signed in where this == caller }
        }
        entity Note {
          text: text max 100
          fans: Account[] linked
          access { read { text } to anyone   create { text } to signed in }
        }
        shape NoteCard of Note { text, liked: caller != null and caller in fans }
        api Web { path "/api"   sign in with password   expose Note { list { sort text reply NoteCard of rows }   create } }
        """));

    private static IReadOnlyList<Diagnostic> Check(string text) =>
        Compilation.Create([new SourceFile("model.ashlar", text)]).Diagnostics;

    /// <summary>`A -> B` is an entity with a required reference, `A -> B?` one with an optional one.</summary>
    private static string Entities(params string[] references)
    {
        var text = new StringBuilder("system Graph { title \"A graph\" }\n");
        foreach (var (from, to) in references.Select(reference => (reference.Split(' ')[0], reference.Split(' ')[2])))
        {
            var rule = to.EndsWith('?') ? "clear" : "restrict";
            text.Append(CultureInfo.InvariantCulture, $"entity {from} {{ next: {to} on delete {rule}   ");
            text.Append("access { read to anyone } }\n");
        }

        return text.ToString();
    }
}
