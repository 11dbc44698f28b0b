using Ashlar.Core.Model.Expressions;
using Ashlar.Core.Model.Types;
using Ashlar.Core.Text;

namespace Ashlar.Core.Model;

/// <summary>A name for an expression. Calls of functions never form a cycle.</summary>
public sealed record Function(ElementName Name, ValueList<Field> Inputs, ModelType Gives, Expression Body, Origin Origin)
{
    public string Documentation { get; init; } = "";

    public bool IsPublic { get; init; }
}
