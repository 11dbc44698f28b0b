using Ashlar.Core.Text;

namespace Ashlar.Golden.Models;

/// <summary>Two APIs over one module: both expose books, one of them secrets as well.</summary>
internal static class TwoDoors
{
    private const string Text =
        """
        system Two { title "Two doors" }
        role Editor granted by Editor
        module People
        entity Person principal plural "people" {
          email:    email        unique personal
          password: password     min 12 max 128

          access {
            create { email, password } to anyone
            read, update to signed in where this == caller
            never delete
          }
        }
        module M
        entity Book {
          title: text max 50 not blank
          cover: file? max 1MB types "image/png"
          notes: Note[] owned max 5
          access { read to anyone   create, update, delete to Editor }
        }
        entity Note { text: text max 100   access as book }
        entity Secret {
          title: text max 50 not blank
          access { read, create, update, delete to Editor }
        }
        shape BookCard of Book { id, title, cover }
        api Shop {
          path "/shop"
          sign in with password
          expose Book { list { sort title reply BookCard of rows } read }
        }
        api Staff {
          path "/staff"
          sign in with password
          expose People.Person { list { sort email } read create update }
          expose Book { list { sort title } read { include notes } create with notes update with notes delete }
          expose Secret { list { sort title } read create update delete }
        }
        sample ed: People.Person as Editor { email: "ed@x.example", password: "correct horse battery" }
        sample Book { title: "One" }
        sample Secret { title: "S" }
        """;

    public static SourceFile File { get; } = new("model/two.ashlar", Text);
}
