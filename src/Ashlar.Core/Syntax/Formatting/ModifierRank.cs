using Ashlar.Core.Syntax.Nodes;

namespace Ashlar.Core.Syntax.Formatting;

/// <summary>The place of each kind of modifier in the canonical order.</summary>
internal sealed class ModifierRank : IModifierVisitor<int>
{
    public static ModifierRank Instance { get; } = new();

    public int Visit(BoundSyntax node) => (int)node.Kind;

    public int Visit(PatternSyntax node) => 4;

    public int Visit(FileTypesSyntax node) => 5;

    public int Visit(FlagSyntax node) => node.Kind switch
    {
        FlagKind.NotBlank => 6,
        FlagKind.BlankAsNull => 7,
        FlagKind.Unique => 10,
        FlagKind.Readonly => 11,
        FlagKind.Personal => 12,
        FlagKind.Owned => 13,
        FlagKind.Linked => 14,
        _ => throw new ArgumentOutOfRangeException(nameof(node), node.Kind, "a flag without a place in the order"),
    };

    public int Visit(InverseSyntax node) => 15;

    public int Visit(GeneratedSyntax node) => 16;

    public int Visit(ComputedSyntax node) => 17;

    public int Visit(DefaultSyntax node) => 18;

    public int Visit(OnUpdateSyntax node) => 19;

    public int Visit(OnDeleteSyntax node) => 20;

    public int Visit(WasModifierSyntax node) => 21;
}
