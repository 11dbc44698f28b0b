using Ashlar.Core.Model;
using Ashlar.Core.Model.Types;

namespace Ashlar.Core.Plan;

/// <summary>What a client of the old API notices of the new one in the members of a request or a reply.</summary>
internal sealed class ApiComparison(Correspondence pairs, ElementPath endpoint, string route)
{
    public IEnumerable<Consequence> OfRequest(IEnumerable<ApiMember> before, IEnumerable<ApiMember> after, bool ignoresUnknown)
    {
        var old = before.ToDictionary(member => member.Known, StringComparer.Ordinal);
        foreach (var member in after)
        {
            if (!old.Remove(KnownBefore(member, old), out var was))
            {
                yield return member.IsRequired
                    ? Say(
                        ChangeClass.Breaking, $"requests have to carry the new member `{member.Name}`",
                        $"`{route}` has to carry the new member `{member.Name}`")
                    : Say(
                        ChangeClass.Additive, $"requests may carry the new member `{member.Name}`",
                        $"`{route}` may carry the new member `{member.Name}`");
                continue;
            }

            if (was.Name != member.Name)
            {
                yield return Say(
                    ChangeClass.Breaking, $"requests take `{member.Name}` where they took `{was.Name}`",
                    $"`{route}` takes `{member.Name}` where it took `{was.Name}`");
            }

            if (member.IsRequired && !was.IsRequired)
            {
                yield return Say(
                    ChangeClass.Breaking, $"requests have to carry `{member.Name}`, which they could leave out",
                    $"`{route}` has to carry `{member.Name}`, which it could leave out");
            }

            foreach (var change in OfType(was, member, "requests take", "takes"))
            {
                yield return change;
            }
        }

        foreach (var gone in old.Values)
        {
            yield return Say(
                ChangeClass.Breaking,
                $"the member `{gone.Name}` of requests is {(ignoresUnknown ? "passed over" : "refused")}, which was taken",
                $"`{route}` {(ignoresUnknown ? "passes over" : "refuses")} the member `{gone.Name}`, which it took");
        }
    }

    public IEnumerable<Consequence> OfReply(IEnumerable<ApiMember> before, IEnumerable<ApiMember> after)
    {
        var old = before.ToDictionary(member => member.Known, StringComparer.Ordinal);
        foreach (var member in after)
        {
            if (!old.Remove(KnownBefore(member, old), out var was))
            {
                yield return Say(
                    ChangeClass.Additive, $"replies show `{member.Name}`", $"the reply of `{route}` shows `{member.Name}`");
                continue;
            }

            if (was.Name != member.Name)
            {
                yield return Say(
                    ChangeClass.Breaking, $"replies call `{was.Name}` `{member.Name}`",
                    $"the reply of `{route}` calls `{was.Name}` `{member.Name}`");
            }

            if (member.Type.IsNullable && !was.Type.IsNullable)
            {
                yield return Say(
                    ChangeClass.Breaking, $"`{member.Name}` in replies may be null",
                    $"`{member.Name}` in the reply of `{route}` may be null");
            }

            foreach (var change in OfType(was, member, "replies give", "gives"))
            {
                yield return change;
            }
        }

        foreach (var gone in old.Values)
        {
            yield return Say(
                ChangeClass.Breaking, $"replies no longer show `{gone.Name}`",
                $"the reply of `{route}` no longer shows `{gone.Name}`");
        }
    }

    /// <summary>
    /// Fields are known by what they were; keys of shapes, inputs and columns by their names, and a key that took the new name
    /// of its field along by the old one.
    /// </summary>
    private string KnownBefore(ApiMember member, Dictionary<string, ApiMember> old)
    {
        var known = pairs.OldOf(new ElementPath(ElementKind.Field, member.Known))?.Path ?? member.Known;
        return !old.ContainsKey(known) && member.Field is { } field && pairs.OldOf(field) is { } was
            && old.TryGetValue(was.Name, out var shown) && shown.Field == was
            ? was.Name
            : known;
    }

    private IEnumerable<Consequence> OfType(ApiMember was, ApiMember now, string allDo, string does)
    {
        if (!TypeChange.IsSame(pairs, was.Type, now.Type))
        {
            var (old, type) = (TypeNames.Of(was.Type.AsNullable(false)), TypeNames.Of(now.Type.AsNullable(false)));
            yield return Say(
                ChangeClass.Breaking, $"{allDo} `{type}` for `{now.Name}`, not `{old}`",
                $"`{route}` {does} `{type}` for `{now.Name}`, not `{old}`");
        }

        var (before, after) = (ValuesOf(pairs.Before, was.Type), ValuesOf(pairs.After, now.Type));
        if (before.Except(after, StringComparer.Ordinal).ToList() is { Count: > 0 } gone)
        {
            yield return Say(
                ChangeClass.Breaking, $"`{now.Name}` is never `{string.Join("`, `", gone)}` any more",
                $"`{now.Name}` of `{route}` is never `{string.Join("`, `", gone)}` any more");
        }

        if (before.Count > 0 && after.Except(before, StringComparer.Ordinal).ToList() is { Count: > 0 } added)
        {
            yield return Say(
                ChangeClass.Behavioural,
                $"`{now.Name}` may be `{string.Join("`, `", added)}`, which a client may not know",
                $"`{now.Name}` of `{route}` may be `{string.Join("`, `", added)}`, which a client may not know");
        }
    }

    private static IReadOnlyCollection<string> ValuesOf(SystemModel model, ModelType type) => type.AsNullable(false) switch
    {
        EnumType named => OpenQuestions.ValuesOf(model, ElementPath.Of(ElementKind.Enum, named.Enum)),
        StateType state => OpenQuestions.ValuesOf(model, ElementPath.OfField(state.Entity, state.Field)),
        _ => [],
    };

    private Consequence Say(ChangeClass grade, string gist, string text) =>
        new(ConsequencePart.Api, grade, endpoint, text) { Gist = gist, Place = $"`{route}`" };
}
