using System.Globalization;
using Ashlar.Core.Model;
using Ashlar.Core.Text;

namespace Ashlar.Emit.Testing;

/// <summary>A row that somebody may give a file, without one and with one.</summary>
internal sealed record GoodFile(Actor Actor, WorldRow Without, WorldRow With);

/// <summary>Works out what a request for the bytes of a file has to answer. No row of the world has a file.</summary>
internal sealed class FileCases(Stage stage, FileOperation operation)
{
    private readonly Entity _entity = operation.Entity;
    private readonly string[] _field = [operation.Field.Name];

    /// <summary>The media types of the field.</summary>
    public IReadOnlyList<string> Types => [.. operation.Field.Constraints.MediaTypes];

    public GoodFile? Good() => Allowed().FirstOrDefault(good => BrokenBy(good).Count == 0);

    /// <summary>What everybody gets who sends a file for the row, or removes the one that it has.</summary>
    public IEnumerable<Attempt> Changes(GoodFile good)
    {
        foreach (var actor in stage.Everybody)
        {
            if (!MayChange(good.Without, actor))
            {
                yield return new(actor, Refused(good.Without, actor));
            }
            else if (operation.Action == FileAction.Upload)
            {
                yield return new(actor, MayChange(good.With, actor) ? Outcome.Done(204) : Outcome.Denied(actor));
            }
            else if (MayChange(good.With, actor) && MayChange(Changed(good.With, file: null, actor), actor))
            {
                yield return new(actor, Outcome.Done(204));
            }
        }
    }

    /// <summary>What everybody gets who asks for the file of the row.</summary>
    public IEnumerable<Attempt> Sights(WorldRow row) => stage.Everybody.Select(actor => new Attempt(
        actor,
        !actor.IsSignedIn && operation.Gate.NeedsSignIn ? Outcome.SignedOut
            : MayRead(row, actor) ? Outcome.Done(200)
            : Outcome.NotFound));

    /// <summary>Whether somebody reads the field of the row.</summary>
    public bool MayRead(WorldRow row, Actor actor) =>
        stage.Permissions.AllowsFields(row, Operation.Read, actor, [operation.Field.Name]);

    /// <summary>Files that a rule of the row does not allow, with the name of the rule.</summary>
    public IEnumerable<(string Rule, GoodFile File)> BrokenRules() => Allowed()
        .Select(good => (Rules: BrokenBy(good), Good: good))
        .Where(found => found.Rules.Count == 1)
        .Select(found => (found.Rules[0], found.Good))
        .DistinctBy(found => found.Item1, StringComparer.Ordinal);

    /// <summary>`/api/books/…/cover`.</summary>
    public string Path(string id) => operation.Path.Replace("{id}", id, StringComparison.Ordinal);

    /// <summary>`/api/books/…`.</summary>
    public string RowPath(WorldRow row) =>
        string.Create(CultureInfo.InvariantCulture, $"{operation.Api.Path}{operation.Expose.Path}/{row.Id}");

    /// <summary>The status and code of a broken rule.</summary>
    public static Outcome OutcomeOf(string rule) => new(422, Spelling.Kebab(rule));

    private IEnumerable<GoodFile> Allowed() =>
        from row in stage.World.RowsOf(_entity.Name)
        from actor in stage.Everybody
        where MayChange(row, actor)
        let with = Changed(row, "a file", actor)
        where MayChange(with, actor)
        select new GoodFile(actor, row, with);

    private IReadOnlyList<string> BrokenBy(GoodFile good) => stage.Rules.BrokenChecks(good.With);

    private WorldRow Changed(WorldRow row, string? file, Actor actor)
    {
        var changed = row.Copy(row.Id);
        changed[operation.Field.Name] = file;
        return stage.Defaults.Touch(changed, actor);
    }

    private bool MayChange(WorldRow row, Actor actor) =>
        stage.Permissions.AllowsFields(row, Operation.Update, actor, _field);

    private Outcome Refused(WorldRow row, Actor actor)
    {
        if (!actor.IsSignedIn && operation.Gate.NeedsSignIn)
        {
            return Outcome.SignedOut;
        }

        return stage.Permissions.Allows(row, Operation.Read, actor) ? Outcome.Denied(actor) : Outcome.NotFound;
    }
}
