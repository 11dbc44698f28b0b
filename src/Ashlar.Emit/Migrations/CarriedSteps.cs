using Ashlar.Core.Plan;
using Ashlar.Emit.Expressions;

namespace Ashlar.Emit.Migrations;

/// <summary>What the steps of the old workflow are called, and which of them are entered again.</summary>
internal sealed class CarriedSteps(WorkflowChange change)
{
    /// <summary>The steps that are entered again, wherever that is; as a list of SQL.</summary>
    public string Anew { get; } = List(
        change.Positions.Where(position => position.Fate is PositionFate.BeginsAnew or PositionFate.Moves));

    /// <summary>The steps whose instances are sent elsewhere.</summary>
    public string Moved { get; } = List(change.Positions.Where(position => position.Fate == PositionFate.Moves));

    /// <summary>Where an instance stands afterwards, over the column `step`.</summary>
    public string Now() => Case(
        "step", change.Positions.Select(position => (position.Step, position.Target ?? position.Step)));

    /// <summary>A column whose values get other names; the column itself where none does.</summary>
    public static string Case(string column, IEnumerable<(string From, string To)> names)
    {
        var cases = names.Where(name => name.From != name.To)
            .Select(name => $"when {SqlText.Of(name.From)} then {SqlText.Of(name.To)}").ToList();
        return cases.Count == 0 ? column : $"case {column} {string.Join(' ', cases)} else {column} end";
    }

    private static string List(IEnumerable<InstancePosition> positions) =>
        string.Join(", ", positions.Select(position => SqlText.Of(position.Step).Text));
}
