using Ashlar.Core.Model;
using Ashlar.Core.Model.Expressions;
using Ashlar.Core.Model.Types;
using Ashlar.Emit.Grants;
using Ashlar.Emit.Statements;
using Ashlar.Emit.Text;

namespace Ashlar.Emit.Features;

/// <summary>A parameter of a list that narrows it: equality with a field, a condition of the model, or a search.</summary>
internal sealed record ListFilter(string Name, ModelType Type)
{
    public Field? Field { get; init; }

    public NamedFilter? Named { get; init; }

    /// <summary>The condition; null for the search.</summary>
    public Expression? Value { get; init; }

    /// <summary>Which callers have the parameter; all where it is empty.</summary>
    public Code? Test { get; init; }

    /// <summary>Of which rows the caller may know whether they match.</summary>
    public Expression Guard { get; init; } = Conditions.True;

    public SqlPiece Condition { get; init; } = new("", "");
}
