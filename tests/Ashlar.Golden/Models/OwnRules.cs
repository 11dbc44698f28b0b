using Ashlar.Core.Text;

namespace Ashlar.Golden.Models;

/// <summary>Checks over values of every kind, which the program evaluates itself.</summary>
internal static class OwnRules
{
    public static SourceFile File { get; } = new("model/rules.ashlar", """
        system Rules { title "Rules" }

        module Places

        public enum Side { Left, Right }
        public type Address { street: text max 60   city: text max 60   since: date?   side: Side = Left }

        module Stock uses Places

        enum Kind { Box, Barrel }
        type Spot { shelf: int min 1 max 9   hint: text? max 40 }

        function Roomy { input { wide: int, high: int }   gives bool { wide * high > 4 } }

        entity Crate {
          name:   text max 40      not blank
          nick:   text? max 40
          class:  text max 9       = "plain"
          kind:   Kind             = Box
          other:  Kind?
          wide:   int min 1 max 99
          high:   int min 1 max 99
          price:  decimal(8, 2)    min 0
          rebate: decimal(8, 2)?   min 0
          made:   date
          best:   date?
          opens:  time
          closes: time
          day:    weekday
          lasts:  duration
          seen:   instant?
          spot:   Spot
          from:   Places.Address?
          inside: Crate?           on delete restrict
          light:  bool             = false
          area:   int              computed { wide * high }
          status: state { initial Open   Open -> Shut   final Shut }

          check Kind      "A barrel is not light."          { kind == Barrel or not light }
          check Different "The names differ."               { nick == null or nick != name }
          check Classy    "The class is short."             { class.length < 9 and class starts with "p" }
          check Others    "The kinds differ."               { other != kind }
          check Spacious  "A crate has room."               { Roomy(wide: wide, high: high) }
          check Area      "The area is not too large."      { area <= 5000 and area + wide > 2 }
          check Rebated   "The rebate is below the price."  { (rebate ?? 0.00) <= price }
          check Halves    "A third is enough."              { round(value: price / wide, places: 2, half: even) < 900000 }
          check Fresh     "It is best after it is made."    { best == null or best > made + 1 month }
          check Opening   "It opens before it closes."      { opens < closes and opens >= time "06:00" }
          check Weekdays  "Not on Sunday."                  { day in [Monday, Tuesday, Wednesday] }
          check Long      "It lasts."                       {
            lasts >= 2h and (seen == null or seen > instant "2020-01-01T00:00:00Z")
          }
          check Spotted   "A high shelf has a hint."        { spot.shelf < 8 or spot.hint != null }
          check Local     "It is from here."                { from == null or from.city == "Brest" or from.side == Right }
          check Itself    "A crate is not in itself."       { inside != this }
          check Open      "It begins open or light."        { status == Open or light }
          check Labelled  "The label is not the name."      { "{name} {wide}" != "x 1" }

          access {
            // allow public-write: everybody may try the rules
            read, create, update, delete to anyone
          }
        }

        module Web uses Stock

        api Web { path "/api"   expose Stock.Crate { list { sort name } read create update delete } }
        """);
}
