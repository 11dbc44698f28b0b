using System.Collections.Immutable;
using Ashlar.Core.Diagnostics;
using Ashlar.Core.Model.Rules;
using Ashlar.Core.Model.Workflows;
using Ashlar.Core.Syntax;
using Ashlar.Core.Text;

namespace Ashlar.Core.Model.Binding;

/// <summary>
/// Turns syntax trees into the model. Every step completes what the next one asks of all declarations, so that neither
/// their order nor the files that they stand in matter.
/// </summary>
internal static class Binder
{
    public static SystemModel Bind(ImmutableArray<SyntaxTree> trees, DiagnosticBag report)
    {
        var names = Declare(trees, report);
        BindBodies(names);
        return BuildModel(names);
    }

    /// <summary>Everything that has a name, with the types that an expression asks for.</summary>
    public static Declarations Declare(ImmutableArray<SyntaxTree> trees, DiagnosticBag report)
    {
        var names = DeclarationCollector.Collect(trees, report);
        FindPrincipal(names);
        BindSignatures(names);
        RelationBinder.Bind(names);
        return names;
    }

    private static void FindPrincipal(Declarations names)
    {
        foreach (var entity in names.Entities.Where(entity => entity.Syntax.IsPrincipal))
        {
            if (names.Principal is { } first)
            {
                entity.Site.Add(TwoPrincipals.At(entity.NameLocation, entity.Name.Name, first.Name.Name, first.NameLocation));
            }

            names.Principal ??= entity;
        }
    }

    /// <summary>Types of fields, inputs and results: all that an expression elsewhere asks about a declaration.</summary>
    private static void BindSignatures(Declarations names)
    {
        foreach (var alias in names.Elements.OfType<AliasElement>())
        {
            TypeBinder.Resolve(alias);
        }

        foreach (var named in names.Elements.OfType<EnumElement>())
        {
            EnumBinder.Check(named);
        }

        foreach (var value in names.Elements.OfType<ValueElement>())
        {
            FieldBinder.BindValue(value);
        }

        foreach (var entity in names.Entities)
        {
            EntityBinder.BindPlural(entity);
            FieldBinder.BindEntity(entity);
        }

        foreach (var function in names.Elements.OfType<FunctionElement>())
        {
            FunctionBinder.BindSignature(function);
        }

        foreach (var shape in names.Elements.OfType<ShapeElement>())
        {
            ShapeBinder.BindHead(shape);
        }

        foreach (var action in names.Elements.OfType<ActionElement>())
        {
            FieldBinder.BindInputs(action);
        }

        foreach (var view in names.Elements.OfType<ViewElement>())
        {
            FieldBinder.BindInputs(view);
        }

        foreach (var told in names.Elements.OfType<EventElement>())
        {
            FieldBinder.BindEvent(told);
        }

        foreach (var slot in names.Elements.OfType<SlotElement>())
        {
            SlotBinder.BindSignature(slot);
        }

        foreach (var config in names.Elements.OfType<ConfigElement>())
        {
            FieldBinder.BindConfig(config);
        }
    }

    private static void BindBodies(Declarations names)
    {
        foreach (var value in names.Elements.OfType<ValueElement>())
        {
            FieldExpressions.Bind(value);
        }

        foreach (var function in names.Elements.OfType<FunctionElement>())
        {
            FunctionBinder.BindBody(function);
        }

        FunctionBinder.CheckCalls(names);
        foreach (var entity in names.Entities)
        {
            FieldExpressions.Bind(entity);
        }

        foreach (var config in names.Elements.OfType<ConfigElement>())
        {
            ConfigBinder.BindDefaults(config);
        }

        CallerKnowledge.Find(names);
        foreach (var action in names.Elements.OfType<ActionElement>())
        {
            FieldExpressions.BindParameters(action.Inputs);
        }

        foreach (var action in names.Elements.OfType<ActionElement>())
        {
            ActionBinder.Bind(action);
        }

        ActionCalls.Check(names);
        foreach (var workflow in names.Elements.OfType<WorkflowElement>())
        {
            workflow.Bound = WorkflowBinder.Bind(workflow);
        }

        foreach (var view in names.Elements.OfType<ViewElement>())
        {
            view.Bound = ViewBinder.Bind(view);
        }
    }

    private static SystemModel BuildModel(Declarations names)
    {
        var elements = names.Elements.OrderBy(element => element.Name).ToList();
        var model = SystemBinder.Bind(names) with
        {
            Modules = names
                .Modules.Values.OrderBy(module => module.Name, StringComparer.Ordinal)
                .Select(module => module.ToModel())
                .ToValueList(),
            Roles = SystemBinder.BindRoles(names),
            Enums = elements.OfType<EnumElement>().Select(EnumBinder.ToModel).ToValueList(),
            Aliases = elements.OfType<AliasElement>().Select(AliasOf).ToValueList(),
            Values = elements.OfType<ValueElement>().Select(ValueOf).ToValueList(),
            Entities = elements.OfType<EntityElement>().Select(EntityBinder.Bind).ToValueList(),
            Functions = elements.OfType<FunctionElement>().Select(function => function.Bound).OfType<Function>().ToValueList(),
            Events = elements.OfType<EventElement>().Select(EventBinder.ToModel).ToValueList(),
            Actions = elements.OfType<ActionElement>().Select(action => action.Bound).OfType<ActionDefinition>().ToValueList(),
            Views = elements.OfType<ViewElement>().Select(view => view.Bound).OfType<View>().ToValueList(),
            Slots = elements.OfType<SlotElement>().Select(SlotBinder.ToModel).ToValueList(),
            Workflows = elements.OfType<WorkflowElement>().Select(workflow => workflow.Bound).OfType<Workflow>().ToValueList(),
            Configs = elements.OfType<ConfigElement>().Select(ConfigBinder.ToModel).ToValueList(),
            Shapes = elements.OfType<ShapeElement>().Select(ShapeBinder.ToModel).OfType<Shape>().ToValueList(),
            Apis = names.Apis.OrderBy(api => api.Syntax.Name.Text, StringComparer.Ordinal).Select(ApiBinder.Bind).ToValueList(),
            Samples = names.Samples.Select(SampleBinder.Bind).OfType<Sample>().ToValueList(),
        };
        return model with { Scenarios = ScenarioBinder.Bind(names, model) };
    }

    private static ScalarAlias AliasOf(AliasElement alias)
    {
        var bound = TypeBinder.Resolve(alias);
        return new ScalarAlias(alias.Name, bound.Type, bound.Constraints, alias.Origin)
        {
            Documentation = alias.Syntax.Documentation,
            IsPublic = alias.IsPublic,
            Basis = alias.Basis,
        };
    }

    private static ValueDefinition ValueOf(ValueElement value) =>
        new(value.Name, value.Fields.ToModel(), value.Origin)
        {
            Documentation = value.Syntax.Documentation,
            IsPublic = value.IsPublic,
        };
}
