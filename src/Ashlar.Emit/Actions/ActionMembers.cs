using Ashlar.Core.Model;
using Ashlar.Core.Model.Statements;
using Ashlar.Core.Text;
using Ashlar.Emit.Statements;
using Ashlar.Emit.Text;

namespace Ashlar.Emit.Actions;

/// <summary>The static fields of an action's class, each named once.</summary>
/// <param name="action">The action, whose class has names of its own.</param>
/// <param name="taken">More names that the class has.</param>
internal sealed class ActionMembers(ActionDefinition action, params IEnumerable<string> taken)
{
    private static readonly string[] OfEveryClass = ["HandleAsync", "RunAsync", "RunAndShowAsync"];

    // What the code names without a class in front.
    private readonly HashSet<string> _reserved =
    [
        .. OfEveryClass,
        .. taken,
        Names.Type(action.Name).Text,
        .. StatementTree.All(action.Body).OfType<RunStatement>().Select(run => Names.Type(run.Action).Text),
        .. StatementTree.All(action.Body).OfType<CallStatement>().Select(call => Names.Type(call.Slot).Text + "Call"),
    ];

    private readonly List<Code> _members = [];
    private readonly Dictionary<string, Code> _known = new(StringComparer.Ordinal);

    public IReadOnlyList<Code> All => _members;

    /// <summary>Adds a statement; one that is there already is used again.</summary>
    public Ident Statement(string name, SqlStatement statement, string documentation = "") =>
        Add(name, free => Code.Of($"""
            {Doc.Summary(documentation)}
            {statement.Field(free)}
            """));

    /// <summary>Adds what a broken rule means to the caller.</summary>
    public Ident Refusal(string name, string message, Code value) => Add(name, free => Code.Of($"""
        {Doc.Summary(message)}
        private static readonly Refusal {free} = {value};
        """));

    private Ident Add(string name, Func<Ident, Code> write)
    {
        var wanted = Spelling.Pascal(name);
        for (var i = 1; ; i++)
        {
            var free = i == 1 ? wanted : $"{wanted}{i}";
            if (_reserved.Contains(free) || Names.IsTaken(free))
            {
                continue;
            }

            var member = write(Ident.Of(free));
            if (!_known.TryGetValue(free, out var known))
            {
                _known.Add(free, member);
                _members.Add(member);
                return Ident.Of(free);
            }

            if (known == member)
            {
                return Ident.Of(free);
            }
        }
    }
}
