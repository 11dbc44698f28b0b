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

    /// <summary>One more use, by code of a module.</summary>
    public ShapeUse With(string module, bool isTop, bool isList, bool isSignedIn) => new(
        Modules.Add(module),
        IsOne || (isTop && !isList),
        IsListed || (isTop && isList),
        IsNested || !isTop,
        IsSignedIn && isSignedIn);
}
