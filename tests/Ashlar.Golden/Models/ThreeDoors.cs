using Ashlar.Core.Text;

namespace Ashlar.Golden.Models;

/// <summary>
/// Three APIs with forms of their own: one action is offered four times, one entity five times, the caller three times, and
/// names are words of C#.
/// </summary>
internal static class ThreeDoors
{
    private const string Text =
        """
        system Doors { title "Three doors" }

        module One

        type Word = text max 30 not blank

        enum Kind { New, Class }

        entity Class principal {
          email:     email       unique
          password:  password min 12 max 128
          event:     text max 40 not blank unique
          namespace: Word[] max 5
          kinds:     Kind[] max 5
          friends:   Class[]     readonly linked

          access {
            read, update, delete to signed in where this == caller
            read { event, namespace, kinds, friends } to anyone
            create               to anyone
          }
        }

        action Poke {
          input  { class: Class, note: text? max 20 }
          access to signed in
          do     { add caller to class.friends }
        }

        // allow view-without-index: few
        view Words {
          input  { least: int min 0 max 10 = 0 }
          from   Class as class
          group  by each class.namespace as string, class.event as int
          select { string, int, rows: count(c in group) }
          keep   where rows >= least
          limit  50
          access to anyone
        }

        // allow view-without-index: few
        view Kinds {
          input  { class: Class }
          from   Class as row where row == class
          group  by each row.kinds as kind
          select { kind, rows: count(c in group) }
          limit  9
          access to signed in where class == caller
        }

        shape Me of Class { id, event }

        api Web {
          path "/api"
          sign in with password
          row version optional
          errors { class: { "{subject}": messages } }
          refusals { Stale status 409   Invalid status 422 message "no"   SignedOut about "namespace" }
          expose Class as event {
            list { sort event }
            read
            create
            update
            delete
            run  Poke
          }
          expose Class as other {
            list at GET "/others" {
              only where caller == null or caller != other
              page by offset
              reply { all: Me of rows }
            }
          }
          expose caller as class { read   update   delete }
          expose view Words { reply 203 { deep: { list: string of rows } } }
          expose view Kinds { reply { kinds: rows } }
          run Poke at PUT "/poke" { body { x: { note, class } }   reply 200 { class: Me of class } }
        }

        api Desk {
          path "/desk"
          sign in with password
          refusals { Forbidden status 404 message "Not here \"ever\"." }
          expose Class { read   update }
          expose caller as me {
            read   at GET "/self" { reply { self: Me of me } }
            update at PATCH "/self" { reply 204 }
          }
          expose view Words
          run Poke
        }

        api Third {
          path "/third"
          sign in with password
          errors { error: { code: code, message: message, status: status, fixed: "x\"y" } }
          expose Class  { read }
          expose caller { read   delete }
          run Poke at POST "/poke-again"
        }

        scenario "x" {
          given ann: Class { event: "e1", namespace: ["a", "b"] }, bob: Class { event: "e2", namespace: ["a"] }
          as ann through Web {
            read Words gives [{ string: "a" }, { string: "a" }, { string: "b" }]
            run Poke { class: bob }
            read Kinds { class: bob } fails Forbidden
            update bob { event: "x" } fails Forbidden
          }
          as ann through Desk {
            update bob { event: "x" } fails Forbidden
            read Words { least: 2 } gives []
          }
          as nobody { run Poke { class: bob } fails SignedOut }
          then ann in bob.friends
        }
        """;

    public static SourceFile File { get; } = new("model/doors.ashlar", Text);
}
