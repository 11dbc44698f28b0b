using Ashlar.Core;
using Ashlar.Core.Text;

namespace Ashlar.Tests.Plan;

/// <summary>A small system that can be edited at random. What an edit renames says so with `was`, until the next step.</summary>
internal sealed class RandomSystem(Random random)
{
    private static readonly string[] Types =
        ["text max 20", "text? max 40", "int", "int?", "long = 1", "bool = true", "date?", "decimal(8, 2) = 0", "Tier", "Tier?"];

    private readonly List<Named> _tiers = [new("Bronze"), new("Silver")];
    private readonly List<Sort> _entities = [];
    private int _names;

    public Compilation Compile() => Compilation.Create([new SourceFile("model.ashlar", Text())]);

    public void Grow()
    {
        for (var i = random.Next(1, 4); i > 0; i--)
        {
            _entities.Add(NewEntity());
        }
    }

    /// <summary>The next model: some edits of this one.</summary>
    public void Edit()
    {
        _tiers.ForEach(tier => tier.Was = "");
        _entities.ForEach(entity => entity.Settle());
        for (var i = random.Next(1, 6); i > 0; i--)
        {
            EditOnce();
        }
    }

    private void EditOnce()
    {
        var entity = _entities[random.Next(_entities.Count)];
        switch (random.Next(9))
        {
            case 0:
                _entities.Add(NewEntity());
                break;
            case 1 when _entities.Count > 1:
                _entities.Remove(entity);
                break;
            case 2:
                entity.Rename(Name("E"));
                break;
            case 3:
                entity.Fields.Insert(random.Next(entity.Fields.Count + 1), NewField());
                break;
            case 4 when entity.Fields.Count > 1:
                entity.Fields.RemoveAt(random.Next(entity.Fields.Count));
                break;
            case 5:
                entity.Fields[random.Next(entity.Fields.Count)].Rename(Name("f"));
                break;
            case 6:
                entity.Fields[random.Next(entity.Fields.Count)].Type = Types[random.Next(Types.Length)];
                break;
            case 7 when entity.Fields.Count > 1:
                Swap(entity.Fields);
                break;
            default:
                _tiers.Add(new Named(Name("T")));
                break;
        }
    }

    /// <summary>Two fields take each other's names, or each other's places.</summary>
    private void Swap(List<Named> fields)
    {
        var (left, right) = (fields[0], fields[^1]);
        if (random.Next(2) == 0 && left.Was.Length + right.Was.Length == 0 && !left.IsNew && !right.IsNew)
        {
            (left.Was, right.Was) = (left.Name, right.Name);
            (left.Name, right.Name) = (right.Name, left.Name);
        }
        else
        {
            (fields[0], fields[^1]) = (right, left);
        }
    }

    private Sort NewEntity()
    {
        var entity = new Sort(Name("E")) { IsNew = true };
        for (var i = random.Next(1, 5); i > 0; i--)
        {
            entity.Fields.Add(NewField());
        }

        return entity;
    }

    private Named NewField() => new(Name("f")) { Type = Types[random.Next(Types.Length)], IsNew = true };

    private string Name(string letter) => $"{letter}{++_names}";

    private string Text()
    {
        var lines = new List<string>
        {
            "system Shop { title \"Shop\" }",
            "module Sales",
            $"enum Tier {{ {string.Join(", ", _tiers.Select(tier => tier.Name))} }}",
        };
        foreach (var entity in _entities)
        {
            lines.Add($"entity {entity.Name}{Was(entity)} {{");
            lines.AddRange(entity.Fields.Select(field => $"  {field.Name}: {field.Type}{Was(field)}"));
            lines.Add($"  check Some \"Some.\" {{ {entity.Fields[0].Name} == {entity.Fields[0].Name} }}");
            lines.Add("  access internal\n}");
        }

        return string.Join('\n', lines);
    }

    private static string Was(Named named) => named.Was.Length > 0 ? $" was {named.Was}" : "";

    private class Named(string name)
    {
        public string Name { get; set; } = name;

        public string Was { get; set; } = "";

        public string Type { get; set; } = "";

        public bool IsNew { get; set; }

        public void Rename(string name)
        {
            Was = Was.Length > 0 || IsNew ? Was : Name;
            Name = name;
        }

        public virtual void Settle() => (Was, IsNew) = ("", false);
    }

    private sealed class Sort(string name) : Named(name)
    {
        public List<Named> Fields { get; } = [];

        public override void Settle()
        {
            base.Settle();
            Fields.ForEach(field => field.Settle());
        }
    }
}
