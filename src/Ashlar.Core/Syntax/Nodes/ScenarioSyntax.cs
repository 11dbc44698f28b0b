using System.Collections.Immutable;
using Ashlar.Core.Text;

namespace Ashlar.Core.Syntax.Nodes;

/// <summary>`scenario "A customer places an order" { given … as ann { … } then … }`; its name is the title.</summary>
public sealed record ScenarioSyntax(NameSyntax Name, TextSyntax? Title, ImmutableArray<ScenarioPartSyntax> Parts, TextSpan Span)
    : DeclarationSyntax(Name, Span)
{
    public override T Accept<T>(IDeclarationVisitor<T> visitor) => visitor.Visit(this);
}

/// <summary>A part of a scenario. A new one does not compile until every stage handles it.</summary>
public abstract record ScenarioPartSyntax(TextSpan Span) : SyntaxNode(Span)
{
    public abstract T Accept<T>(IScenarioPartSyntaxVisitor<T> visitor);
}

/// <summary>A function of every kind of part.</summary>
public interface IScenarioPartSyntaxVisitor<out T>
{
    T Visit(GivenSyntax node);

    T Visit(AsSyntax node);

    T Visit(ThenSyntax node);

    T Visit(AfterSyntax node);

    T Visit(TogetherSyntax node);

    T Visit(DoubleSyntax node);

    T Visit(ReceiveSyntax node);
}

/// <summary>`given ann: Account as Manager { name: "Ann" }`; commas separate several rows of one `given`, a part each.</summary>
public sealed record GivenSyntax(
    NameSyntax Name, QualifiedNameSyntax Entity, ImmutableArray<NameSyntax> Roles, ObjectSyntax? Values, TextSpan Span)
    : ScenarioPartSyntax(Span)
{
    public override T Accept<T>(IScenarioPartSyntaxVisitor<T> visitor) => visitor.Visit(this);
}

/// <summary>`as ann { … }`, `as ann through Portal { … }`: what somebody asks of an API, one request after the other.</summary>
public sealed record AsSyntax(
    NameSyntax Actor, QualifiedNameSyntax? Through, ImmutableArray<RequestSyntax> Requests, TextSpan Span)
    : ScenarioPartSyntax(Span)
{
    public override T Accept<T>(IScenarioPartSyntaxVisitor<T> visitor) => visitor.Visit(this);
}

public enum RequestKind
{
    /// <summary>`create Order { … } as order`.</summary>
    Create,

    /// <summary>`update order { giftNote: null }`.</summary>
    Update,

    /// <summary>`delete order`.</summary>
    Delete,

    /// <summary>`read order`, or of a view `read BestSellers { top: 5 } gives [{ title: "Dune", sold: 3 }]`.</summary>
    Read,

    /// <summary>`run PlaceOrder { order: order }`.</summary>
    Run,

    /// <summary>`complete Pack { parcel: "P-1" }`: the oldest open task of that step.</summary>
    Complete,
}

/// <summary>
/// One request. <see cref="Target"/> is an entity (create), an action (run), a step (complete), or the name of a row (update,
/// delete, read), or a view (read).
/// </summary>
public sealed record RequestSyntax(RequestKind Kind, QualifiedNameSyntax Target, TextSpan Span) : SyntaxNode(Span)
{
    public ObjectSyntax? Values { get; init; }

    /// <summary>`as order`: the name of the created row.</summary>
    public NameSyntax? As { get; init; }

    /// <summary>`gives [{ … }]`: the rows that a view answers with, of each what matters.</summary>
    public ExpressionSyntax? Gives { get; init; }

    /// <summary>`fails EmptyOrder`: the request is refused with this code; without it the request succeeds.</summary>
    public NameSyntax? Fails { get; init; }
}

/// <summary>`then order.status == Placed and book.stock == 3`.</summary>
public sealed record ThenSyntax(ExpressionSyntax Condition, TextSpan Span) : ScenarioPartSyntax(Span)
{
    public override T Accept<T>(IScenarioPartSyntaxVisitor<T> visitor) => visitor.Visit(this);
}

/// <summary>`after 3d`: the time goes on.</summary>
public sealed record AfterSyntax(ExpressionSyntax Duration, TextSpan Span) : ScenarioPartSyntax(Span)
{
    public override T Accept<T>(IScenarioPartSyntaxVisitor<T> visitor) => visitor.Visit(this);
}

/// <summary>`together { as ann { … } as pat { … } } exactly one succeeds`: each of them makes one request, all at once.</summary>
public sealed record TogetherSyntax(ImmutableArray<AsSyntax> Attempts, TextSpan Span) : ScenarioPartSyntax(Span)
{
    public override T Accept<T>(IScenarioPartSyntaxVisitor<T> visitor) => visitor.Visit(this);
}

/// <summary>`when ChargeCard fails GatewayDown 2 times`: what a slot with effects answers from here on.</summary>
public sealed record DoubleSyntax(QualifiedNameSyntax Slot, TextSpan Span) : ScenarioPartSyntax(Span)
{
    /// <summary>`gives { receipt: "R-1" }`.</summary>
    public ExpressionSyntax? Gives { get; init; }

    /// <summary>`fails GatewayDown`; with neither of both the slot never answers.</summary>
    public NameSyntax? Fails { get; init; }

    /// <summary>`2 times`.</summary>
    public NumberSyntax? Times { get; init; }

    public override T Accept<T>(IScenarioPartSyntaxVisitor<T> visitor) => visitor.Visit(this);
}

/// <summary>`receive PaymentSettled { delivery: "D-1" } fails NoSuchPayment`: an outside service calls.</summary>
public sealed record ReceiveSyntax(QualifiedNameSyntax Action, TextSpan Span) : ScenarioPartSyntax(Span)
{
    public ObjectSyntax? Values { get; init; }

    /// <summary>The call is refused with this code; without it the call succeeds.</summary>
    public NameSyntax? Fails { get; init; }

    public override T Accept<T>(IScenarioPartSyntaxVisitor<T> visitor) => visitor.Visit(this);
}
