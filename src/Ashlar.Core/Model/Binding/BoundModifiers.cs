using Ashlar.Core.Syntax.Nodes;

namespace Ashlar.Core.Model.Binding;

/// <summary>The words after a type, by what they say. Those with an expression are bound when all fields are known.</summary>
internal sealed class BoundModifiers
{
    public static BoundModifiers None { get; } = new();

    public FlagSyntax? Unique { get; set; }

    public FlagSyntax? Readonly { get; set; }

    public FlagSyntax? Personal { get; set; }

    public FlagSyntax? Owned { get; set; }

    public FlagSyntax? Linked { get; set; }

    public InverseSyntax? Inverse { get; set; }

    public OnDeleteSyntax? OnDelete { get; set; }

    public DefaultSyntax? Default { get; set; }

    public OnUpdateSyntax? OnUpdate { get; set; }

    public ComputedSyntax? Computed { get; set; }

    public GeneratedSyntax? Generated { get; set; }

    public bool HasExpressions => Default is not null || OnUpdate is not null || Computed is not null || Generated is not null;
}
