using Ashlar.Core;
using Ashlar.Core.Model;
using Ashlar.Core.Text;

namespace Ashlar.Kernel.Tests.Expressions;

/// <summary>
/// A system with a field of every type, required and optional, a referenced entity, an owned list and lists of values.
/// </summary>
internal static class Lab
{
    private const string Text = """
        system Lab { title "Every type"   timezone "Europe/Paris" }
        role Tester granted by Tester
        role Guest granted by Tester
        module Bench

        enum Color { Red, Green, Blue }
        type Word = text max 2000
        type Size { width: int   label: text max 2000   depth: int? }

        function Near { input { place: Place?, thing: Thing }   gives bool { place == thing.place or place == null and thing.flag } }
        function Twice { input { value: decimal(10, 2) }   gives decimal(13, 2) { value * 2 + 0.50 } }

        entity Person principal plural "people" {
          email: email unique
          name:  text max 2000
          nick:  text? max 2000
          age:   int?
          born:  date?
          paid:  decimal(8, 3)
          home:  Place? on delete restrict
          access { read, create, update, delete to Tester }
        }

        entity Place {
          name:  text max 2000
          rank:  int
          since: instant
          zone:  zone
          access { read, create, update, delete to Tester }
        }

        entity Line {
          text:   text max 2000
          note:   text? max 2000
          number: int min 1 max 99
          price:  decimal(10, 2)
          size:   long
          day:    date?
          length: duration
          done:   bool
          color:  Color?
          helper: Person? on delete restrict
          gross:  decimal(13, 2) computed { number * price }
          access as thing
        }

        entity Thing {
          text:     text max 2000
          textOr:   text? max 2000
          int:      int
          intOr:    int?
          few:      int min 1 max 99
          fewOr:    int? min -9 max 9
          long:     long
          longOr:   long?
          money:    decimal(10, 2)
          moneyOr:  decimal(12, 4)?
          fine:     decimal(18, 6)
          flag:     bool
          flagOr:   bool?
          day:      date
          dayOr:    date?
          time:     time
          timeOr:   time?
          at:       instant
          atOr:     instant?
          span:     duration
          spanOr:   duration?
          zone:     zone
          weekday:  weekday
          weekdayOr: weekday?
          key:      uuid
          keyOr:    uuid?
          color:    Color
          colorOr:  Color?
          site:     url?
          status:   state { initial New   New -> Open   Open -> Closed   final Closed }
          size:     Size
          sizeOr:   Size?
          owner:    Person? on delete restrict
          place:    Place on delete restrict
          lines:    Line[] owned max 100
          words:    Word[] max 20
          likes:    Person[] linked
          double:   decimal(12, 2) computed { money + money }
          total:    decimal(16, 2) computed { sum(l in lines: l.gross) }
          upper:    text max 2000 computed { text.upper }
          access { read, create, update, delete to Tester }
        }
        """;

    public static SystemModel Model { get; } = Compile(Text);

    public static Entity Entity(string name) =>
        Model.Entity(new ElementName("Bench", name)) ?? throw new InvalidOperationException($"no entity {name}");

    public static SystemModel Compile(string text)
    {
        var compilation = Compilation.Create([new SourceFile("lab.ashlar", text)]);
        var errors = compilation.Diagnostics.Where(found => found.IsError).Select(found => $"{found.Code}: {found.Message}")
            .ToArray();
        return errors.Length == 0 ? compilation.Model : throw new InvalidOperationException(string.Join('\n', errors));
    }
}
