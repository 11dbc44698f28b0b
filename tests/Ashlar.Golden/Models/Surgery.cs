using Ashlar.Core.Text;

namespace Ashlar.Golden.Models;

/// <summary>Appointments to come that must not overlap, made with what they own by whoever has the animal.</summary>
internal static class Surgery
{
    public static SourceFile File { get; } = Of("startsAt > now and endsAt < now + 7d");

    /// <summary>The model with another condition for making an appointment.</summary>
    public static SourceFile Of(string condition) => new("model/surgery.ashlar", $$"""
        system Surgery { title "Surgery" }

        module Practice

        entity Account principal {
          email:    email     unique personal
          password: password
          access {
            create { email, password } to anyone
            read to signed in
          }
        }

        entity Animal {
          name:  text max 80
          owner: Account on delete restrict
          access { read to signed in where owner == caller }
        }

        entity Appointment {
          number:     text max 20 unique generated "NO-{sequence}"
          animal:     Animal      on delete restrict
          vet:        Account     on delete restrict
          startsAt:   instant
          length:     duration min 10m max 4h = 30m
          endsAt:     instant     computed { startsAt + length }
          treatments: Treatment[] max 30 owned

          exclusive VetBusy "The vet has another appointment then." { vet during startsAt until endsAt }

          access {
            read to signed in where animal.owner == caller
            create { animal, vet, startsAt, length } to signed in where animal.owner == caller and {{condition}}
            update { vet, startsAt, length } to signed in where animal.owner == caller
            never delete
          }
        }

        entity Treatment {
          text: text max 200
          access as appointment
        }

        api Surgery {
          path "/api"
          sign in with password
          expose Appointment { list { sort startsAt } read create with treatments update }
        }

        sample anna: Account { email: "anna@example.org", password: "correct horse battery" }
        sample ben: Account { email: "ben@example.org", password: "correct horse battery" }
        sample rex: Animal { name: "Rex", owner: anna }
        sample tom: Animal { name: "Tom", owner: anna }
        sample mia: Animal { name: "Mia", owner: anna }
        sample Appointment { animal: rex, vet: ben, startsAt: instant "2026-01-18T09:00:00Z", treatments: [{ text: "Shot" }] }
        sample Appointment { animal: mia, vet: ben, startsAt: instant "2026-01-18T10:00:00Z" }
        """);
}
