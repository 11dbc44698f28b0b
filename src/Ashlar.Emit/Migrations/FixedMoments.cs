using Ashlar.Core.Model.Expressions;
using Ashlar.Emit.Expressions;
using Ashlar.Emit.Sql;

namespace Ashlar.Emit.Migrations;

/// <summary>A migration has no parameters: `now`, `today` and the next number are what the database says they are.</summary>
internal sealed class FixedMoments(Dialect dialect) : ExpressionRewriter
{
    public override Expression Visit(Variable node) =>
        node.Kind is VariableKind.Now or VariableKind.Today or VariableKind.Sequence
        ? new Variable(node.Type, VariableKind.Input, NameOf(node.Kind))
        : node;

    /// <summary>The scope in which a rewritten expression stands, with the SQL of the next number where there is one.</summary>
    public SqlScope In(SqlScope scope, string? number)
    {
        var (now, today) = dialect == Dialect.Sqlite
            ? ("cast(round((julianday('now') - 2440587.5) * 86400000) as integer)", "date('now')")
            : ("now()", "current_date");
        return scope
            .WithInput(NameOf(VariableKind.Now), new ScalarBinding(SqlText.Primary(now)))
            .WithInput(NameOf(VariableKind.Today), new ScalarBinding(SqlText.Primary(today)))
            .WithInput(NameOf(VariableKind.Sequence), new ScalarBinding(SqlText.Primary($"cast({number ?? "null"} as text)")));
    }

    private static string NameOf(VariableKind kind) => $" {kind}";
}
