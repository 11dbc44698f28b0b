using System.Collections.Immutable;
using Ashlar.Core.Diagnostics;
using Ashlar.Core.Model.Rules;
using Ashlar.Core.Model.Types;
using Ashlar.Core.Syntax;
using Ashlar.Core.Syntax.Nodes;
using Ashlar.Core.Text;

namespace Ashlar.Core.Model.Binding;

/// <summary>
/// Reads the top level of all files: which modules there are and what each declares. The first of two declarations of
/// one name counts; the second is reported and goes no further.
/// </summary>
internal sealed class DeclarationCollector : IDeclarationVisitor<bool>
{
    private readonly Declarations _names = new();
    private readonly DiagnosticBag _report;
    private readonly ModuleScope _systemScope;
    private readonly List<(NameSyntax Used, Site Site)> _uses = [];
    private readonly bool _hasModules;
    private ModuleSyntax? _line;
    private ModuleScope _module;
    private SourceFile _source = new("", "");
    private bool _isMissingModuleReported;

    private DeclarationCollector(ImmutableArray<SyntaxTree> trees, DiagnosticBag report)
    {
        var declarations = trees.SelectMany(tree => tree.Root.Declarations).ToList();
        var system = declarations.OfType<SystemSyntax>().FirstOrDefault(node => !node.Name.IsMissing);
        _report = report;
        _hasModules = declarations.OfType<ModuleSyntax>().Any();
        _systemScope = new ModuleScope(system?.Name.Text ?? "Main");
        _module = _systemScope;
    }

    public static Declarations Collect(ImmutableArray<SyntaxTree> trees, DiagnosticBag report)
    {
        var collector = new DeclarationCollector(trees, report);
        foreach (var tree in trees)
        {
            collector.Read(tree);
        }

        collector.Finish(trees);
        return collector._names;
    }

    public bool Visit(SystemSyntax node)
    {
        if (_names.System is { } first)
        {
            return Report(
                DuplicateDeclaration.At(Here.At(node.Name), "a system", node.Name.Text, first.Site.At(first.Syntax.Name)));
        }

        _names.System = new Declared<SystemSyntax>(node, SystemSite(node.Name.Text));
        return true;
    }

    public bool Visit(ModuleSyntax node)
    {
        _line = node;
        if (!_names.Modules.TryGetValue(node.Name.Text, out var module))
        {
            module = new ModuleScope(node.Name.Text) { Origin = new Origin(_source, node.Name.Span) };
            _names.Modules.Add(node.Name.Text, module);
        }

        module.Documentation = module.Documentation.Length == 0 ? node.Documentation : module.Documentation;
        _module = module;
        _uses.AddRange(node.Uses.Where(used => !used.IsMissing).Select(used => (used, Here with { Symbol = node.Name.Text })));
        return true;
    }

    public bool Visit(RoleSyntax node)
    {
        if (
            node.Name.IsMissing || _names.Roles.TryAdd(node.Name.Text, new Declared<RoleSyntax>(node, SystemSite(node.Name.Text)))
        )
        {
            return true;
        }

        var first = _names.Roles[node.Name.Text];
        return Report(DuplicateDeclaration.At(Here.At(node.Name), "a role", node.Name.Text, first.Site.At(first.Syntax.Name)));
    }

    public bool Visit(TypeSyntax node) =>
        node.Alias is null
            ? Add(node, (name, site) => new ValueElement(name, node, site))
            : Add(node, (name, site) => new AliasElement(name, node, site));

    public bool Visit(EnumSyntax node) => Add(node, (name, site) => new EnumElement(name, node, site));

    public bool Visit(EntitySyntax node) => Add(node, (name, site) => new EntityElement(name, node, site));

    public bool Visit(FunctionSyntax node) => Add(node, (name, site) => new FunctionElement(name, node, site));

    public bool Visit(ActionSyntax node) => Add(node, (name, site) => new ActionElement(name, node, site));

    public bool Visit(EventSyntax node) => Add(node, (name, site) => new EventElement(name, node, site));

    public bool Visit(ViewSyntax node) => Add(node, (name, site) => new ViewElement(name, node, site));

    public bool Visit(SlotSyntax node) => Add(node, (name, site) => new SlotElement(name, node, site));

    public bool Visit(WorkflowSyntax node) => Add(node, (name, site) => new WorkflowElement(name, node, site));

    public bool Visit(ConfigSyntax node) => Add(node, (name, site) => new ConfigElement(name, node, site));

    public bool Visit(ShapeSyntax node) => Add(node, (name, site) => new ShapeElement(name, node, site));

    public bool Visit(ApiSyntax node)
    {
        var first = _names.Apis.Find(api => string.Equals(api.Syntax.Name.Text, node.Name.Text, StringComparison.Ordinal));
        if (first is not null && !node.Name.IsMissing)
        {
            return Report(
                DuplicateDeclaration.At(Here.At(node.Name), "an api", node.Name.Text, first.Site.At(first.Syntax.Name)));
        }

        _names.Apis.Add(new Declared<ApiSyntax>(node, SystemSite($"{_module.Name}.{node.Name.Text}")));
        return true;
    }

    public bool Visit(ScenarioSyntax node)
    {
        var title = node.Title?.Value ?? "";
        var first = _names.Scenarios.Find(scenario => string.Equals(scenario.Site.Symbol, title, StringComparison.Ordinal));
        if (first is not null && title.Length > 0)
        {
            return Report(DuplicateDeclaration.OfScenario(Here.At(node.Name), first.Site.At(first.Syntax.Name)));
        }

        _names.Scenarios.Add(new Declared<ScenarioSyntax>(node, SystemSite(title)));
        return true;
    }

    public bool Visit(SampleSyntax node)
    {
        var declared = new Declared<SampleSyntax>(node, SystemSite(node.Name.Text));
        _names.Samples.Add(declared);
        if (node.Name.IsMissing || _names.NamedSamples.TryAdd(node.Name.Text, declared))
        {
            return true;
        }

        var first = _names.NamedSamples[node.Name.Text];
        return Report(DuplicateDeclaration.At(Here.At(node.Name), "a sample", node.Name.Text, first.Site.At(first.Syntax.Name)));
    }

    /// <summary>It is about two models, of which this is one.</summary>
    public bool Visit(ChangeSyntax node) => true;

    private Site Here => new(_source, _module, _line, _names, _report);

    private Site SystemSite(string symbol) => Here with { Symbol = symbol, SeesAll = true };

    private void Read(SyntaxTree tree)
    {
        _source = tree.Source;
        _module = _systemScope;
        _line = null;
        _isMissingModuleReported = false;
        foreach (var declaration in tree.Root.Declarations)
        {
            declaration.Accept(this);
        }
    }

    private bool Add(DeclarationSyntax node, Func<ElementName, Site, Element> create)
    {
        if (node.Name.IsMissing)
        {
            return false;
        }

        ReportMissingModule(node);
        if (ScalarTypes.Find(node.Name.Text) is not null)
        {
            return Report(DuplicateDeclaration.OfTheLanguage(Here.At(node.Name), node.Name.Text));
        }

        var name = new ElementName(_module.Name, node.Name.Text);
        if (_module.Elements.TryGetValue(node.Name.Text, out var first))
        {
            return Report(DuplicateDeclaration.At(Here.At(node.Name), first.Kind, node.Name.Text, first.NameLocation));
        }

        _names.Add(create(name, Here with { Symbol = name.ToString() }));
        return true;
    }

    /// <summary>One file without a module line is one mistake, however much it declares.</summary>
    private void ReportMissingModule(DeclarationSyntax node)
    {
        if (_line is not null || !_hasModules || _isMissingModuleReported)
        {
            return;
        }

        _isMissingModuleReported = true;
        Report(MissingModule.At(Here.At(node.Name), node, _names.Modules.Keys));
    }

    private bool Report(Diagnostic found)
    {
        _report.Add(found);
        return false;
    }

    private void Finish(ImmutableArray<SyntaxTree> trees)
    {
        if (!_hasModules || _systemScope.Elements.Count > 0)
        {
            _names.Modules.TryAdd(_systemScope.Name, _systemScope);
        }

        foreach (var (used, site) in _uses)
        {
            Use(used, site);
        }

        if (_names.System is null && trees.Length > 0)
        {
            _report.Add(MissingSystem.At(trees[0]));
        }
    }

    private void Use(NameSyntax used, Site site)
    {
        if (_names.Modules.ContainsKey(used.Text))
        {
            site.Module.Uses.Add(used.Text);
            return;
        }

        site.Add(UnknownModule.At(site.At(used), used.Text, _names.Modules.Keys));
    }
}
