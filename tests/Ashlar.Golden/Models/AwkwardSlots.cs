using Ashlar.Core.Text;

namespace Ashlar.Golden.Models;

/// <summary>Slots whose names are words of C#, names of the code around them, or those of another module.</summary>
internal static class AwkwardSlots
{
    public static SourceFile File { get; } = new("model/odd.ashlar", """
        system Odd { title "Odd names" }

        module Front uses Back

        entity Slots { name: text max 10   access { read, create { name } to anyone } }

        type Place { class: text max 10   level: Back.Level?   int: int? }

        entity Slot {
          value: int
          place: Place?
          level: Back.Level?
          when:  instant = now
          took:  duration = 2h
          day:   weekday = Monday
          mail:  email?
          out:   text? max 400 readonly
          access { read, create { value, place, level, when, took, day, mail } to anyone }
        }

        /// Words of C#.
        slot Class {
          input  { cancellation: int, class: Place?, answer: Back.Level?,
            stop: instant, work: duration, value: weekday, slot: email? }
          output { ok: int   equals: text? max 400   value: Back.Spot?
            when: instant   day: weekday   level: Back.Level?   took: duration }
          fails  Class, Equals, ClassResult, Boundary, Output, Run, RunAsync
          effect none
        }

        /// One of the same name as in the other module.
        slot Twin { input { string: text max 10 }   output text? max 10   effect none }

        slot None { output bool   effect none }

        /// Called by workflows, with names of the code around it.
        slot Charge {
          input   { key: text max 10, outside: int, cancellation: int, place: Place? }
          output  { key: text max 10   failure: int   given: Place? }
          fails   Key, Failure transient, Given, RunAsync, Boundary, SlotFailure
          can     { http Http.class, http Http.other, config Http, config Odd }
          effect  reconcile by Find
          timeout 20s
        }

        config Http {
          class: url
          other: url
          token: secret
          more:  secret?
          level: Back.Level?
          when:  date?
          http:  text max 10 = "a"
        }

        config Odd { key: secret   outside: int = 1   level: Back.Level = Default }

        slot Find {
          input   { outside: int }
          output  { key: text max 10   failure: int   given: Place? }
          fails   NotDone
          effect  idempotent
          timeout 5s
        }

        slot Send { output text max 10   effect once irreversible   timeout 1m }

        action Use {
          input  { slot: Slot, work: text max 10 }
          access to anyone
          do {
            run Class { cancellation: slot.value, class: slot.place, answer: slot.level,
              stop: slot.when, work: slot.took, value: slot.day, slot: slot.mail } as event
            run Twin { string: "a" } as refusal
            run None { } as flag
            if flag { set slot.out = refusal }
            if event.value != null { set slot.out = event.value.city }
            if event.equals != null { set slot.out = event.equals }
            set slot.when = event.when
            for other in Slot where other.value == event.ok sort other.value limit 5 {
              run Twin { string: work } as inner
              require inner != null else Nothing "Nothing."
            }
            run Back.Go { }
          }
        }

        module Back

        public enum Level { Default, Class, Ok }

        public type Spot { city: text max 10   level: Level = Ok }

        entity Row { name: text max 10   access { read, create { name } to anyone } }

        slot Twin { input { string: text max 10 }   output { a: text? max 10 }   effect none }

        public action Go {
          access internal
          do {
            run Twin { string: "b" } as twin
            create Row { name: twin.a ?? "x" }
          }
        }

        api Web {
          path "/api"
          expose Front.Slots { list { sort name }   read   create }
          expose Front.Slot  { list { sort value }   read   create   run Front.Use }
          expose Back.Row    { list { sort name }   read   create }
        }
        """);
}
