using Ashlar.Core.Model;
using Ashlar.Core.Text;

namespace Ashlar.Core.Plan;

/// <summary>
/// Finds which element of a new model is which of the old one, owners first. A name that somebody says theirs was is taken:
/// an element that is now called so is a new one, which is what makes swaps and chains work.
/// </summary>
internal sealed class ElementPairing
{
    private readonly HashSet<ElementPath> _old;
    private readonly Dictionary<ElementPath, string> _was;
    private readonly HashSet<ElementPath> _taken = [];
    private readonly Dictionary<string, string> _owners = new(StringComparer.Ordinal);

    private ElementPairing(SystemModel before, SystemModel after, ValueList<Rename> renames)
    {
        _old = ModelElements.Of(before).Select(element => element.Path).ToHashSet();
        _was = renames.DistinctBy(rename => rename.Now).ToDictionary(rename => rename.Now, rename => rename.Was);
        if (IsNamelessModule(before) && IsNamelessModule(after))
        {
            _was.TryAdd(new ElementPath(ElementKind.Module, after.Name), before.Name);
        }
    }

    public static ValueList<ElementPair> Of(SystemModel before, SystemModel after, ValueList<Rename> renames)
    {
        var pairing = new ElementPairing(before, after, renames);
        var found = new Dictionary<ElementPath, ElementPath>();
        foreach (var level in Levels(after))
        {
            pairing.Pair(level, found);
        }

        return ModelElements.Of(after)
            .Where(element => found.ContainsKey(element.Path))
            .Select(element => new ElementPair(found[element.Path], element.Path))
            .DistinctBy(pair => pair.After)
            .ToValueList();
    }

    /// <summary>Elements by how deep they stand: an owner is paired before what it holds.</summary>
    private static IEnumerable<List<ElementPath>> Levels(SystemModel after) =>
        ModelElements.Of(after)
            .Select(element => element.Path)
            .GroupBy(path => path.Path.Count(letter => letter == '.'))
            .OrderBy(level => level.Key)
            .Select(level => level.Distinct().ToList());

    private void Pair(List<ElementPath> level, Dictionary<ElementPath, ElementPath> found)
    {
        foreach (var path in level.OrderBy(path => _was.ContainsKey(path) ? 0 : 1))
        {
            if (FormerOf(path) is { } old && _taken.Add(old))
            {
                found.Add(path, old);
                Remember(path, old);
            }
        }
    }

    /// <summary>A role and a module, or a check and a field, may share a path; what has no members owns nothing.</summary>
    private void Remember(ElementPath path, ElementPath old)
    {
        if (path.Kind is not (ElementKind.Role or ElementKind.Check or ElementKind.Unique or ElementKind.Exclusive))
        {
            _owners.TryAdd(path.Path, old.Path);
        }
    }

    /// <summary>The element of the old model that it was; a former name that nothing had counts for nothing.</summary>
    private ElementPath? FormerOf(ElementPath path) =>
        OldOf(path, _was.GetValueOrDefault(path, path.Name)) is { } said && _old.Contains(said) ? said
        : OldOf(path, path.Name) is { } same && _old.Contains(same) ? same
        : null;

    private ElementPath? OldOf(ElementPath path, string name)
    {
        if (path.Kind == ElementKind.Endpoint)
        {
            return OldOfEndpoint(path.Path.Split('.')) is { } endpoint ? path with { Path = endpoint } : null;
        }

        if (path.Owner.Length == 0 || name.Contains('.', StringComparison.Ordinal))
        {
            return path with { Path = name };
        }

        return _owners.TryGetValue(path.Owner, out var owner) ? path with { Path = $"{owner}.{name}" } : null;
    }

    /// <summary>Its API and what it is about: `Sales.Web.Sales.Book.list`, `Sales.Web.Sales.Pay`.</summary>
    private string? OldOfEndpoint(string[] names) => names switch
    {
        [var module, var api, var of, var entity, var kind] => Joined($"{module}.{api}", $"{of}.{entity}") is { } row
            ? $"{row}.{kind}"
            : null,
        [var module, var api, var of, var target] => Joined($"{module}.{api}", $"{of}.{target}"),
        _ => null,
    };

    private string? Joined(string api, string target) =>
        _owners.TryGetValue(api, out var oldApi) && _owners.TryGetValue(target, out var oldTarget)
            ? $"{oldApi}.{oldTarget}"
            : null;

    /// <summary>A system without `module` lines has one module, of the system's name, which nobody wrote.</summary>
    private static bool IsNamelessModule(SystemModel model) =>
        model.Modules is [{ } only] && string.Equals(only.Name, model.Name, StringComparison.Ordinal);
}
