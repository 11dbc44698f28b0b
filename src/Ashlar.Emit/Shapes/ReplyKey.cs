using Ashlar.Core.Model.Expressions;

namespace Ashlar.Emit.Shapes;

/// <summary>One member: an expression over the row, or the row or rows behind it in another shape.</summary>
internal sealed record ReplyKey(string Name, Expression Value, ReplyShape? Nested)
{
    public string Documentation { get; init; } = "";
}
