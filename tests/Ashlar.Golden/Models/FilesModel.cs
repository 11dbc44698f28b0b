using Ashlar.Core.Text;

namespace Ashlar.Golden.Models;

/// <summary>
/// Files where they are awkward: readable by some, on an owned row, behind a path, open to anyone, readonly, as the only field
/// that is updated, part of a check, of a rule between rows, of an access rule and of a value that each change sets.
/// </summary>
internal static class FilesModel
{
    private const string Text =
        """
        system Corners { title "Files in every corner" }
        role Editor granted by Editor
        module People

        entity Person principal plural "people" {
          email:    email        unique personal
          password: password     min 12 max 128
          name:     text max 120 not blank
          portrait: file? max 500KB types "image/png"

          public { name, portrait }

          access {
            create { email, password, name } to anyone
            read { name }                    to signed in
            read                             to signed in where this == caller
            update { portrait }              to signed in where this == caller
            never delete
          }
        }

        module Docs uses People

        entity Doc {
          title:     text max 100 not blank
          draft:     bool = true
          secret:    bool = false
          owner:     People.Person readonly = caller on delete restrict
          scan:      file? max 2MB types "application/pdf", "image/png", "application/octet-stream"
          coverImage: file? max 1MB types "image/webp"
          original:  file? max 1MB types "text/csv" readonly
          changedAt: instant readonly = now on update now
          hasScan:   bool readonly = false on update scan != null
          pages:     Page[] owned max 20

          check NoScanOfSecret "A secret has no scan." { secret == false or scan == null }
          unique OneScanned "One scanned at a time." { title where scan != null }

          access {
            read except { scan }         to anyone
            read                         to Editor
            read                         to signed in where owner == caller
            create                       to Editor
            create { title, draft, pages } to signed in
            update                       to Editor
            update { scan }              to signed in where owner == caller and hasScan == false
            update { title, pages }      to signed in where owner == caller
            delete                       to Editor
          }
        }

        entity Page {
          text:  text max 4000
          image: file? max 1MB types "image/png"

          access as doc
        }

        /// Anyone may leave a file here.
        entity Drop {
          label: text max 50
          thing: file? max 10KB types "text/plain"

          access {
            // allow public-write: a letter box
            read, create, update to anyone
            delete to Editor
          }
        }

        /// A letter box: whoever writes a letter does not get it back.
        entity Letter {
          label:  text max 50
          paper:  file? max 10KB types "text/plain"

          access {
            // allow public-write: a letter box
            create, update to anyone
            read           to Editor
            delete         to Editor
          }
        }

        shape DocCard of Doc {
          title, coverImage, scan when allowed, face: owner.portrait when allowed, isScanned: scan != null when allowed
        }

        api Front {
          path "/api"
          sign in with password
          expose People.Person { list { sort name } read create update }
          expose Doc {
            list { sort title filter owner reply DocCard of rows }
            read { include pages, owner }
            create with pages
            update with pages { reply DocCard of doc }
            delete
          }
          expose Page { list { filter doc } read update }
          expose Drop { list read create update delete }
          expose Letter { list read create update delete }
        }

        sample ed: People.Person as Editor { email: "ed@x.example", password: "correct horse battery", name: "Ed" }
        sample al: People.Person { email: "al@x.example", password: "correct horse battery", name: "Al" }
        sample Doc { title: "One", owner: al, pages: [{ text: "p1" }, { text: "p2" }] }
        sample Doc { title: "Two", owner: al, secret: true }
        sample Drop { label: "x" }
        sample Letter { label: "y" }
        """;

    public static SourceFile File { get; } = new("model/corners.ashlar", Text);
}
