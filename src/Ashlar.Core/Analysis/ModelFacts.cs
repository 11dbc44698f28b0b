using System.Collections.Immutable;
using Ashlar.Core.Analysis.Conditions;
using Ashlar.Core.Analysis.Effects;
using Ashlar.Core.Model;
using Ashlar.Core.Model.Types;

namespace Ashlar.Core.Analysis;

/// <summary>The model, and what several rules derive from it, each computed once and only when asked for.</summary>
public sealed class ModelFacts
{
    private readonly Lazy<IReadOnlyList<Written>> _expressions;

    public ModelFacts(SystemModel model)
    {
        Model = model;
        Solver = new ConditionSolver(model);
        Principal = model.Principal;
        Effects = new EffectIndex(model);
        _expressions = new(() => WrittenExpressions.Of(model));
    }

    public SystemModel Model { get; }

    public ConditionSolver Solver { get; }

    public Entity? Principal { get; }

    public EffectIndex Effects { get; }

    /// <summary>Every expression that somebody wrote, with the element that it belongs to.</summary>
    public IReadOnlyList<Written> Expressions => _expressions.Value;

    /// <summary>The fields that refer to the rows of an entity.</summary>
    public ImmutableArray<Reference> ReferencesTo(ElementName entity) => Model.ReferencesTo(entity);

    /// <summary>The entity that a field refers to, or null for every other field.</summary>
    public Entity? TargetOf(Field field) => field.Type is ReferenceType type ? Model.Entity(type.Entity) : null;
}
