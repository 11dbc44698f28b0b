using Ashlar.Core.Diagnostics;

namespace Ashlar.Core.Plan.Rules;

/// <summary>A `was` with a name that nothing had, or that something else has been said to have had.</summary>
internal sealed class UnknownWas : Rule
{
    public static Diagnostic At(WrittenRename written, IEnumerable<string> names)
    {
        var (now, was) = (written.Rename.Now, written.Rename.Was);
        var near = NearestNames.Of(was, names);
        var found = Diagnostic.Of<UnknownWas>(written.Location, $"no {KindNames.Of(now.Kind)} here was called `{was}`")
            .About(now.Path)
            .WithLabel("not in the model that is applied")
            .WithNearest(near);
        return near.Count > 0
            ? found.WithHelp($"name one that was there: `{string.Join("`, `", near)}`")
            : found.WithHelp("name it as the applied model does, or leave it out for something new");
    }

    public static Diagnostic Twice(WrittenRename written, WrittenRename first) =>
        Diagnostic.Of<UnknownWas>(written.Location, $"`{written.Rename.Was}` is already said to be `{first.Rename.Now.Name}` now")
            .About(written.Rename.Now.Path)
            .WithRelated(first.Location, "said here")
            .WithHelp("leave one of them out: something is one thing afterwards");
}
