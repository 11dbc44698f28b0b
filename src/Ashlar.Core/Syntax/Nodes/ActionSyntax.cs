using System.Collections.Immutable;
using Ashlar.Core.Text;

namespace Ashlar.Core.Syntax.Nodes;

/// <summary>`action PlaceOrder { input { order: Order } access to signed in where … require … do { … } }`.</summary>
public sealed record ActionSyntax(NameSyntax Name, ImmutableArray<FieldSyntax> Inputs, TextSpan Span)
    : DeclarationSyntax(Name, Span)
{
    /// <summary>Several mean any of them; an action without one does not check.</summary>
    public ImmutableArray<ActionAccessSyntax> Access { get; init; } = [];

    /// <summary>`start on OrderPlaced as placed`.</summary>
    public ImmutableArray<StartSyntax> Starts { get; init; } = [];

    /// <summary>`start every day at "02:00"`.</summary>
    public ImmutableArray<ScheduleSyntax> Schedules { get; init; } = [];

    /// <summary>`input Account { username, email }` and `input changes of Book { title, price }`.</summary>
    public ImmutableArray<FieldInputsSyntax> FieldInputs { get; init; } = [];

    /// <summary>`start at "/callbacks/paid" verified by …`.</summary>
    public ImmutableArray<CallbackSyntax> Callbacks { get; init; } = [];

    /// <summary>What has to hold before anything is done, in written order.</summary>
    public ImmutableArray<RequireSyntax> Requires { get; init; } = [];

    /// <summary>The statements of `do { … }`.</summary>
    public ImmutableArray<StatementSyntax> Body { get; init; } = [];

    public override T Accept<T>(IDeclarationVisitor<T> visitor) => visitor.Visit(this);
}

/// <summary>`access to signed in where order.customer == caller`, or `access internal`, which has no audience.</summary>
public sealed record ActionAccessSyntax(TextSpan Span) : SyntaxNode(Span)
{
    public bool IsInternal { get; init; }

    public AudienceKind Audience { get; init; }

    public TextSpan AudienceSpan { get; init; }

    public ImmutableArray<QualifiedNameSyntax> Roles { get; init; } = [];

    public ExpressionSyntax? Where { get; init; }
}

/// <summary>`input Account { username, email }`: inputs that are like fields of an entity.</summary>
public sealed record FieldInputsSyntax(QualifiedNameSyntax Entity, ImmutableArray<NameSyntax> Fields, TextSpan Span)
    : SyntaxNode(Span)
{
    /// <summary>`input changes of Book { title, price }`: what the request leaves out stays as it is.</summary>
    public bool AreChanges { get; init; }
}

/// <summary>`start on OrderPlaced as placed`: the action handles the event, whose fields are `placed.order` and so on.</summary>
public sealed record StartSyntax(QualifiedNameSyntax Event, NameSyntax As, TextSpan Span) : SyntaxNode(Span);

/// <summary>`event OrderPlaced per order { order: Order   total: decimal(12, 2) }`.</summary>
public sealed record EventSyntax(NameSyntax Name, ImmutableArray<FieldSyntax> Fields, TextSpan Span)
    : DeclarationSyntax(Name, Span)
{
    /// <summary>`version 2`: the version of the shape in which others get it.</summary>
    public NumberSyntax? Version { get; init; }

    /// <summary>`per order`: events that are equal in this field are delivered in the order of their commits.</summary>
    public NameSyntax? Per { get; init; }

    public override T Accept<T>(IDeclarationVisitor<T> visitor) => visitor.Visit(this);
}
