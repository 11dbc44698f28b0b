using Ashlar.Core.Model.Expressions;

namespace Ashlar.Core.Model.Statements;

/// <summary>What the steps of an action are made of.</summary>
public static class StatementParts
{
    /// <summary>What is required at the beginning, and every step of the body.</summary>
    public static IEnumerable<Statement> Steps(this ActionDefinition action) =>
        StatementTree.All(action.Requires.Concat(action.Body));

    /// <summary>The expressions of this statement, without those of the statements inside of it.</summary>
    public static IEnumerable<Expression> Expressions(this Statement statement) => statement.Accept(Own.Instance);

    /// <summary>The entity, event, action or slot that a step names; null for steps that work on rows at hand.</summary>
    public static ElementName? Mentioned(this Statement statement) =>
        statement switch
        {
            CreateStatement made => made.Entity,
            EmitStatement told => told.Event,
            RunStatement run => run.Action,
            CallStatement call => call.Slot,
            ForStatement loop => loop.EntitySource,
            AuthenticateStatement authenticate => authenticate.Entity,
            _ => null,
        };

    /// <summary>The name and the message with which a step refuses the whole action; null for steps that have none.</summary>
    public static (string Name, string Message)? Refusal(this Statement statement) =>
        statement switch
        {
            RequireStatement require => (require.Name, require.Message),
            AuthenticateStatement authenticate => (authenticate.Name, authenticate.Message),
            _ => null,
        };

    /// <summary>The field that a step gives another value in a row that is there; null for other steps, also moves.</summary>
    public static (ElementName Entity, string Field)? Changed(this Statement statement) =>
        statement switch
        {
            SetStatement set => (set.Entity, set.Field),
            LinkStatement link => (link.Entity, link.Field),
            _ => null,
        };

    private sealed class Own : IStatementVisitor<IEnumerable<Expression>>
    {
        public static Own Instance { get; } = new();

        public IEnumerable<Expression> Visit(LetStatement node) => [node.Value];

        public IEnumerable<Expression> Visit(SetStatement node) => [node.Row, node.Value];

        public IEnumerable<Expression> Visit(MoveStatement node) => [node.Row];

        public IEnumerable<Expression> Visit(CreateStatement node) => node.Values.Select(given => given.Value);

        public IEnumerable<Expression> Visit(DeleteStatement node) => [node.Row];

        public IEnumerable<Expression> Visit(EmitStatement node) => node.Values.Select(given => given.Value);

        public IEnumerable<Expression> Visit(RunStatement node) => node.Inputs.Select(given => given.Value);

        public IEnumerable<Expression> Visit(CallStatement node) => node.Inputs.Select(given => given.Value);

        public IEnumerable<Expression> Visit(RequireStatement node) => [node.Condition];

        public IEnumerable<Expression> Visit(ForStatement node) =>
            new[] { node.Source, node.Where }.OfType<Expression>().Concat(node.Sort.Select(key => key.Value));

        public IEnumerable<Expression> Visit(IfStatement node) => [node.Condition];

        public IEnumerable<Expression> Visit(GrantStatement node) => [node.Account];

        public IEnumerable<Expression> Visit(LinkStatement node) => [node.Row, node.Item];

        public IEnumerable<Expression> Visit(AuthenticateStatement node) => [node.Login, node.Password];

        public IEnumerable<Expression> Visit(SignInStatement node) => [node.Account];
    }
}
