using System.Collections.Immutable;
using Ashlar.Core.Model;
using Ashlar.Core.Model.Expressions;
using Ashlar.Emit.Expressions;
using Ashlar.Emit.Features;
using Ashlar.Emit.Grants;
using Ashlar.Emit.Statements;

namespace Ashlar.Emit.Views;

/// <summary>What the database says before the rows of a view: who may ask with these inputs, and where references lead.</summary>
internal sealed class ViewGate
{
    private readonly RequestRight _right;
    private readonly ReferenceTests _references;

    public ViewGate(Emission emission, View view)
    {
        var gate = Gate.Of(view.Access);
        _references = new(emission, ReferenceTests.Among(view.Inputs), gate.NeedsSignIn);
        _right = new(emission, gate.IsByCaller ? Conditions.True : gate.Condition(gate.NeedsSignIn), _references);
        IsAsked = !gate.IsByCaller || !_references.References.IsEmpty;
    }

    /// <summary>The caller alone does not decide it.</summary>
    public bool IsAsked { get; }

    public ImmutableArray<Field> References => _references.References;

    /// <summary>Whether the caller may ask, then one truth value for each reference.</summary>
    public IEnumerable<string> Columns(StatementText text) =>
        _references.References.Select(field => _references.Of(text, field)).Prepend(_right.Of(text, SqlScope.Empty));
}
