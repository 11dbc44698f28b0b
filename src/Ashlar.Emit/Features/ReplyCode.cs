using Ashlar.Emit.Entities;
using Ashlar.Emit.Shapes;
using Ashlar.Emit.Text;

namespace Ashlar.Emit.Features;

/// <summary>How a handler gets at the row that it replies with.</summary>
internal sealed class ReplyCode(Emission emission, ReplyShape shape, string module)
{
    public ReplyCode(Emission emission, ExposedOperation operation)
        : this(emission, emission.Replies.Of(operation), operation.Entity.Name.Module)
    {
    }

    public ShapeLayout Layout { get; } = emission.LayoutOf(shape);

    /// <summary>The record of the row: `BookPage`.</summary>
    public Ident Shape => Types.Name(Layout.Shape.Name);

    /// <summary>`BookPage.FindAsync(session, call, id)`.</summary>
    public Code Find(Code id) => Find(Code.Of($"session"), id);

    /// <summary>The same in another session.</summary>
    public Code Find(Code session, Code id)
    {
        var call = Code.When(NeedsCall, () => Code.Of($"call, "));
        return Code.Of($"{Shape}.FindAsync({session}, {call}{id})");
    }

    /// <summary>`BookPage.CompleteAsync(session, call, books.Items)`.</summary>
    public Code Complete(Code rows)
    {
        var call = Code.When(new ShapeCompletion(emission, Layout, Types).NeedsCall, () => Code.Of($"call, "));
        return Code.Of($"{Shape}.CompleteAsync(session, {call}{rows})");
    }

    private bool NeedsCall => Layout.Find.NeedsCall
        || (Layout.IsCompleted && new ShapeCompletion(emission, Layout, Types).NeedsCall);

    private CSharpTypes Types { get; } = new(module);
}
