using Ashlar.Core.Model;
using Ashlar.Core.Model.Expressions;
using Ashlar.Core.Model.Types;
using Ashlar.Emit.Entities;

namespace Ashlar.Emit.Actions;

/// <summary>What a field of passwords stores of a value: where it names one, the hash of it.</summary>
internal sealed class HashedPasswords : ExpressionRewriter
{
    private const string Prefix = "hash of ";

    private static readonly HashedPasswords Instance = new();

    private HashedPasswords()
    {
    }

    public static Expression Of(Field field, Expression value) =>
        SignInFields.IsPassword(field) ? Instance.Rewrite(value) : value;

    /// <summary>The input that is the hash of another one.</summary>
    public static string InputOf(string password) => Prefix + password;

    public override Expression Visit(Variable node) =>
        node is { Kind: VariableKind.Input, Type: ScalarType { Scalar: Scalar.Password } }
            ? node with { Name = InputOf(node.Name) }
            : base.Visit(node);
}
