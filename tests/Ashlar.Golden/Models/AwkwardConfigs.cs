using Ashlar.Core.Text;

namespace Ashlar.Golden.Models;

/// <summary>Configurations whose keys are words of C#, names of the code around them, or of every type there is.</summary>
internal static class AwkwardConfigs
{
    public static SourceFile File { get; } = new("model/odd.ashlar", """
        system Odd { title "Odd names" }

        module Front uses Back

        enum Mode { Default, Section }

        type Short = text max 10 matches pattern "[a-z]{2,5}"

        config Section {
          section:  text max 20
          class:    int min 0 max 10 = 3
          settings: long?
          text:     Short
          mode:     Mode = Default
          level:    Back.Level?
          read:     bool = false
          day:      date?
          at:       time?
          when:     instant?
          took:     duration min 1s max 1h
          zone:     zone
          weekday:  weekday = Monday
          key:      uuid?
          mail:     email?
          home:     url?
          secret:   secret min 8 max 100
          other:    secret?
          amount:   decimal(10, 2) min -5 max 5 = -1
          toString: text max 5 = "a\"b"
          require Class "It holds." { class < 5 or settings == null or settings > 3 }
          require Mode  "It \"holds\"." { mode == Section or section != "x" and took < 30m and zone starts with "E" }
          require Most  "A product." { amount * amount < 20 and text.length > 1 }
          require Level "Low." { level == null or level == Low }
        }

        entity Row {
          name:   text max 100
          amount: decimal(10, 2) = 0
          access { read, create { name } to anyone }
        }

        action Use {
          input  { row: Row, settings: int }
          access to anyone
          require settings < Section.class else TooMany "Too many."
          do {
            set row.amount = Section.amount
            let next = row.name
            if Section.home != null { set row.name = Section.section }
            for other in Row where other.amount < Section.amount sort other.amount limit 5 { set other.name = Section.text }
          }
        }

        module Back

        public enum Level { Low, High }

        config Section { section: text max 20 = "one"   secretOf: secret }

        entity Thing { name: text max 20   access { read, create { name } to anyone } }

        action Name {
          input  { thing: Thing }
          access to anyone
          do { set thing.name = Section.section }
        }

        api Web {
          path "/api"
          expose Front.Row  { list { sort name }   read   create   run Front.Use }
          expose Back.Thing { list { sort name }   read   create   run Back.Name }
        }
        """);
}
