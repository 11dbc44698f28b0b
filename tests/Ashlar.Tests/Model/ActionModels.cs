using Ashlar.Core.Model;
using Ashlar.Core.Model.Statements;

namespace Ashlar.Tests.Model;

/// <summary>A small shop with something of each kind that actions work on.</summary>
internal static class ActionModels
{
    public const string Rows = """
        enum Format { Hardcover, Paperback }
        role Clerk granted by Clerk
        entity Account principal { email: email unique   name: text? max 9   password: password? max 99 }
        entity Line { text: text max 9   book: Book? on delete clear   access as order }
        entity Book { title: text max 9   left: int = 0   format: Format = Paperback }
        entity Order {
          number: text unique generated "O-{sequence}"
          buyer:  Account on delete restrict = caller
          gift:   Account? on delete clear
          total:  decimal(10, 2) = 0
          twice:  decimal(12, 2) computed { total * 2 }
          note:   text? max 9
          at:     instant?
          seen:   instant = now on update now
          lines:  Line[] owned max 9
          liked:  Account[] linked
          tags:   Format[] max 3
          scan:   file? max 1MB types "image/png"
          status: state { initial Open   Open -> Paid, Void   Paid -> Void   final Void }
          kind:   state { initial New, Old   New -> Old }
          access  { create to signed in }
        }
        event Paid { order: Order   total: decimal(10, 2)   note: text? max 9 }
        """;

    /// <summary>The action `Act` with an order, in the system above.</summary>
    public static ActionDefinition Act(string steps) => Action(Text(steps), "Act");

    public static T Step<T>(string steps)
        where T : Statement =>
        Assert.Single(StatementTree.All(Act(steps).Body).OfType<T>());

    public static IReadOnlyList<string> FindingsOf(string steps) => Models.Findings(Text(steps));

    public static ActionDefinition Action(string model, string name)
    {
        var compilation = Models.Compile(model);
        Assert.Empty(compilation.Diagnostics.Select(found => found.Message));
        return Assert.Single(compilation.Model.Actions, action => action.Name.Name == name);
    }

    private static string Text(string steps) => $$"""
        {{Rows}}
        action Act {
          input { order: Order, due: date?, other: Book? }
          access to signed in
          do {
            {{steps}}
          }
        }
        """;
}
