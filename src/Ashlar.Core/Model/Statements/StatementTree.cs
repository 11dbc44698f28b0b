using Ashlar.Core.Model.Expressions;

namespace Ashlar.Core.Model.Statements;

/// <summary>Walks over statements that do not care for the kind of each.</summary>
public static class StatementTree
{
    /// <summary>The statements and everything in them, in written order.</summary>
    public static IEnumerable<Statement> All(IEnumerable<Statement> statements) => statements.SelectMany(WithInner);

    /// <summary>The names that the statements give, with those of everything in them.</summary>
    public static IEnumerable<Variable> Named(IEnumerable<Statement> statements) => All(statements)
        .SelectMany(statement => statement switch
        {
            LetStatement let => [let.Variable],
            CreateStatement { Result: { } made } => [made],
            CallStatement call => call.Given,
            ForStatement loop => [loop.Item],
            AuthenticateStatement { Result: { } account } => [account],
            _ => Enumerable.Empty<Variable>(),
        });

    private static IEnumerable<Statement> WithInner(Statement statement) => All(statement switch
    {
        ForStatement loop => loop.Body,
        IfStatement choice => choice.Then.Concat(choice.Else),
        _ => [],
    }).Prepend(statement);
}
