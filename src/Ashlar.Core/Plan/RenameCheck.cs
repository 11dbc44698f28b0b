using System.Collections.Immutable;
using Ashlar.Core.Diagnostics;
using Ashlar.Core.Model;
using Ashlar.Core.Plan.Rules;

namespace Ashlar.Core.Plan;

/// <summary>Tells a `was` that renames from one that has been applied, and from one that nothing answers to.</summary>
internal sealed class RenameCheck
{
    private readonly ImmutableArray<WrittenRename> _written;
    private readonly HashSet<ElementPath> _before;
    private readonly Correspondence _pairs;

    public RenameCheck(ImmutableArray<WrittenRename> written, SystemModel before, SystemModel after)
    {
        _written = written;
        _before = ModelElements.Of(before).Select(element => element.Path).ToHashSet();
        _pairs = Correspondence.Of(before, after, new([.. written.Select(rename => rename.Rename)]));
    }

    public Diagnostic? ProblemOf(WrittenRename written)
    {
        var rename = written.Rename;
        if (Said(rename) is { } old && _before.Contains(old))
        {
            var first = _written.First(other => other.Rename.Now.Kind == rename.Now.Kind && Said(other.Rename) == old);
            return first.Rename.Now == rename.Now ? null : UnknownWas.Twice(written, first);
        }

        return OwnOf(rename) is { } same && _before.Contains(same)
            ? StaleWas.At(written)
            : UnknownWas.At(written, _before.Where(path => IsBeside(path, rename)).Select(path => path.Name));
    }

    /// <summary>The element of the old model that is meant.</summary>
    private ElementPath? Said(Rename rename) =>
        rename.Was.Contains('.', StringComparison.Ordinal) ? rename.Now with { Path = rename.Was }
        : OldOwnerOf(rename.Now) is not { } owner ? null
        : rename.Now with { Path = owner.Length == 0 ? rename.Was : $"{owner}.{rename.Was}" };

    private ElementPath? OwnOf(Rename rename) => OldOwnerOf(rename.Now) is { } owner ? rename.Now.Below(owner) : null;

    private string? OldOwnerOf(ElementPath now) => now.Owner.Length == 0
        ? ""
        : _pairs.Pairs.FirstOrDefault(pair => pair.After.Path == now.Owner && pair.After.Kind < now.Kind).Before.Path;

    private bool IsBeside(ElementPath path, Rename rename) =>
        path.Kind == rename.Now.Kind && path.Owner == (OldOwnerOf(rename.Now) ?? "") && _pairs.NewOf(path) is null;
}
