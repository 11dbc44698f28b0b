using Ashlar.Core.Syntax.Nodes;

namespace Ashlar.Core.Model.Binding;

/// <summary>Every name that the system declares, found by a dictionary; the files and their order play no part.</summary>
internal sealed class Declarations
{
    private readonly Dictionary<string, List<Element>> _byBareName = new(StringComparer.Ordinal);
    private readonly List<Element> _elements = [];

    public Dictionary<string, ModuleScope> Modules { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, Declared<RoleSyntax>> Roles { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, Declared<SampleSyntax>> NamedSamples { get; } = new(StringComparer.Ordinal);

    public List<Declared<SampleSyntax>> Samples { get; } = [];

    public List<Declared<ScenarioSyntax>> Scenarios { get; } = [];

    public List<Declared<ApiSyntax>> Apis { get; } = [];

    public Chain Chain { get; } = new();

    public Declared<SystemSyntax>? System { get; set; }

    /// <summary>The entity whose rows sign in.</summary>
    public EntityElement? Principal { get; set; }

    public IReadOnlyList<Element> Elements => _elements;

    public IEnumerable<EntityElement> Entities => _elements.OfType<EntityElement>();

    public void Add(Element element)
    {
        element.Site.Module.Elements.Add(element.Name.Name, element);
        _elements.Add(element);
        if (!_byBareName.TryGetValue(element.Name.Name, out var same))
        {
            _byBareName.Add(element.Name.Name, same = []);
        }

        same.Add(element);
    }

    /// <summary>The elements of a bare name in all modules.</summary>
    public IReadOnlyList<Element> NamedLike(string bareName) => _byBareName.TryGetValue(bareName, out var found) ? found : [];

    public T? Find<T>(ElementName name)
        where T : Element =>
        Modules.TryGetValue(name.Module, out var module) && module.Elements.TryGetValue(name.Name, out var found)
            ? found as T
            : null;
}

/// <summary>A declaration that is not an element of a module, with the place where it stands.</summary>
internal sealed record Declared<TSyntax>(TSyntax Syntax, Site Site)
    where TSyntax : DeclarationSyntax;
