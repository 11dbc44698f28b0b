using System.Collections.Immutable;
using Ashlar.Core;
using Ashlar.Core.Diagnostics;
using Ashlar.Core.Model;

namespace Ashlar.Tool.Describing;

/// <summary>Every element that can be asked about, by its whole name: `Catalog`, `Catalog.Book`, `Catalog.Book.title`.</summary>
internal sealed class Symbols
{
    private readonly SortedDictionary<string, Func<Description>> _byName = new(StringComparer.Ordinal);

    public Symbols(Compilation compilation)
    {
        var model = compilation.Model;
        var facts = new Facts(model, new DeclaredText(compilation));
        Add(model.Modules, module => module.Name, facts.Of);
        Add(model.Roles, role => role.Name, facts.Of);
        Add(model.Enums, item => item.Name.ToString(), facts.Of);
        Add(model.Aliases, item => item.Name.ToString(), facts.Of);
        Add(model.Values, item => item.Name.ToString(), facts.Of);
        Add(model.Functions, item => item.Name.ToString(), facts.Of);
        Add(model.Shapes, item => item.Name.ToString(), facts.Of);
        Add(model.Apis, item => item.Name.ToString(), facts.Of);
        Add(model.Actions, item => item.Name.ToString(), facts.Of);
        Add(model.Views, item => item.Name.ToString(), facts.Of);
        Add(model.Slots, item => item.Name.ToString(), facts.Of);
        Add(model.Workflows, item => item.Name.ToString(), facts.Of);
        Add(model.Configs, item => item.Name.ToString(), facts.Of);
        Add(model.Events, item => item.Name.ToString(), facts.Of);
        Add(model.Entities, item => item.Name.ToString(), facts.Of);
        foreach (var entity in model.Entities)
        {
            Add(entity.Fields, field => $"{entity.Name}.{field.Name}", field => facts.Of(entity, field));
            Add(EntityRule.Of(entity), rule => $"{entity.Name}.{rule.Name}", rule => facts.Of(entity, rule));
        }
    }

    /// <summary>The elements that a name can mean: the one of that whole name, or all whose name ends with it.</summary>
    public ImmutableArray<string> Matching(string name) => _byName.ContainsKey(name)
        ? [name]
        : [.. _byName.Keys.Where(key => key.EndsWith("." + name, StringComparison.Ordinal))];

    public Description Describe(string wholeName) => _byName[wholeName]();

    /// <summary>Names that lead to one element each, as short as they may be written.</summary>
    public IReadOnlyList<string> Nearest(string name) =>
    [
        .. NearestNames.Of(name, _byName.Keys.SelectMany(EndsOf))
            .SelectMany(near => Matching(near))
            .Distinct(StringComparer.Ordinal)
            .Select(ShortestOf),
    ];

    private string ShortestOf(string wholeName) =>
        EndsOf(wholeName).Last(end => Matching(end) is [var only] && only == wholeName);

    /// <summary>`Catalog.Book.title`, `Book.title`, `title`.</summary>
    private static IEnumerable<string> EndsOf(string wholeName)
    {
        var parts = wholeName.Split('.');
        return parts.Select((_, start) => string.Join('.', parts[start..]));
    }

    private void Add<T>(IEnumerable<T> items, Func<T, string> name, Func<T, Description> describe)
    {
        foreach (var item in items)
        {
            _byName.TryAdd(name(item), () => describe(item));
        }
    }
}
