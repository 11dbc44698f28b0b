using Ashlar.Core.Diagnostics;
using Ashlar.Core.Model;
using Ashlar.Core.Text;
using Index = Ashlar.Core.Model.Index;

namespace Ashlar.Core.Analysis.Rules;

/// <summary>An index that another one makes superfluous: it has the same keys, or begins with them.</summary>
internal sealed class DuplicateIndex : ModelRule
{
    public override Severity Severity => Severity.Warning;

    public override void Check(ModelFacts facts, DiagnosticBag report)
    {
        foreach (var entity in facts.Model.Entities)
        {
            for (var i = 0; i < entity.Indexes.Count; i++)
            {
                if (FindCover(entity, i) is var (what, origin))
                {
                    report.Add(Found(entity, entity.Indexes[i], what, origin));
                }
            }
        }
    }

    private static (string What, Origin Origin)? FindCover(Entity entity, int position)
    {
        var keys = entity.Indexes[position].Keys;
        for (var i = 0; i < entity.Indexes.Count; i++)
        {
            var other = entity.Indexes[i].Keys;
            var isFirst = other.Count > keys.Count || i < position;
            if (i != position && isFirst && other.Count >= keys.Count && keys.Items.SequenceEqual(other.Items[..keys.Count]))
            {
                return (other.Count == keys.Count ? "has the same keys" : "begins with the same keys", entity.Indexes[i].Origin);
            }
        }

        return FindUniqueCover(entity, keys);
    }

    /// <summary>The index behind a unique rule is ascending; a single key serves both directions.</summary>
    private static (string What, Origin Origin)? FindUniqueCover(Entity entity, ValueList<IndexKey> keys)
    {
        if (keys.Count == 1 && entity.Field(keys[0].Field) is { IsUnique: true } field)
        {
            return ("is `unique` and has an index already", field.Origin);
        }

        var rule = entity.Uniques.FirstOrDefault(rule => rule.Where is null && rule.Fields.Count >= keys.Count
            && (keys.Count == 1 || keys.All(key => !key.IsDescending))
            && keys.Select(key => key.Field).SequenceEqual(rule.Fields.Items[..keys.Count], StringComparer.Ordinal));
        return rule is null ? null : ("has an index that begins with the same keys", rule.Origin);
    }

    private Diagnostic Found(Entity entity, Index index, string what, Origin origin)
    {
        var keys = string.Join(", ", index.Keys.Select(key => key.IsDescending ? $"{key.Field} desc" : key.Field));
        return At(index.Origin, $"`index {keys}` of `{entity.Name.Name}` is superfluous")
            .WithLabel("costs time and space at every change")
            .WithRelated(origin.Location, what)
            .WithHelp("remove this index")
            .WithFix(Fix.Remove(FixSafety.Safe, index.Origin.Location, "remove the index"))
            .About($"{entity.Name}");
    }
}
