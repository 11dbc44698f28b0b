using Ashlar.Core.Model.Expressions;
using Ashlar.Core.Model.Rules;

namespace Ashlar.Core.Model.Binding;

/// <summary>A place for an expression: what it is called in messages, and how far an expression there may look.</summary>
internal sealed record Place(string Name, Reads Allowed)
{
    /// <summary>The database has to hold a check, so it sees nothing that a constraint or trigger cannot.</summary>
    public static Place Check { get; } = new("a check", Reads.Row | Reads.OwnLists | Reads.Old);

    public static Place Computed { get; } = new("a computed field", Reads.Row | Reads.OwnLists);

    /// <summary>The condition of `unique` or `exclusive` is part of an index.</summary>
    public static Place Partial { get; } = new("the condition of a rule between rows", Reads.Row);

    /// <summary>A default is worked out while the row is made, when nothing can refer to it.</summary>
    public static Place Default { get; } = new("a default", Reads.Row | Reads.References | Reads.Caller | Reads.Clock);

    public static Place ValueDefault { get; } = new("a default of a value type", Reads.Clock);

    public static Place ParameterDefault { get; } = new("a default of a parameter", Reads.Clock);

    /// <summary>What holds between settings holds wherever and whenever the system starts.</summary>
    public static Place Requirement { get; } = new("a requirement of a configuration", Reads.None);

    public static Place Generated { get; } = new("a generated value", Reads.None);

    /// <summary>A migration works it out row by row.</summary>
    public static Place Decision { get; } = new("a decision", Reads.Row | Reads.Clock);

    public static Place Search { get; } = new("a search", Reads.Row | Reads.References);

    public static Place Sample { get; } = new("a sample", Reads.Clock);

    public static Place Given { get; } = new("a given row", Reads.Clock);

    public static Place Request { get; } = new("a request", Reads.Clock);

    /// <summary>What holds after the requests of a scenario is asked by nobody.</summary>
    public static Place Outcome { get; } =
        new("what then holds", Reads.Row | Reads.OwnLists | Reads.References | Reads.OtherRows | Reads.Clock);

    /// <summary>Access, filters, shapes, functions: all but `old`.</summary>
    public static Place Anywhere { get; } =
        new("", Reads.Row | Reads.OwnLists | Reads.References | Reads.OtherRows | Reads.Caller | Reads.Clock);

    /// <summary>The expression as it is; what it reads beyond its place is reported.</summary>
    public Expression Verify(Site site, Expression expression)
    {
        if (Reach.FirstBeyond(site.Names, Allowed, expression) is { } found)
        {
            site.Add(OutsideOwnRow.At(site, found.At.Origin.Location, found.Read, this));
        }

        return expression;
    }

    /// <summary>The same for a value that is the same whatever the named rows hold; not even their keys are known.</summary>
    public Expression VerifyConstant(Site site, Expression expression)
    {
        if (expression.DescendantsAndSelf().FirstOrDefault(IsFieldOfNamed) is not { } found)
        {
            return Verify(site, expression);
        }

        site.Add(OutsideOwnRow.At(site, found.Origin.Location, Reads.References, this));
        return expression;
    }

    private static bool IsFieldOfNamed(Expression node) => node is FieldAccess { Target: Variable { Kind: VariableKind.Input } };
}
