using System.Reflection;
using System.Text.Json;

namespace Ashlar.Kernel;

/// <summary>
/// The versions of the workflows that this build has, and how instances of earlier ones become instances of those: what the
/// migrations in the program say. A workflow that no migration is about has the version that it gives itself.
/// </summary>
internal sealed class FlowVersions
{
    private readonly Dictionary<string, int> _newest = new(StringComparer.Ordinal);

    private FlowVersions(IReadOnlyList<FlowCarry> carries)
    {
        Carries = carries;
        foreach (var carry in carries)
        {
            _newest[carry.From] = carry.Version;
            _newest[carry.To] = carry.Version;
        }

        Older = JsonSerializer.Serialize(carries.GroupBy(carry => carry.From)
            .ToDictionary(one => one.Key, one => one.Max(carry => carry.Version)));
    }

    /// <summary>In the order in which they were planned.</summary>
    public IReadOnlyList<FlowCarry> Carries { get; }

    /// <summary>Names of workflows, each with the version that its instances have at least, as a JSON object.</summary>
    public string Older { get; }

    /// <summary>What the migrations of a program say.</summary>
    public static FlowVersions In(Assembly assembly, bool isPostgres) => new(
    [
        .. from file in MigrationFile.In(assembly, isPostgres)
           from step in file.Steps
           where step.Mode == "carry"
           let names = step.Object.Split('>')
           select new FlowCarry(names[0], names[^1], file.Number, step.Sql),
    ]);

    /// <summary>The version that instances of the workflow have which this build begins.</summary>
    public int Of(Workflow workflow) => Math.Max(workflow.Version, _newest.GetValueOrDefault(workflow.Name));
}

/// <summary>Takes instances of a workflow that are older than the version to it; those that are not, it leaves alone.</summary>
/// <param name="From">The name of the workflow before.</param>
/// <param name="To">Its name at the version.</param>
/// <param name="Version">The version.</param>
/// <param name="Sql">A script for one transaction.</param>
internal sealed record FlowCarry(string From, string To, int Version, string Sql);
