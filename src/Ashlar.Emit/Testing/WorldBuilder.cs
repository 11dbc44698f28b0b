using System.Collections.Immutable;
using System.Globalization;
using Ashlar.Core.Model;
using Ashlar.Core.Model.Expressions;
using Ashlar.Core.Model.Types;
using Ashlar.Core.Text;

namespace Ashlar.Emit.Testing;

/// <summary>
/// Makes the world of a system's tests: the rows of the samples, somebody for every role, a stranger without any, and a
/// row of each entity that has none. What is not given is invented, always in the same way.
/// </summary>
internal sealed class WorldBuilder
{
    private readonly SystemModel _model;
    private readonly World _world;
    private readonly Oracle _oracle;
    private readonly Defaults _defaults;
    private readonly RowSearch _search;
    private readonly Dictionary<string, WorldRow> _named = new(StringComparer.Ordinal);
    private int _count;
    private int _given;

    private WorldBuilder(SystemModel model)
    {
        _model = model;
        _world = new World(model);
        _oracle = new Oracle(_world);
        _defaults = new Defaults(_oracle);
        _search = new RowSearch(new Candidates(_world));
    }

    public static World Build(SystemModel model)
    {
        var builder = new WorldBuilder(model);
        builder.AddSamples();
        builder.AddPeople();
        builder.AddMissingRows();
        return builder._world;
    }

    /// <summary>The world of one scenario: the given rows, what they cannot be without, and a stranger.</summary>
    public static World Build(SystemModel model, Scenario scenario)
    {
        var builder = new WorldBuilder(model);
        foreach (var given in scenario.Parts.OfType<GivenRow>())
        {
            builder.Add(given);
        }

        if (model.Principal is { } principal)
        {
            // Only what an account cannot be without: a stranger has no part in anything.
            var stranger = builder.NewRow(principal, "stranger");
            builder.Complete(stranger);
            builder._world.Add(stranger);
            builder._world.Add(new Actor(stranger.Name, stranger, []));
        }

        return builder._world;
    }

    private void Add(GivenRow given)
    {
        if (_model.Entity(given.Entity) is not { } entity)
        {
            return;
        }

        var row = NewRow(entity, given.Row.Name);
        var others = _world.Rows.Count;
        Give(row, given.Values);
        foreach (var owned in _world.Rows.Skip(others).ToList())
        {
            Complete(owned);
        }

        Complete(row);
        _world.Add(row);
        _named[given.Row.Name] = row;
        if (entity.IsPrincipal)
        {
            _world.Add(new Actor(given.Row.Name, row, [.. given.Roles]));
        }
    }

    /// <summary>Invents what a given row does not say and cannot be without.</summary>
    private void Complete(WorldRow row)
    {
        var missing = row.Entity.Fields.Where(field => IsGiven(field) && !field.IsOptional && !row.Has(field.Name)).ToList();
        foreach (var target in missing.Select(field => field.Type).OfType<ReferenceType>())
        {
            Ensure(target.Entity, []);
        }

        var completed = _search.Find(
            row, missing, _count, _ => true,
            copy =>
            {
                _defaults.Fill(copy, Creator(), ++_given);
                return copy;
            },
            copy => copy.Entity.Checks.All(check => _oracle.Holds(check.Condition, copy, Actor.Nobody)));
        foreach (var field in row.Entity.Fields.Where(field => completed?.Has(field.Name) is true))
        {
            row[field.Name] = completed?[field.Name];
        }
    }

    /// <summary>There is a row of the entity, with those that it needs itself.</summary>
    private void Ensure(ElementName name, HashSet<ElementName> path)
    {
        if (_world.RowsOf(name).Any() || !path.Add(name) || _model.Entity(name) is not { } entity)
        {
            return;
        }

        foreach (var field in entity.Fields.Where(field => IsGiven(field) && !field.IsOptional))
        {
            if (field.Type is ReferenceType target)
            {
                Ensure(target.Entity, path);
            }
        }

        if (Invent(entity, $"some{entity.Name.Name}") is { } row)
        {
            _world.Add(row);
        }
    }

    private void AddSamples()
    {
        var rows = new List<(Sample Sample, WorldRow Row)>();
        foreach (var sample in _model.Samples)
        {
            if (_model.Entity(sample.Entity) is { } entity)
            {
                var row = NewRow(entity, sample.Name);
                rows.Add((sample, row));
                _world.Add(row);
                if (sample.Name.Length > 0)
                {
                    _named[sample.Name] = row;
                }
            }
        }

        foreach (var (sample, row) in rows)
        {
            Give(row, sample.Values);
        }

        foreach (var (sample, row) in rows.Where(pair => pair.Row.Entity.IsPrincipal))
        {
            _world.Add(new Actor(row.Name, row, [.. sample.Roles]));
        }

        // Defaults may look at the caller and at other rows, so they come when all of these are there.
        foreach (var row in _world.Rows.ToList())
        {
            _defaults.Fill(row, Creator(), ++_given);
        }
    }

    private Actor Creator() =>
        _world.Actors.FirstOrDefault(actor => actor.Roles.IsEmpty) ?? _world.Actors.FirstOrDefault(Actor.Nobody);

    private WorldRow NewRow(Entity entity, string name)
    {
        _count++;
        var id = "00000000-0000-7000-8000-" + _count.ToString("D12", CultureInfo.InvariantCulture);
        return new WorldRow(entity, id, name.Length > 0 ? name : $"{Spelling.Camel(entity.Name.Name)}{_count}");
    }

    private void Give(WorldRow row, ValueList<SampleValue> values)
    {
        foreach (var value in values)
        {
            switch (value.Content)
            {
                case SampleConstant constant:
                    row[value.Field] = _oracle.Evaluate(constant.Value, row, Actor.Nobody);
                    break;
                case SampleReference reference:
                    row[value.Field] = _named.GetValueOrDefault(reference.Name);
                    break;
                case SampleLinks links:
                    row[value.Field] = links.Names.Select(name => (object?)_named.GetValueOrDefault(name)).ToList();
                    break;
                case SampleRows owned when row.Entity.Field(value.Field)?.Relation is { } relation:
                    AddOwned(row, relation, owned);
                    break;
            }
        }
    }

    private void AddOwned(WorldRow owner, Relation relation, SampleRows owned)
    {
        if (_model.Entity(relation.Target) is not { } entity)
        {
            return;
        }

        foreach (var values in owned.Rows)
        {
            var row = NewRow(entity, "");
            row[relation.BackReference] = owner;
            _world.Add(row);
            Give(row, values.Values);
        }
    }

    private void AddPeople()
    {
        if (_model.Principal is not { } principal)
        {
            return;
        }

        foreach (var role in _model.Roles
            .Where(role => !_world.Actors.Any(actor => actor.Roles.Contains(role.Name, StringComparer.Ordinal))))
        {
            AddPerson(principal, Spelling.Camel(role.Name), [role.Name]);
        }

        AddPerson(principal, "stranger", []);
    }

    private void AddPerson(Entity principal, string name, ImmutableArray<string> roles)
    {
        if (Invent(principal, name) is { } row)
        {
            _world.Add(row);
            _world.Add(new Actor(name, row, roles));
        }
    }

    /// <summary>Rows that others need come first, so it goes round until nothing more can be made.</summary>
    private void AddMissingRows()
    {
        var missing = _model.Entities.Where(entity => !_world.RowsOf(entity.Name).Any() && entity.Owner is null).ToList();
        for (var found = true; found;)
        {
            found = false;
            foreach (var entity in missing.ToList())
            {
                if (Invent(entity, $"some{entity.Name.Name}") is { } row)
                {
                    _world.Add(row);
                    missing.Remove(entity);
                    found = true;
                }
            }
        }
    }

    private WorldRow? Invent(Entity entity, string name)
    {
        var fields = entity.Fields.Where(IsGiven).ToList();
        return _search.Find(
            NewRow(entity, name), fields, _count, _ => true,
            row =>
            {
                _defaults.Fill(row, Creator(), ++_given);
                return row;
            },
            row => HasWhatItNeeds(row) && entity.Checks.All(check => _oracle.Holds(check.Condition, row, Actor.Nobody)));
    }

    // What has a default keeps it; owned rows are left out.
    private static bool IsGiven(Field field) =>
        field is { Relation: null, Computed: null, Generated: null, State: null, Default: null };

    private static bool HasWhatItNeeds(WorldRow row) =>
        row.Entity.Fields.All(field => field.IsOptional || !field.IsStoredInRow || row[field.Name] is not null);
}
