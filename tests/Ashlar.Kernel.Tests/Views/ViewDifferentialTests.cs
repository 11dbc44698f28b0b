using System.Globalization;
using Ashlar.Kernel.Tests.Data;
using Ashlar.Kernel.Tests.Schemas;
using Ashlar.Testing;

namespace Ashlar.Kernel.Tests.Views;

/// <summary>Groups, aggregates, conditions and orders over random rows are what a plain calculation over them gives.</summary>
public sealed class ViewDifferentialTests(PostgresServer server)
{
    private const int Seeds = 4;
    private const int MostRows = 60;

    private const string Model = """
        system Lab { title "A laboratory" }

        enum Kind { Red, Green, Blue }

        entity Team {
          name: text max 40

          access { read to anyone }
        }

        entity Item {
          kind:  Kind
          team:  Team? on delete clear
          size:  int?
          price: decimal(10, 2)?
          huge:  decimal(18, 4)?
          day:   date?
          good:  bool
          name:  text max 20

          access { read to anyone }
        }

        // allow view-without-index: an experiment
        view Groups {
          input { least: int?, only: Kind? }
          from Item as i
            where (least == null or (i.size != null and i.size >= least)) and (only == null or i.kind == only)
          group by i.kind as kind, i.team as team, i.good as good
          select {
            kind, team: team.name, good,
            rows: count(x in group),
            sized: count(x in group where x.size != null),
            size: sum(x in group where x.size != null: x.size),
            most: max(x in group where x.size != null: x.size),
            price: sum(x in group where x.price != null: x.price),
            cheapest: min(x in group where x.price != null: x.price),
            mean: round(value: average(x in group where x.price != null: x.price), places: 3, half: even),
            huge: sum(x in group where x.huge != null: x.huge),
            hugest: max(x in group where x.huge != null: x.huge * 1.01),
            tiniest: min(x in group where x.huge != null: x.huge * 1.01),
            first: min(x in group where x.day != null: x.day),
            some: any(x in group where x.size != null: x.size > 50),
            every: all(x in group: x.price != null),
            longest: max(x in group: x.name)
          }
          keep where rows > 1 or sized == 0
          sort huge desc, rows
          limit 500
          access to anyone
          all rows because "an experiment"
        }

        view Ordered {
          input { top: int min 1 max 100 }
          from Item as i where i.good
          select { name: i.name, price: i.price, team: i.team.name }
          sort price desc, team, i.huge
          limit top
          access to anyone
        }

        api Web {
          path "/api"
          expose Team { list { sort name }   read }
          expose Item { list { sort name }   read }
          expose view Groups
          expose view Ordered
        }
        """;

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task A_view_gives_what_a_plain_calculation_gives(DatabaseKind kind)
    {
        for (var seed = 0; seed < Seeds; seed++)
        {
            var random = new Random(seed);
            var teams = Enumerable.Range(0, 3).Select(number => (Id: Guid.CreateVersion7(), Name: $"Team {number}")).ToList();
            var count = seed == 0 ? 0 : random.Next(MostRows);
            var items = Enumerable.Range(0, count).Select(_ => Item.Random(random, teams)).ToList();
            var rows = teams.Select(team => Row.Of("lab_teams", ("id", team.Id), ("name", team.Name)))
                .Concat(items.Select(item => item.Row));
            await using var lab = await ViewLab.CreateAsync(kind, server, Model, rows);
            foreach (var (least, only) in ((int?, string?)[])[(null, null), (10, null), (null, "Green"), (60, "Blue")])
            {
                var found = await lab.AskAsync("Groups", null, [], ("least", least), ("only", only));
                Assert.Equal(Groups(items.Where(item => item.Passes(least, only))), found);
            }

            Assert.Equal(Ordered(items).Take(7), await lab.AskAsync("Ordered", null, [], ("top", 7)));
        }
    }

    private static IEnumerable<string> Groups(IEnumerable<Item> items) => items
        .GroupBy(item => (item.Kind, item.Team, item.Good))
        .Where(group => group.Count() > 1 || group.All(item => item.Size is null))
        .OrderByDescending(group => group.Sum(item => item.Huge ?? 0))
        .ThenBy(group => group.Count())
        .ThenBy(group => group.Key.Kind, StringComparer.Ordinal)
        .ThenBy(group => group.Key.Team is null)
        .ThenBy(group => $"{group.Key.Team?.Id}", StringComparer.Ordinal)
        .ThenBy(group => group.Key.Good)
        .Select(group => string.Join('|', Columns([.. group])));

    private static IEnumerable<string> Columns(List<Item> group)
    {
        var prices = group.Select(item => item.Price).OfType<decimal>().ToList();
        var huge = group.Select(item => item.Huge).OfType<decimal>().ToList();
        return
        [
            group[0].Kind, group[0].Team?.Name ?? "-", Flag(group[0].Good), Text(group.Count),
            Text(group.Count(item => item.Size is not null)), Text(group.Sum(item => item.Size ?? 0)),
            Text(group.Max(item => item.Size)), Text(prices.Sum(), 2), Text(prices.Cast<decimal?>().Min(), 2),
            Text(prices.Count == 0 ? null : decimal.Round(prices.Sum() / prices.Count, 3, MidpointRounding.ToEven), 3),
            Text(huge.Sum(), 4), Text(huge.Cast<decimal?>().Max() * 1.01m, 6), Text(huge.Cast<decimal?>().Min() * 1.01m, 6),
            group.Min(item => item.Day)?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "-",
            Flag(group.Exists(item => item.Size > 50)), Flag(group.TrueForAll(item => item.Price is not null)),
            group.Select(item => item.Name).Max(StringComparer.Ordinal) ?? "",
        ];
    }

    // Null stands before every value in descending order, and behind it otherwise.
    private static IEnumerable<string> Ordered(IEnumerable<Item> items) => items
        .Where(item => item.Good)
        .OrderByDescending(item => item.Price is null)
        .ThenByDescending(item => item.Price)
        .ThenBy(item => item.Team is null)
        .ThenBy(item => item.Team?.Name, StringComparer.Ordinal)
        .ThenBy(item => item.Huge is null)
        .ThenBy(item => item.Huge)
        .ThenBy(item => $"{item.Id}", StringComparer.Ordinal)
        .Select(item => $"{item.Name}|{Text(item.Price, 2)}|{item.Team?.Name ?? "-"}");

    private static string Flag(bool value) => value ? "yes" : "no";

    private static string Text(int? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "-";

    private static string Text(decimal? number, int places) =>
        number?.ToString($"F{places}", CultureInfo.InvariantCulture) ?? "-";

    private sealed record Item(
        Guid Id, string Kind, (Guid Id, string Name)? Team, int? Size, decimal? Price, decimal? Huge, DateOnly? Day, bool Good,
        string Name)
    {
        public Row Row => Row.Of(
            "lab_items",
            ("id", Id), ("kind", Kind), ("team_id", (Guid?)Team?.Id), ("size", Size), ("price", Value.Decimal(Price, scale: 2)),
            ("huge", Value.Decimal(Huge, scale: 4)), ("day", Day), ("good", Good), ("name", Name));

        public static Item Random(Random random, IReadOnlyList<(Guid Id, string Name)> teams) => new(
            Guid.CreateVersion7(),
            ((string[])["Red", "Green", "Blue"])[random.Next(3)],
            random.Next(3) == 0 ? null : teams[random.Next(teams.Count)],
            random.Next(3) == 0 ? null : random.Next(-20, 120),
            random.Next(3) == 0 ? null : random.Next(-9_000, 99_999) / 100m,
            random.Next(3) == 0 ? null : random.NextInt64(-99_999_999, 99_999_999) * 1_000_007m / 10_000m,
            random.Next(3) == 0 ? null : new DateOnly(2026, 1, 1).AddDays(random.Next(400)),
            random.Next(2) == 0,
            $"{(char)random.Next('A', 'z')}{random.Next(10)}é");

        public bool Passes(int? least, string? only) =>
            (least is null || Size >= least) && (only is null || Kind == only);
    }
}
