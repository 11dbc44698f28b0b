using System.Collections.Immutable;
using Ashlar.Core.Model;
using Ashlar.Core.Model.Types;

namespace Ashlar.Emit.Testing;

/// <summary>The world of a system's tests, with what is asked of it.</summary>
internal sealed class Stage
{
    private readonly Dictionary<Endpoint, GoodRequest?> _requests = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<Endpoint, GoodChange?> _changes = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<Endpoint, ImmutableArray<RefusedRequest>> _broken = new(ReferenceEqualityComparer.Instance);

    public Stage(Emission emission)
    {
        Emission = emission;
        World = WorldBuilder.Build(emission.Model);
        Oracle = new Oracle(World);
        Permissions = new Permissions(Oracle);
        Rules = new RowRules(World, Oracle);
        Defaults = new Defaults(Oracle);
        Search = new RowSearch(new Candidates(World));
    }

    public Emission Emission { get; }

    public World World { get; }

    public Oracle Oracle { get; }

    public Permissions Permissions { get; }

    public RowRules Rules { get; }

    public Defaults Defaults { get; }

    public RowSearch Search { get; }

    /// <summary>A request that somebody may make to create a row; null where nobody in the world can.</summary>
    public GoodRequest? GoodRequest(ExposedOperation operation)
    {
        if (!_requests.TryGetValue(operation.Endpoint, out var found))
        {
            found = new CreateCases(this, operation).Good();
            _requests[operation.Endpoint] = found;
        }

        return found;
    }

    /// <summary>A change that somebody may make of a row that is there.</summary>
    public GoodChange? GoodChange(ExposedOperation operation)
    {
        if (!_changes.TryGetValue(operation.Endpoint, out var found))
        {
            found = new ChangeCases(this, operation).Good();
            _changes[operation.Endpoint] = found;
        }

        return found;
    }

    /// <summary>The requests that break one rule of the row, for an operation that creates or changes one.</summary>
    public ImmutableArray<RefusedRequest> BrokenRules(ExposedOperation operation)
    {
        if (!_broken.TryGetValue(operation.Endpoint, out var found))
        {
            found = [.. operation.Kind == EndpointKind.Create ? OfCreation(operation) : OfChange(operation)];
            _broken[operation.Endpoint] = found;
        }

        return found;
    }

    /// <summary>Those with roles first: they may do most.</summary>
    public IEnumerable<Actor> Everybody => World.Actors.OrderByDescending(actor => actor.Roles.Length).Append(Actor.Nobody);

    /// <summary>Whether a request of this actor is about the row: where no path names one, it is their own.</summary>
    public static bool IsAbout(ExposedOperation operation, WorldRow row, Actor actor) =>
        !operation.Expose.IsOfCaller || ReferenceEquals(actor.Row, row);

    /// <summary>Who else tries what is about a row: whoever asks about themselves is not refused the row of another.</summary>
    public IEnumerable<Actor> Trying(ExposedOperation operation, WorldRow row) =>
        Everybody.Where(actor => !actor.IsSignedIn || IsAbout(operation, row, actor));

    /// <summary>Whether a request of this actor may name the value.</summary>
    public bool Sees(object? value, Actor actor) =>
        value is not WorldRow target || Permissions.Allows(target, Operation.Read, actor);

    /// <summary>A reference has to lead to a row that the actor may read.</summary>
    public bool SeesWhatItNames(WorldRow row, Actor actor, IEnumerable<Field> fields) => fields
        .Where(field => field.Type is ReferenceType || field.Relation is { Kind: RelationKind.Linked })
        .SelectMany(field => Targets(row[field.Name]))
        .All(target => Permissions.Allows(target, Operation.Read, actor));

    private IEnumerable<RefusedRequest> OfCreation(ExposedOperation operation) =>
        GoodRequest(operation) is { } good ? new CreateCases(this, operation).BrokenRules(good) : [];

    private IEnumerable<RefusedRequest> OfChange(ExposedOperation operation) =>
        GoodChange(operation) is { } good ? new ChangeCases(this, operation).BrokenRules(good) : [];

    private static IEnumerable<WorldRow> Targets(object? value) => value switch
    {
        WorldRow row => [row],
        IEnumerable<object?> rows => rows.OfType<WorldRow>(),
        _ => [],
    };
}
