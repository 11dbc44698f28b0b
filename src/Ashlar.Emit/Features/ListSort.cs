using Ashlar.Core.Model.Expressions;
using Ashlar.Core.Model.Types;
using Ashlar.Emit.Statements;
using Ashlar.Emit.Text;

namespace Ashlar.Emit.Features;

/// <summary>An order that a list offers.</summary>
internal sealed record ListSort(string Name, ModelType Type, Expression Value)
{
    /// <summary>Which callers have it; all where it is empty.</summary>
    public Code? Test { get; init; }

    public SqlPiece Column { get; init; } = new("", "");
}
