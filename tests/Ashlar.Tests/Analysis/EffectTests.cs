using Ashlar.Core;
using Ashlar.Core.Analysis.Effects;
using Ashlar.Core.Text;

namespace Ashlar.Tests.Analysis;

public sealed class EffectTests
{
    private const string Shop = """
        system Shop { title "A shop" }
        role Seller
        entity Account principal { email: email unique   vip: bool = false }
        entity Note { text: text max 9 }
        entity Order {
          buyer:  Account on delete restrict
          total:  int = 0
          note:   text? max 9
          fans:   Account[] linked
          status: state { initial Open   Open -> Paid, Void   Paid -> Void   final Void }
        }
        event Closed { order: Order }
        function Large { input { order: Order }   gives bool { order.total > 100 and order.buyer.vip } }
        action Outer {
          input { order: Order }
          access to signed in where order.buyer == caller
          require Large(order: order) else Small "Too small."
          do {
            if order.note == null { run Inner { order: order, other: order } } else { run Void { order: order } }
            create Note { text: "x" }
          }
        }
        action Inner {
          input { order: Order, other: Order }
          access internal
          do {
            set other.note = null
            run Void { order: order }
            for one in Note limit 9 { delete one }
            grant Seller to order.buyer
            add order.buyer to order.fans
            remove order.buyer from other.fans
          }
        }
        action Void { input { order: Order }   access internal   do { move order.status to Void   emit Closed { order: order } } }
        """;

    [Fact]
    public void An_action_does_what_it_runs_does_each_thing_once_and_in_order()
    {
        var effects = Of("Outer");
        Assert.Equal(["Shop.Inner", "Shop.Void"], effects.Runs.Select(run => $"{run}"));
        Assert.Equal(["Shop.Order.note"], effects.Writes.Select(field => $"{field}"));
        Assert.Equal(["Shop.Order.status: Open or Paid to Void"], effects.Moves.Select(move => $"{move}"));
        Assert.Equal(["Shop.Order.fans"], effects.Links.Select(field => $"{field}"));
        Assert.Equal(["Shop.Order.fans"], effects.Unlinks.Select(field => $"{field}"));
        Assert.Equal(["Shop.Note"], effects.Creates.Select(entity => $"{entity}"));
        Assert.Equal(["Shop.Note"], effects.Deletes.Select(entity => $"{entity}"));
        Assert.Equal(["Shop.Closed"], effects.Emits.Select(told => $"{told}"));
        Assert.Equal(["Seller"], effects.Grants);
        Assert.Empty(effects.Revokes);
    }

    [Fact]
    public void What_is_read_is_seen_through_functions_and_in_the_access()
    {
        string[] expected = ["Shop.Account.vip", "Shop.Order.buyer", "Shop.Order.note", "Shop.Order.total"];
        Assert.Equal(expected, Of("Outer").Reads.Select(field => $"{field}"));
        Assert.Empty(Of("Void").Reads);
    }

    [Fact]
    public void A_field_is_changed_by_what_sets_it_and_by_what_moves_it()
    {
        var order = Model.Entities.Single(entity => entity.Name.Name == "Order").Name;
        string[] fields = ["buyer", "note", "status", "total"];
        Assert.Equal(["note", "status"], fields.Where(field => Of("Outer").Changes(order, field)));
        Assert.Equal(["status"], fields.Where(field => Of("Void").Changes(order, field)));
    }

    private static Core.Model.SystemModel Model { get; } =
        Compilation.Create([new SourceFile("shop.ashlar", Shop)]).Model;

    private static ActionEffects Of(string action) =>
        new EffectIndex(Model).Of(Model.Actions.Single(one => one.Name.Name == action));
}
