using System.Collections.Immutable;
using Ashlar.Core.Model;
using Ashlar.Core.Model.Expressions;
using Ashlar.Core.Model.Statements;
using Ashlar.Core.Model.Types;
using Ashlar.Core.Text;
using Ashlar.Emit.Grants;

namespace Ashlar.Emit.Shapes;

/// <summary>The shapes of a system's replies: those that operations name, and the views of those that name none.</summary>
internal sealed class ReplyShapes
{
    private readonly Emission _emission;
    private readonly Dictionary<ElementName, ReplyShape> _known = [];
    private readonly Dictionary<ElementName, ShapeUse> _uses = [];

    public ReplyShapes(Emission emission)
    {
        _emission = emission;
        foreach (var operation in emission.Operations.Where(operation => operation.Kind != EndpointKind.Delete))
        {
            Use(Of(operation), operation, isTop: true, isList: operation.Kind == EndpointKind.List);
        }

        foreach (var operation in emission.ActionOperations)
        {
            if (Of(operation) is { } shape)
            {
                Use(shape, operation, isTop: true, isList: false);
            }
        }
    }

    /// <summary>Every shape that some reply has, in the order of their names.</summary>
    public IEnumerable<ReplyShape> All => _uses.Keys.Order().Select(name => _known[name]);

    public ShapeUse UseOf(ReplyShape shape) => _uses[shape.Name];

    /// <summary>The shape of an operation's reply; of a list, that of its rows.</summary>
    public ReplyShape Of(ExposedOperation operation) => operation.Endpoint.Reply is { } name
        ? Declared(_emission.Shape(name))
        : View(operation.Entity, operation.Endpoint.Includes);

    /// <summary>The shape of the row that an action answers with; null where it answers with none.</summary>
    public ReplyShape? Of(ActionOperation operation)
    {
        if (operation.Endpoint.ReplySource is not { } source)
        {
            return null;
        }

        if (operation.Endpoint.Reply is { } name)
        {
            return Declared(_emission.Shape(name));
        }

        var type = operation.Action.Inputs.FirstOrDefault(input => input.Name == source)?.Type
            ?? StatementTree.Named(operation.Action.Body).FirstOrDefault(variable => variable.Name == source)?.Type;
        return type is ReferenceType row ? View(_emission.Entity(row.Entity), []) : null;
    }

    private void Use(ReplyShape shape, Route route, bool isTop, bool isList)
    {
        var use = _uses.TryGetValue(shape.Name, out var known) ? known : ShapeUse.None;
        _uses[shape.Name] = use.With(route.Module, isTop, isList, route.Gate.NeedsSignIn);
        foreach (var key in shape.Keys)
        {
            if (key.Nested is { } nested)
            {
                Use(nested, route, isTop: false, isList);
            }
        }
    }

    private ReplyShape Declared(Shape shape)
    {
        if (!_known.TryGetValue(shape.Name, out var known))
        {
            known = new(shape.Name, _emission.Entity(shape.Entity), [.. shape.Fields.Select(Key)])
            {
                Documentation = shape.Documentation,
                Source = ("shape", shape.Name),
            };
            _known.Add(shape.Name, known);
        }

        return known;
    }

    private ReplyKey Key(ShapeField field) =>
        new(field.Name, field.Value, field.Nested is { } nested ? Declared(_emission.Shape(nested)) : null)
        {
            Documentation = field.Documentation,
        };

    private ReplyShape View(Entity entity, IReadOnlyList<string> includes)
    {
        var name = ViewName(entity, includes);
        if (!_known.TryGetValue(name, out var known))
        {
            known = new(name, entity, ViewKeys(entity, includes)) { Source = ("entity", entity.Name) };
            _known.Add(name, known);
        }

        return known;
    }

    // `BookView`, `OrderViewWithLines`; a shape of the model that is called so keeps its name.
    private ElementName ViewName(Entity entity, IReadOnlyList<string> includes)
    {
        var with = includes.Count == 0 ? "" : "With" + string.Join("And", includes.Select(Spelling.Pascal));
        var name = entity.Name with { Name = $"{entity.Name.Name}View{with}" };
        return _emission.Model.Shape(name) is null ? name : name with { Name = name.Name + "OfAll" };
    }

    private ImmutableArray<ReplyKey> ViewKeys(Entity entity, IReadOnlyList<string> includes)
    {
        var row = new Variable(new ReferenceType(entity.Name), VariableKind.This, "this");
        var id = new ReplyKey("id", new FieldAccess(new ScalarType(Scalar.Uuid), row, "id"), Nested: null);
        var fields = ReadableFields.Of(entity)
            .Where(field => field.Relation is null || includes.Contains(field.Name, StringComparer.Ordinal))
            .Select(field => new ReplyKey(field.Name, new FieldAccess(field.Type, row, field.Name), Embedded(field, includes))
            {
                Documentation = field.Documentation,
            });
        return [id, .. fields];
    }

    private ReplyShape? Embedded(Field field, IReadOnlyList<string> includes)
    {
        if (!includes.Contains(field.Name, StringComparer.Ordinal))
        {
            return null;
        }

        return field.Type switch
        {
            ReferenceType reference => View(_emission.Entity(reference.Entity), []),
            ListType { Item: ReferenceType item } => View(_emission.Entity(item.Entity), []),
            _ => null,
        };
    }
}
