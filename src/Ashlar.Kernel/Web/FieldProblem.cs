namespace Ashlar.Kernel;

/// <summary>What is wrong with one member of a request.</summary>
/// <param name="Field">The member, for example <c>lines[2].quantity</c>; empty for the body as a whole.</param>
/// <param name="Code">The stable code, for example <c>too-long</c>.</param>
/// <param name="Message">One sentence for people.</param>
public sealed record FieldProblem(string Field, string Code, string Message)
{
    /// <summary>It is about a member by its own name, also where that is not the name of a field.</summary>
    internal bool IsOfMember { get; init; }
}
