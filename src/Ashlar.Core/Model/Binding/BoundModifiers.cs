using Ashlar.Core.Syntax.Nodes;

namespace Ashlar.Core.Model.Binding;

/// <summary>The words after a type, by what they say. Those with an expression are bound when all fields are known.</summary>
internal sealed record BoundModifiers(BoundType Bound)
{
    public FlagSyntax? Unique { get; init; }

    public FlagSyntax? Readonly { get; init; }

    public FlagSyntax? Personal { get; init; }

    public FlagSyntax? Owned { get; init; }

    public FlagSyntax? Linked { get; init; }

    public InverseSyntax? Inverse { get; init; }

    public OnDeleteSyntax? OnDelete { get; init; }

    public DefaultSyntax? Default { get; init; }

    public OnUpdateSyntax? OnUpdate { get; init; }

    public ComputedSyntax? Computed { get; init; }

    public GeneratedSyntax? Generated { get; init; }
}
