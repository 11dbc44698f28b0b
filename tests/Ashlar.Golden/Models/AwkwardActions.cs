using Ashlar.Core.Text;

namespace Ashlar.Golden.Models;

/// <summary>Actions, events and scenarios whose names and values get in the way of C#.</summary>
internal static class AwkwardActions
{
    private const string Text =
        """
        system Awkward { title "Awkward" }
        role Editor granted by Editor
        module People
        entity Person principal plural "people" {
          email:    email    unique personal
          password: password min 12 max 128
          boss:     Person?  on delete clear
          public { email, boss }
          access { create { email, password } to anyone   read, update { password, boss } to signed in where this == caller }
        }
        action Renew {
          input  { person: Person, change: int? }
          input  changes of Person { password, email, boss }
          access to signed in where person == caller
          do     { apply changes to person }
        }
        module Desk uses People
        type Place { street: text max 40   floor: int? }
        type Code = text max 9
        type Hint { more: text? max 9   less: int? }
        enum Kind { Low, High }
        entity Box {
          label:  text max 40   unique generated "B-{sequence}"
          owner:  People.Person readonly = caller on delete restrict
          kind:   Kind          readonly = Low
          place:  Place         readonly
          weight: decimal(8, 2) readonly min 0
          held:   duration      readonly = 1h
          note:   text? max 40  readonly
          status: state { initial Open   Open -> Shut   Shut -> Open   Shut -> Gone   final Gone }
          parts:  Part[] owned max 9
          codes:  Code[] max 5 readonly
          kinds:  Kind[] max 5 readonly
          rows:   Hint[] max 3 readonly
          hint:   Hint?  readonly
          public { label }
          access { read to anyone   never delete }
        }
        entity Part { name: text max 20   access as box }
        public event Moved per held { box: Box   held: duration   name: text max 40   subject: text? max 40   place: Place   kind: Kind }
        public event Gone per box { box: Box }

        public action Fill {
          input   { box: Box, rest: int? min 0, weight: decimal(8, 2) min 0, note: text? max 40, kind: Kind }
          access  internal
          require weight < 500 else Fill2 "Too heavy."
          do {
            set box.weight = weight
            set box.note = note
            set box.kind = kind
          }
        }
        action Make {
          input  { place: Place, weight: decimal(8, 2) min 0, ok: bool }
          access to signed in
          require ok else Make "It has to be so."
          do {
            create Box { place: place, weight: weight } as box
            create Part { box: box, name: "first" }
            run Fill { box: box, rest: null, weight: weight * 1, kind: High }
          }
        }
        action DeletePart { input { part: Part }   access to Editor   do { delete part } }
        action OnlyAsks {
          input   { ok: bool, event: int min 0 }
          access  to signed in
          require ok else Roles "It has to be so."
          do      { }
        }
        action Shut {
          input  { box: Box, refusal: text? max 20, work: int? }
          access to signed in where box.owner == caller
          do {
            move box.status to Shut
            if box.note == null { set box.note = refusal } else if refusal != null { set box.note = refusal } else { set box.note = null }
            for part in box.parts where part.name != "keep" sort part.name {
              for other in box.parts limit 3 { if other != part { set other.name = "{part.name}" } }
            }
            emit Moved {
              box: box, held: box.held, name: box.label, subject: refusal, place: box.place, kind: box.kind
            }
          }
        }
        action Sort {
          input  { box: Box, work: Code[] max 9, items: Hint[] max 3, kind: Kind = High, at: instant = now, hint: Hint? }
          access to signed in where box.owner == caller
          do {
            set box.codes = work
            set box.rows = items
            set box.kinds = [kind, box.kind]
            set box.hint = hint
            create Box { place: box.place, weight: 1, codes: work, kinds: [], rows: items } as copy
            let label = box.label
            run Sort2 { box: copy, work: ["a", label], hint: box.hint }
          }
        }
        action Amend {
          input  { box: Box, match: text? max 9 }
          input  changes of Box { place, kind, weight, held, note, codes, kinds, rows, hint, owner }
          input  People.Person { email }
          access to signed in where box.owner == caller
          do {
            if match != null { apply changes to box } else { for other in Box where other.note == email sort other.label limit 3 { apply changes to other } }
          }
        }
        action Sort2 {
          input  { box: Box, work: Code[] max 9, codes: Code[] max 2, kind: Kind = High, hint: Hint? }
          access internal
          do { set box.codes = codes   set box.kind = kind   set box.hint = hint }
        }
        action Pass {
          input  { box: Box, to: People.Person }
          access to signed in where to.boss == caller or box.owner == caller
          do { set box.owner = to   emit Gone { box: box } }
        }
        action Note {
          start on Moved as moved
          do { set moved.box.note = moved.subject ?? "none" }
        }
        action Every {
          start every day at "02:00"
          do { for box in Box where box.status == Open sort box.label limit 9 { move box.status to Shut } }
        }
        action TimeOnly {
          start every week on Sunday at "23:59:59" missed skip
          do { for box in Box where box.note == null sort box.label limit 9 { set box.note = "old" } }
        }
        action FlowSchedule { start every month on 31 at "00:00" missed run all   do { run Missed {} } }
        action Missed {
          access internal
          do { for box in Box where box.note == null sort box.label limit 9 { set box.note = "gone" } }
        }
        public action Event {
          input { box: Box }
          access to Editor
          do { set box.note = null }
        }
        public action Shape { input { box: Box }   access internal   do { set box.note = null } }
        config Callbacks { key: secret min 16   old: secret? min 20   rest: int = 1 }
        action HmacSignature {
          start at "/callbacks/a.b/~1" verified by hmac of Callbacks.key, Callbacks.old header "X-Signature" base64
            timestamp "X-Timestamp" within 90s once by id unknown members ignored
          input { id: uuid, work: text? max 9, body: int = 3, kind: Kind, place: Place, codes: Code[] max 3, at: instant? }
          do { for box in Box where box.note == work and box.kind == kind sort box.label limit 9 { set box.place = place } }
        }
        action Work {
          start at "/callbacks/work" verified by hmac of Callbacks.key header "X-Signature" hex once by run
          input { run: text max 9, kind: Kind, place: Place, codes: Code[] max 3 }
          do { for box in Box where box.note == run and box.kind == kind sort box.label limit 9 { set box.codes = codes   set box.place = place } }
        }
        action Received {
          start at "/callbacks/long" verified by hmac of Callbacks.key header "X_S" hex once by call
          input { call: long }
          do    { run Missed {} }
        }
        action SignatureForm {
          start at "/callbacks/int" verified by hmac of Callbacks.key header "X_S" hex once by reply
          input { reply: int, weight: decimal(8, 2) min 0 }
          do    { require weight < reply + 5 else Callback "Too heavy."   run Missed {} }
        }
        action DayOfWeek { start every 15m   do { run Missed {} } }
        shape BoxPage of Box { id, label, status, place, parts: PartPage of parts }
        shape PartPage of Part { id, name }
        api First {
          path "/api"
          sign in with password
          expose People.Person { read   create   update   run People.Renew }
          expose Box { list { sort label }   read { reply BoxPage of box }   run Shut, Pass, Sort, Amend }
          expose Part { read   run DeletePart }
          run Make { reply BoxPage of box }
          run OnlyAsks
        }
        api Second { path "/second"   sign in with password   expose Box { read   run Shut { reply BoxPage of box } }   run Make }
        scenario "Scenario" {
          given ann: People.Person, bob: People.Person { boss: ann }
          as ann {
            run Make { place: { street: "\"x\" & Sons" }, weight: 12.50, ok: true }
            run Make { place: { street: "a" }, weight: 12.50, ok: false } fails Make
          }
          then count(b in Box where b.weight == 12.50) == 1
        }
        scenario "Step 1" {
          given ann: People.Person, box: Box { owner: ann, held: 2h }
          as ann { run Shut { box: box } }
          receive Received { call: 5 }
          receive Work { run: "\"x\"", kind: Low, place: { street: "a \"b\"" }, codes: ["x"] }
          receive SignatureForm { reply: 1, weight: 900.00 } fails Callback
          then box.status == Shut and box.held == 2h and now > instant "2026-01-01T00:00:00Z" and today >= date "2026-01-15"
        }
        """;

    public static SourceFile File { get; } = new("model/awkward.ashlar", Text);
}
