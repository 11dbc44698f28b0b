using Ashlar.Core.Model.Statements;
using Ashlar.Core.Text;
using Ashlar.Emit.Naming;
using Ashlar.Emit.Text;

namespace Ashlar.Emit.Actions;

/// <summary>What a requirement that does not hold, or a state that cannot be moved, means to the caller.</summary>
internal sealed class ActionRefusals(ActionMembers members)
{
    public Ident Of(RequireStatement require) => members.Refusal(
        require.Name, require.Message,
        Code.Of($"Refusal.Check({Lit.Of(Spelling.Kebab(require.Name))}, {Lit.Of(require.Message)})"));

    public Ident Of(AuthenticateStatement authenticate) => members.Refusal(
        authenticate.Name, authenticate.Message,
        Code.Of($"Refusal.Check({Lit.Of(Spelling.Kebab(authenticate.Name))}, {Lit.Of(authenticate.Message)}, status: 401)"));

    /// <summary>`An order becomes Placed only from Draft.`.</summary>
    public Ident Of(MoveStatement move)
    {
        var message = $"{Spelling.Pascal(Phrases.One(move.Entity))} becomes {move.To} only from {Either([.. move.From])}.";
        var allowed = Code.Join(move.From.Select(state => Code.Of($"{Lit.Of(state)}")), ", ");
        return members.Refusal(
            $"Not{Spelling.Pascal(string.Join("Or", move.From))}", message,
            Code.Of($"Refusal.StateConflict({Lit.Of(message)}, [{allowed}])"));
    }

    private static string Either(string[] states) => states.Length == 1
        ? states[0]
        : $"{string.Join(", ", states.SkipLast(1))} or {states[^1]}";
}
