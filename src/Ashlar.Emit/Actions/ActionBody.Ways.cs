using Ashlar.Core.Model.Expressions;
using Ashlar.Core.Model.Types;
using Ashlar.Core.Text;
using Ashlar.Emit.Text;

namespace Ashlar.Emit.Actions;

/// <summary>The body as a step of a workflow, which answers in another form and goes on behind it.</summary>
internal sealed partial class ActionBody
{
    /// <summary>What a refusal of the step is; null where the body is an action.</summary>
    public Func<Code, Code>? RefusedBy { get; init; }

    /// <summary>The statements alone.</summary>
    public Code Statements() => Block(_action.Body);

    /// <summary>Each way where its condition holds; the last one has none.</summary>
    public Code Choice(IEnumerable<(Expression? When, string Name, Code Then)> ways) => Code.Blocks(ways.Select(way =>
        way.When is { } condition
            ? Code.Of($$"""
                if ({{Is(condition, "Whether" + way.Name)}})
                {
                    {{way.Then}}
                }
                """)
            : way.Then));

    /// <summary>A value that the database may have to work out.</summary>
    public Code Value(string name, Expression value, ModelType type) => Read(name, [(value, type)]).Value;
}
