using Ashlar.Core.Model;
using Ashlar.Core.Model.Expressions;
using Ashlar.Core.Model.Types;
using Ashlar.Emit.Text;

namespace Ashlar.Emit.Expressions;

/// <summary>
/// Writes expressions as C# over objects in memory: the row, its values and its own lists. It needs the kernel's namespace,
/// `System.Globalization` and `System.Linq`. What does not fit throws an `OverflowException`, the refusal out-of-range.
/// </summary>
internal sealed class CSharpExpressions(SystemModel model)
{
    private readonly SqlContext _context = new(model, new StatementParameters());

    public Code Value(Expression expression, CSharpScope scope) => new(Writer(scope).Write(Inline(expression)).Text);

    /// <summary>The value for a property of this type.</summary>
    public Code Stored(Expression expression, ModelType type, CSharpScope scope) =>
        new(Writer(scope).Stored(Inline(expression), type).Text);

    /// <summary>The value with brackets where it would not stand in front of `?`.</summary>
    public Code Condition(Expression expression, CSharpScope scope) =>
        new(Writer(scope).Write(Inline(expression)).In(CSharpBinding.Coalescing));

    private CSharpWriter Writer(CSharpScope scope) => new(_context, scope);

    private Expression Inline(Expression expression) => FunctionInliner.Inline(expression, _context.Model.Function);
}
