using Ashlar.Kernel.Tests.Data;
using Ashlar.Kernel.Tests.Schemas;
using Ashlar.Testing;

namespace Ashlar.Kernel.Tests.Views;

/// <summary>Whatever a view names of a row, it tells nobody what the rules of the row keep from them.</summary>
public sealed class ViewAccessTests(PostgresServer server)
{
    private const string Model = """
        system Lab { title "A laboratory" }

        role Boss granted by Boss

        entity Person principal plural "people" {
          email:    email unique
          password: password min 12 max 128
          name:     text max 40

          access {
            read                             to signed in where this == caller
            read                             to Boss
            create { email, password, name } to anyone
            never update, delete
          }
        }

        entity Team {
          name:   text max 40
          secret: bool = false
          items:  Item[] inverse team

          access {
            read                   to signed in where secret == false
            read                   to Boss
            create, update, delete to Boss
          }
        }

        entity Item {
          team:   Team    on delete restrict
          second: Team?   on delete clear
          owner:  Person? on delete clear
          size:   int
          price:  decimal(10, 2)
          hidden: bool = false

          access {
            read except { price }  to signed in where hidden == false
            read { price }         to signed in where hidden == false and owner == caller
            read                   to Boss
            create, update, delete to Boss
          }
        }

        view Shown   { from Item as i   select { size: i.size }   sort i.size   limit 100   access to signed in }
        view Priced  { from Item as i   select { price: i.price }   sort i.size   limit 100   access to signed in }
        view Dear {
          from Item as i where i.price > 0
          select { size: i.size }
          sort i.size
          limit 100
          access to signed in
        }
        view Ordered { from Item as i   select { size: i.size }   sort i.price desc, i.size   limit 100   access to signed in }
        view Kept {
          from Item as i
          select { size: i.size }
          keep where i.price > 0
          sort i.size
          limit 100
          access to signed in
        }
        view Owners {
          from Item as i
          select { size: i.size, owner: i.owner.name }
          sort i.size
          limit 100
          access to signed in
        }
        view Unowned {
          from Item as i where i.owner.name == null
          select { size: i.size }
          sort i.size
          limit 100
          access to signed in
        }
        view Named {
          from Item as i
          select { size: i.size, team: i.team.name }
          sort i.size
          limit 100
          access to signed in
        }
        view Siblings {
          from Item as i
          select { size: i.size, all: count(o in i.team.items), dear: count(o in i.team.items where o.price > 0) }
          sort i.size
          limit 100
          access to signed in
        }
        view Either {
          from Item as i
          select { size: i.size, open: count(o in i.team.items where (o.second ?? o.team).name == "Open") }
          sort i.size
          limit 100
          access to signed in
        }
        // allow view-without-index: an experiment
        view Grouped {
          from Item as i
          group by i.team as grouped
          select { team: grouped.name, items: count(x in group) }
          sort team
          limit 100
          access to signed in
        }
        // allow view-without-index: an experiment
        view Totals {
          from Item as i
          group by true as one
          select { items: count(x in group), size: sum(x in group: x.size) }
          access to signed in
        }
        // allow view-without-index: an experiment
        view Prices {
          from Item as i
          group by true as one
          select { items: count(x in group), price: sum(x in group: x.price) }
          access to signed in
        }
        // allow view-without-index: an experiment
        view DearCount {
          from Item as i
          group by true as one
          select { dear: count(x in group where x.price > 0) }
          access to signed in
        }
        // allow view-without-index: an experiment
        view ByTeam {
          from Item as i
          group by i.team as team
          select { team: team.name, items: count(x in group) }
          sort team
          limit 100
          access to signed in
        }
        // allow view-without-index: an experiment
        view ByOwner {
          from Item as i
          group by i.owner as owner
          select { owner: owner.name, items: count(x in group) }
          keep where items > 0
          sort items desc, owner
          limit 100
          access to signed in
        }
        view Everything {
          from Item as i
          select { size: i.size, price: i.price, team: i.team.name, owner: i.owner.name }
          sort i.size
          limit 100
          access to signed in
          all rows because "an experiment"
        }

        api Web {
          path "/api"
          sign in with password
          expose Person { read   create }
          expose Team { list { sort name }   read   create   update   delete }
          expose Item { list { sort size }   read   create   update   delete }
          expose view Shown
          expose view Priced
          expose view Dear
          expose view Ordered
          expose view Kept
          expose view Owners
          expose view Unowned
          expose view Named
          expose view Siblings
          expose view Either
          expose view Grouped
          expose view Totals
          expose view Prices
          expose view DearCount
          expose view ByTeam
          expose view ByOwner
          expose view Everything
        }
        """;

    private static readonly Guid Ann = Guid.Parse("00000000-0000-7000-8000-000000000001");
    private static readonly Guid Bob = Guid.Parse("00000000-0000-7000-8000-000000000002");
    private static readonly Guid Open = Guid.Parse("00000000-0000-7000-8000-000000000003");
    private static readonly Guid Secret = Guid.Parse("00000000-0000-7000-8000-000000000004");

    private static IEnumerable<Row> Rows =>
    [
        Person(Ann, "Ann"), Person(Bob, "Bob"), Team(Open, "Open", secret: false), Team(Secret, "Secret", secret: true),
        Item(1, Open, Ann, 10m, hidden: false), Item(2, Open, Bob, 20m, hidden: false),
        Item(3, Open, owner: null, 30m, hidden: false), Item(4, Open, Ann, 40m, hidden: true),
        Item(5, Secret, Ann, 50m, hidden: false), Item(6, Secret, Bob, 60m, hidden: false),
    ];

    public static TheoryData<string, string, string> Asked => new()
    {
        { "Shown", "1 2 3 5 6", "1 2 3 4 5 6" },
        { "Priced", "10.00 50.00", "10.00 20.00 30.00 40.00 50.00 60.00" },
        { "Dear", "1 5", "1 2 3 4 5 6" },
        { "Ordered", "5 1", "6 5 4 3 2 1" },
        { "Kept", "1 5", "1 2 3 4 5 6" },
        { "Owners", "1|Ann 2|- 3|- 5|Ann 6|-", "1|Ann 2|Bob 3|- 4|Ann 5|Ann 6|Bob" },
        { "Unowned", "2 3 6", "3" },
        { "Named", "1|Open 2|Open 3|Open", "1|Open 2|Open 3|Open 4|Open 5|Secret 6|Secret" },
        { "Siblings", "1|3|1 2|3|1 3|3|1", "1|4|4 2|4|4 3|4|4 4|4|4 5|2|2 6|2|2" },
        { "Either", "1|3 2|3 3|3", "1|4 2|4 3|4 4|4 5|0 6|0" },
        { "Grouped", "Open|3", "Open|4 Secret|2" },
        { "Totals", "5|17", "6|21" },
        { "Prices", "2|60.00", "6|210.00" },
        { "DearCount", "2", "6" },
        { "ByTeam", "Open|3", "Open|4 Secret|2" },
        { "ByOwner", "Ann|2 -|2 -|1", "Ann|3 Bob|2 -|1" },
        {
            "Everything",
            "1|10.00|Open|Ann 2|20.00|Open|Bob 3|30.00|Open|- 4|40.00|Open|Ann 5|50.00|Secret|Ann 6|60.00|Secret|Bob",
            "1|10.00|Open|Ann 2|20.00|Open|Bob 3|30.00|Open|- 4|40.00|Open|Ann 5|50.00|Secret|Ann 6|60.00|Secret|Bob"
        },
    };

    [Theory]
    [MemberData(nameof(Asked))]
    public Task Nobody_learns_from_a_view_what_a_rule_keeps_on_SQLite(string view, string forAnn, string forBoss) =>
        AssertAnswersAsync(DatabaseKind.Sqlite, view, forAnn, forBoss);

    [Theory]
    [MemberData(nameof(Asked))]
    public Task Nobody_learns_from_a_view_what_a_rule_keeps_on_PostgreSQL(string view, string forAnn, string forBoss) =>
        AssertAnswersAsync(DatabaseKind.Postgres, view, forAnn, forBoss);

    private async Task AssertAnswersAsync(DatabaseKind kind, string view, string forAnn, string forBoss)
    {
        await using var lab = await ViewLab.CreateAsync(kind, server, Model, Rows);
        Assert.Equal(forAnn, string.Join(' ', await lab.AskAsync(view, Ann, [])));
        Assert.Equal(forBoss, string.Join(' ', await lab.AskAsync(view, Bob, ["Boss"])));
    }

    private static Row Person(Guid id, string name) => Row.Of(
        "lab_people", ("id", id), ("email", $"{name}@lab.example".ToLowerInvariant()), ("password", "hash"), ("name", name));

    private static Row Team(Guid id, string name, bool secret) =>
        Row.Of("lab_teams", ("id", id), ("name", name), ("secret", secret));

    private static Row Item(int size, Guid team, Guid? owner, decimal price, bool hidden) => Row.Of(
        "lab_items",
        ("id", Guid.Parse($"00000000-0000-7000-8000-0000000001{size:D2}")), ("team_id", team),
        ("owner_id", owner is { } person ? person : Value.Null(ValueKind.Uuid)), ("size", size),
        ("price", Value.Decimal(price, scale: 2)), ("hidden", hidden));
}
