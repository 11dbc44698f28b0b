using Ashlar.Core;
using Ashlar.Core.Model;
using Ashlar.Core.Text;

namespace Ashlar.Kernel.Tests.Migrations;

/// <summary>A model with something of everything that a database holds, and other models that are edits of its text.</summary>
internal static class ChangeModel
{
    public const string Text = """
        system Change { title "Change" }
        role Clerk granted by Clerk
        module Shop

        enum Color { Red, Green, Blue }
        type Word = text max 40
        type Size { width: int   label: text max 40   depth: int? }

        entity Person principal plural "people" {
          email: email unique
          name:  text max 100
          access { read, create, update, delete to Clerk }
        }

        entity Shelf {
          name:  text max 100
          floor: int = 1
          access { read, create, update, delete to Clerk }
        }

        entity Part {
          label:  text max 50
          weight: int min 1
          access as book
        }

        /// A thing to read.
        entity Book {
          title:  text max 200
          sub:    text? max 200
          pages:  int?
          price:  decimal(10, 2)
          color:  Color
          mood:   Color?
          status: state { initial New   New -> Open   Open -> Closed   final Closed }
          size:   Size?
          shelf:  Shelf on delete restrict
          helper: Person? on delete clear
          parts:  Part[] owned max 10
          words:  Word[] max 20
          fans:   Person[] linked
          number: int generated sequence
          twice:  decimal(12, 2) computed { price + price }
          added:  instant = now
          check Priced "A book has a price." { price >= 0 }
          check Light  "The parts are light." { sum(p in parts: p.weight) <= 100000 }
          index  title, added desc
          search title, shelf.name
          access { read, create, update, delete to Clerk }
        }

        """;

    public static SystemModel Model { get; } = Compile(Text);

    public static SystemModel Compile(string text)
    {
        var compilation = Compilation.Create([new SourceFile("change.ashlar", text)]);
        Assert.Empty(compilation.Diagnostics.Where(found => found.IsError)
            .Select(found => $"{found.Location.Span.Start}: {found.Message}"));
        return compilation.Model;
    }

    /// <summary>The text with each of the edits: `was => is`, each of which is there once.</summary>
    public static string Edited(params IEnumerable<string> edits) => edits.Aggregate(Text, (text, edit) =>
    {
        var parts = edit.Split(" => ", 2);
        Assert.Equal(2, text.Split(parts[0]).Length);
        return text.Replace(parts[0], parts[1], StringComparison.Ordinal);
    });
}
