using System.Collections.Immutable;
using Ashlar.Core.Model;
using Ashlar.Emit.Grants;

namespace Ashlar.Emit.Shapes;

/// <summary>Who uses a shape, and for what.</summary>
internal sealed record ShapeUse(ImmutableSortedSet<string> Modules, bool IsOne, bool IsListed, bool IsNested, bool IsSignedIn)
{
    public static ShapeUse None { get; } = new(
        ImmutableSortedSet.Create<string>(StringComparer.Ordinal), IsOne: false, IsListed: false, IsNested: false,
        IsSignedIn: true);

    /// <summary>A reply is one row of it, with its version.</summary>
    public bool IsOne { get; init; } = IsOne;

    /// <summary>Everybody who gets to see it has signed in.</summary>
    public bool IsSignedIn { get; init; } = IsSignedIn;

    public ShapeUse With(ExposedOperation operation, bool isTop) => new(
        Modules.Add(operation.Entity.Name.Module),
        IsOne || (isTop && operation.Kind != EndpointKind.List),
        IsListed || (isTop && operation.Kind == EndpointKind.List),
        IsNested || !isTop,
        IsSignedIn && operation.Gate.NeedsSignIn);
}
