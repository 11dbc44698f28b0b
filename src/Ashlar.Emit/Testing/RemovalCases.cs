using Ashlar.Core.Model;

namespace Ashlar.Emit.Testing;

/// <summary>Works out what deleting a row has to answer.</summary>
internal sealed class RemovalCases(Stage stage, ExposedOperation operation)
{
    private readonly Entity _entity = operation.Entity;

    /// <summary>A row that somebody may delete and nothing stands in the way of.</summary>
    public (WorldRow Row, Actor Actor)? Good() =>
        Allowed().Where(pair => !IsInUse(pair.Row)).Select(pair => ((WorldRow, Actor)?)pair).FirstOrDefault();

    /// <summary>A row that somebody may delete and that others need.</summary>
    public (WorldRow Row, Actor Actor)? InUse() =>
        Allowed().Where(pair => IsInUse(pair.Row)).Select(pair => ((WorldRow, Actor)?)pair).FirstOrDefault();

    public IEnumerable<Attempt> Attempts(WorldRow row) =>
        stage.Trying(operation, row).Select(actor => new Attempt(actor, OutcomeFor(row, actor)));

    private Outcome OutcomeFor(WorldRow row, Actor actor)
    {
        if (stage.Permissions.Allows(row, Operation.Delete, actor))
        {
            return Outcome.Done(operation.Endpoint.Form.Status ?? 204);
        }

        if (!actor.IsSignedIn && operation.Gate.NeedsSignIn)
        {
            return Outcome.SignedOut;
        }

        return stage.Permissions.Allows(row, Operation.Read, actor) ? Outcome.Denied(actor) : Outcome.NotFound;
    }

    private IEnumerable<(WorldRow Row, Actor Actor)> Allowed() =>
        from row in stage.World.RowsOf(_entity.Name)
        from actor in stage.Everybody
        where Stage.IsAbout(operation, row, actor) && stage.Permissions.Allows(row, Operation.Delete, actor)
        select (row, actor);

    // Rows that go with it may themselves be needed by others.
    private bool IsInUse(WorldRow row) => References(row).Any(pair => pair.Field.OnDelete switch
    {
        DeleteRule.Restrict => true,
        DeleteRule.Cascade => IsInUse(pair.Row),
        _ => false,
    });

    private IEnumerable<(WorldRow Row, Field Field)> References(WorldRow row) =>
        from reference in stage.World.Model.ReferencesTo(row.Entity.Name)
        from other in stage.World.RowsOf(reference.Owner.Name)
        where ReferenceEquals(other[reference.Field.Name], row)
        select (other, reference.Field);
}
