using System.Globalization;
using System.Text;

namespace Ashlar.Bench;

/// <summary>
/// A model of any size with the mix of a business system: modules of ten entities; ten fields each with references to
/// the entity before, an owned list now and then, a state, checks, access by row, an index, and an API over all.
/// </summary>
internal static class GrownModel
{
    private const int EntitiesInModule = 10;

    public static IReadOnlyList<(string Path, string Text)> OfSize(int entities)
    {
        var files = new List<(string, string)> { ("system.ashlar", System) };
        for (var module = 0; module * EntitiesInModule < entities; module++)
        {
            var count = Math.Min(EntitiesInModule, entities - module * EntitiesInModule);
            files.Add(($"m{module:0000}.ashlar", Module(module, count)));
        }

        return files;
    }

    private const string System =
        """
        system Grown { title "A model of a given size"   timezone "Europe/Paris" }
        role Clerk granted by Clerk
        role Chief granted by Chief

        module People

        entity Person principal plural "people" {
          email:    email        unique personal
          password: password     min 12 max 128
          name:     text max 120 not blank

          public { name }

          access {
            read   to signed in
            create to Clerk
            update to signed in where this == caller
            never delete
          }
        }

        api People { path "/api/people"   sign in with password   expose Person { list { sort name } read create update } }

        """;

    private static string Module(int module, int count)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"module M{module:0000} uses People\n\n");
        text.Append(CultureInfo.InvariantCulture, $"enum Kind{module:0000} {{ Plain, Fancy, Rare }}\n\n");
        for (var i = 0; i < count; i++)
        {
            text.Append(Entity(module, i));
        }

        text.Append(CultureInfo.InvariantCulture, $"api A{module:0000} {{\n  path \"/api/m{module:0000}\"\n");
        for (var i = 0; i < count; i++)
        {
            text.Append(CultureInfo.InvariantCulture,
                $"  expose {Name(module, i)} {{ list {{ filter kind, holder sort name, price }} read create update delete }}\n");
        }

        return text.Append("}\n").ToString();
    }

    private static string Entity(int module, int i)
    {
        var previous = i == 0 ? "" : $"\n  before:  {Name(module, i - 1)}? on delete clear";
        return $$"""
            /// Thing number {{i}} of its module.
            entity {{Name(module, i)}} {
              code:    text length 8  unique matches pattern "[A-Z0-9]{8}"
              name:    text max 100   not blank
              remark:  text? max 1000 blank as null
              price:   decimal(10, 2) min 0
              count:   int min 0 max 100000 = 0
              worth:   decimal(18, 2) computed { price * count }
              kind:    Kind{{module:0000}} = Plain
              madeOn:  date
              soldOn:  date?
              holder:  People.Person  readonly = caller on delete restrict
              changed: instant        readonly = now on update now{{previous}}

              check SoldLater "It is sold after it is made."     { soldOn == null or soldOn >= madeOn }
              check RareCosts "What is rare costs more than ten." { kind != Rare or price > 10 }
              index madeOn desc, name

              access {
                read                   to Clerk, Chief
                read except { remark } to signed in where holder == caller
                create, update         to signed in where holder == caller
                delete                 to Chief
              }
            }


            """;
    }

    private static string Name(int module, int i) => $"Thing{module:0000}x{i}";
}
