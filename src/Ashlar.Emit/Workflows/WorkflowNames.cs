using Ashlar.Core.Model;
using Ashlar.Core.Model.Expressions;
using Ashlar.Core.Model.Types;
using Ashlar.Core.Model.Workflows;
using Ashlar.Core.Text;
using Ashlar.Emit.Text;

namespace Ashlar.Emit.Workflows;

/// <summary>What the parts of a workflow are called in C#.</summary>
internal static class WorkflowNames
{
    /// <summary>`FulfilmentStep`.</summary>
    public static Ident Step(Workflow workflow) => Ident.Of(Names.Type(workflow.Name).Text + "Step");

    /// <summary>`FulfilmentState`, as an element that has fields.</summary>
    public static ElementName State(Workflow workflow) => workflow.Name with { Name = Names.Type(workflow.Name).Text + "State" };

    /// <summary>`FulfilmentPack`, as an element that has the fields of the answer.</summary>
    public static ElementName Answer(Workflow workflow, WorkflowStep step) =>
        workflow.Name with { Name = Names.Type(workflow.Name).Text + step.Name };

    /// <summary>`FulfilmentStep.Pack`.</summary>
    public static Code Place(Workflow workflow, string step) => Code.Of($"{Step(workflow)}.{Ident.Of(step)}");

    /// <summary>`parcel.tracking` is the field `parcelTracking` of the state.</summary>
    public static Field Held(Workflow workflow, CarriedValue value)
    {
        var isGivenAtStart = string.Equals(value.Name, workflow.Start.Name, StringComparison.Ordinal);
        var variable = value.Variable;
        return new Field(
            Joined(variable.Name), isGivenAtStart ? variable.Type : variable.Type.AsNullable(true),
            new Constraints { MaxLength = int.MaxValue }, variable.Origin);
    }

    /// <summary>How often an instance has taken a way that leads back.</summary>
    public static Field Rounds(WorkflowStep step, int way) => new(
        $"rounds{step.Name}{way + 1}", new ScalarType(Scalar.Int), Constraints.None, step.Origin)
    {
        Default = new Literal(new ScalarType(Scalar.Int), 0L),
    };

    /// <summary>`state.ParcelTracking`, without the state.</summary>
    public static Ident Property(Workflow workflow, Field held) => Names.Property(State(workflow), held);

    /// <summary>The local of a value in a method: `parcelTracking`.</summary>
    public static Ident Local(string variable) => Naming.LocalNames.Of(Joined(variable));

    private static string Joined(string variable)
    {
        var parts = variable.Split('.');
        return parts[0] + string.Concat(parts.Skip(1).Select(Spelling.Pascal));
    }
}
