using Ashlar.Core.Text;

namespace Ashlar.Golden.Models;

/// <summary>Rows that are written by one statement and shown by it: letters are never found, parcels are.</summary>
internal static class DropBox
{
    public static SourceFile File { get; } = new("model/box.ashlar", """
        system Box { title "A box for letters" }
        module Post

        entity Letter {
          text: text max 400 not blank

          access {
            // allow public-write: everybody may drop a letter
            read, create, update to anyone
          }
        }

        entity Parcel {
          text:  text max 400 not blank
          marks: Mark[] max 5

          access {
            // allow public-write: everybody may drop a parcel
            read, create to anyone
          }
        }

        type Mark = text max 20

        api Web {
          path "/api"
          expose Letter { create update }
          expose Parcel { create }
        }
        """);
}
