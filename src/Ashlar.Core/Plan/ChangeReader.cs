using System.Collections.Immutable;
using Ashlar.Core.Model;
using Ashlar.Core.Syntax;
using Ashlar.Core.Syntax.Nodes;
using Ashlar.Core.Text;

namespace Ashlar.Core.Plan;

/// <summary>Collects every `was` and every decision of the files of a system.</summary>
internal sealed class ChangeReader : IDeclarationVisitor<bool>
{
    private readonly ImmutableArray<WrittenRename>.Builder _renames = ImmutableArray.CreateBuilder<WrittenRename>();
    private readonly ImmutableArray<WrittenDecision>.Builder _decisions = ImmutableArray.CreateBuilder<WrittenDecision>();
    private readonly string _system;
    private string _module;
    private SourceFile _source = new("", "");

    private ChangeReader(string system) => _module = _system = system;

    public static WrittenChange Read(ImmutableArray<SyntaxTree> trees, SystemModel model)
    {
        var reader = new ChangeReader(model.Name);
        foreach (var tree in trees)
        {
            reader._source = tree.Source;
            reader._module = reader._system;
            foreach (var declaration in tree.Root.Declarations)
            {
                declaration.Accept(reader);
            }
        }

        return new WrittenChange(reader._renames.ToImmutable(), reader._decisions.ToImmutable());
    }

    public bool Visit(SystemSyntax node) => true;

    public bool Visit(ModuleSyntax node)
    {
        _module = node.Name.Text;
        return Add(new ElementPath(ElementKind.Module, _module), node.Name.Was);
    }

    public bool Visit(RoleSyntax node) => Add(new ElementPath(ElementKind.Role, node.Name.Text), node.Name.Was);

    public bool Visit(TypeSyntax node)
    {
        AddFields(ElementKind.Part, node.Name, node.Fields);
        return Declared(node.Alias is null ? ElementKind.Value : ElementKind.Scalar, node);
    }

    public bool Visit(EnumSyntax node)
    {
        foreach (var value in node.Values)
        {
            Add(Below(ElementKind.EnumValue, node.Name, value.Name.Text), value.Name.Was);
        }

        return Declared(ElementKind.Enum, node);
    }

    public bool Visit(EntitySyntax node)
    {
        AddFields(ElementKind.Field, node.Name, node.Members.OfType<FieldSyntax>());
        foreach (var member in node.Members)
        {
            AddMember(node.Name, member);
        }

        return Declared(ElementKind.Entity, node);
    }

    public bool Visit(FunctionSyntax node) => Declared(ElementKind.Function, node);

    public bool Visit(ShapeSyntax node) => Declared(ElementKind.Shape, node);

    public bool Visit(ApiSyntax node) => Declared(ElementKind.Api, node);

    public bool Visit(ActionSyntax node) => Declared(ElementKind.Action, node);

    public bool Visit(EventSyntax node)
    {
        AddFields(ElementKind.EventField, node.Name, node.Fields);
        return Declared(ElementKind.Event, node);
    }

    public bool Visit(ViewSyntax node) => Declared(ElementKind.View, node);

    public bool Visit(SlotSyntax node) => Declared(ElementKind.Slot, node);

    public bool Visit(WorkflowSyntax node)
    {
        foreach (var name in node.Steps.Select(step => step.Name).Concat(node.Ends))
        {
            Add(Below(ElementKind.Step, node.Name, name.Text), name.Was);
        }

        var works = node.Steps.SelectMany(step => step.Work).ToList();
        var tasks = works.OfType<TaskSyntax>().ToList();
        var names = node.Starts.Select(start => start.As).Concat(tasks.Select(task => task.As).OfType<NameSyntax>())
            .Concat(works.OfType<WaitSyntax>().SelectMany(wait => wait.Events).Select(one => one.As).OfType<NameSyntax>());
        foreach (var name in names)
        {
            Add(Below(ElementKind.Given, node.Name, name.Text), name.Was);
        }

        foreach (var (task, field) in tasks.SelectMany(task => task.Asks, (task, field) => (task, field)))
        {
            var was = field.Modifiers.OfType<WasModifierSyntax>().FirstOrDefault();
            Add(Below(ElementKind.Answer, node.Name, $"{task.As?.Text}.{field.Name.Text}"), was?.Was);
        }

        return Declared(ElementKind.Workflow, node);
    }

    public bool Visit(ConfigSyntax node) => Declared(ElementKind.Config, node);

    public bool Visit(ScenarioSyntax node) => true;

    public bool Visit(SampleSyntax node) => true;

    public bool Visit(ChangeSyntax node)
    {
        _decisions.AddRange(node.Decisions.Select(decision => new WrittenDecision(decision, _module, _source, node.Span)));
        return true;
    }

    private bool Declared(ElementKind kind, DeclarationSyntax node) =>
        Add(new ElementPath(kind, $"{_module}.{node.Name.Text}"), node.Name.Was);

    private void AddFields(ElementKind kind, NameSyntax owner, IEnumerable<FieldSyntax> fields)
    {
        foreach (var field in fields)
        {
            var was = field.Modifiers.OfType<WasModifierSyntax>().FirstOrDefault();
            Add(Below(kind, owner, field.Name.Text), was?.Was);
            foreach (var state in StatesOf(field))
            {
                Add(Below(ElementKind.State, owner, $"{field.Name.Text}.{state.Text}"), state.Was);
            }
        }
    }

    private static IEnumerable<NameSyntax> StatesOf(FieldSyntax field) => field.Type.State is { } state
        ? state.Initial.Concat(state.Transitions.SelectMany(move => move.To.Prepend(move.From))).Concat(state.Final)
        : [];

    private void AddMember(NameSyntax owner, MemberSyntax member)
    {
        (ElementKind Kind, NameSyntax Name)? rule = member switch
        {
            CheckSyntax check => (ElementKind.Check, check.Name),
            UniqueSyntax unique => (ElementKind.Unique, unique.Name),
            ExclusiveSyntax exclusive => (ElementKind.Exclusive, exclusive.Name),
            _ => null,
        };
        if (rule is var (kind, name))
        {
            Add(Below(kind, owner, name.Text), name.Was);
        }
    }

    private ElementPath Below(ElementKind kind, NameSyntax owner, string name) => new(kind, $"{_module}.{owner.Text}.{name}");

    private bool Add(ElementPath now, FormerName? was)
    {
        if (was is not null)
        {
            _renames.Add(new WrittenRename(new Rename(now, was.Path), new Location(_source.Path, was.Span)));
        }

        return was is not null;
    }
}
