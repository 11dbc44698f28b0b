using System.Text.Json;

namespace Ashlar.Kernel;

/// <summary>The workflows that this build of the system has.</summary>
internal sealed class Workflows
{
    private readonly Dictionary<(string Name, int Version), Workflow> _all;

    public Workflows(IEnumerable<Workflow> workflows, FlowVersions versions)
    {
        Versions = versions;
        _all = workflows.ToDictionary(workflow => (workflow.Name, versions.Of(workflow)));
        Served = JsonSerializer.Serialize(_all.Keys.Select(key => $"{key.Name}/{key.Version}").ToArray());
    }

    /// <summary>What the history of the system says about versions.</summary>
    public FlowVersions Versions { get; }

    /// <summary>The names with their versions, as a JSON array.</summary>
    public string Served { get; }

    /// <summary>The workflow, unless another build of the system has it.</summary>
    public Workflow? Find(string name, int version) => _all.GetValueOrDefault((name, version));

    /// <summary>The workflow of an instance that this build has claimed.</summary>
    public Workflow Of(Token token) => Find(token.Definition, token.Version)
        ?? throw new InvalidOperationException($"This build does not have {token.Definition} in version {token.Version}.");

    /// <summary>The version of a workflow that new instances begin with.</summary>
    public Workflow Newest(string name) => _all.Values.Where(workflow => workflow.Name == name).MaxBy(one => one.Version)
        ?? throw new InvalidOperationException($"This build does not have {name}.");
}
