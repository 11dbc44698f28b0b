using Ashlar.Core.Diagnostics;
using Ashlar.Core.Model;
using Ashlar.Core.Model.Expressions;

namespace Ashlar.Core.Plan;

/// <summary>Who can do or see what afterwards that they could not before, and the other way round.</summary>
internal sealed class SecurityConsequences(Correspondence pairs)
{
    private readonly IReadOnlyDictionary<string, string> _names = RenamedNames.Of(pairs);

    public IEnumerable<Consequence> All() =>
        pairs.After.Entities.SelectMany(OfEntity)
            .Concat(pairs.After.Actions.SelectMany(action => OfAccess(
                ElementPath.Of(ElementKind.Action, action.Name), "run", action.Access, old => pairs.Before.Action(old)?.Access)))
            .Concat(pairs.After.Actions.SelectMany(OfCallback))
            .Concat(pairs.After.Views.SelectMany(view => OfAccess(
                ElementPath.Of(ElementKind.View, view.Name), "see", view.Access, old => pairs.Before.View(old)?.Access)))
            .Concat(pairs.After.Views.SelectMany(OfAllRows))
            .Concat(pairs.After.Apis.SelectMany(OfOrigins))
            .Concat(pairs.After.Roles.SelectMany(OfRole));

    private static Consequence Say(ChangeClass grade, ElementPath element, string text) =>
        new(ConsequencePart.Security, grade, element, text);

    private static Consequence Say(ChangeClass grade, ElementPath element, string who, string gist) =>
        new(ConsequencePart.Security, grade, element, $"{who} {gist}") { Gist = gist, Place = who };

    private IEnumerable<Consequence> OfEntity(Entity entity)
    {
        var path = ElementPath.Of(ElementKind.Entity, entity.Name);
        var old = pairs.OldOf(entity);
        var before = Enumerable.ToLookup(old is null ? [] : GrantsOf(old, _names), grant => grant.Key, grant => grant.Field);
        var after = GrantsOf(entity, RenamedNames.None).ToLookup(grant => grant.Key, grant => grant.Field);
        foreach (var grant in after)
        {
            var had = before[grant.Key].ToHashSet(StringComparer.Ordinal);
            var gained = grant.Where(field => !had.Contains(field)).Distinct(StringComparer.Ordinal).ToList();
            if (gained.Count > 0)
            {
                var what = had.Count == 0
                    ? $"`{entity.Name.Name}`{Part(entity, gained)}"
                    : $"{List(gained)} of `{entity.Name.Name}`";
                yield return Say(ChangeClass.Behavioural, path, grant.Key.Who, $"can {grant.Key.Verb} {what}{grant.Key.Where}");
            }
        }

        foreach (var grant in before)
        {
            var has = after[grant.Key].ToHashSet(StringComparer.Ordinal);
            var lost = grant.Where(field => !has.Contains(field))
                .Where(field => entity.Field(field) is not null || field.Length == 0)
                .ToList();
            if (lost.Count > 0)
            {
                var what = has.Count == 0 ? $"`{entity.Name.Name}`" : $"{List(lost)} of `{entity.Name.Name}`";
                yield return Say(
                    ChangeClass.Breaking, path, grant.Key.Who, $"can no longer {grant.Key.Verb} {what}{grant.Key.Where}");
            }
        }
    }

    /// <summary>One line a field that is granted; a rule without fields (delete) grants the row, as an empty name.</summary>
    private static IEnumerable<(GrantKey Key, string Field)> GrantsOf(Entity entity, IReadOnlyDictionary<string, string> names) =>
        from rule in entity.Access.Rules
        from operation in rule.Operations
        from who in Audiences(rule.Audience, names)
        let key = new GrantKey(
            operation, who, MeaningOf(rule.Where, names), Condition(rule.Where))
        from field in operation == Operation.Delete ? [""] : rule.Fields.Select(field => names.GetValueOrDefault(field, field))
        select (key, field);

    private IEnumerable<Consequence> OfAccess(
        ElementPath path, string verb, ActionAccess access, Func<ElementName, ActionAccess?> before)
    {
        var old = pairs.OldOf(path) is { } was && before(was.ToElementName()) is { } had ? KeysOf(had, _names).ToHashSet() : [];
        var now = KeysOf(access, RenamedNames.None).ToHashSet();
        foreach (var key in now.Except(old))
        {
            yield return Say(ChangeClass.Behavioural, path, key.Who, $"can {verb} `{path.Name}`{key.Where}");
        }

        foreach (var key in old.Except(now))
        {
            yield return Say(ChangeClass.Breaking, path, key.Who, $"can no longer {verb} `{path.Name}`{key.Where}");
        }
    }

    /// <summary>A way in for outside services is new, is verified otherwise, or is gone.</summary>
    private IEnumerable<Consequence> OfCallback(ActionDefinition action)
    {
        var path = ElementPath.Of(ElementKind.Action, action.Name);
        var old = pairs.OldOf(path) is { } was ? pairs.Before.Action(was.ToElementName())?.Callback : null;
        if (action.Callback is not { } now)
        {
            if (old is not null)
            {
                yield return Say(ChangeClass.Breaking, path, $"outside services can no longer call `POST {old.Path}`");
            }

            yield break;
        }

        if (old?.Path != now.Path)
        {
            yield return Say(
                ChangeClass.Behavioural, path, $"whoever has {KeysOf(now)} can run `{path.Name}` at `POST {now.Path}`");
        }
        else if (old.Header != now.Header || old.Form != now.Form || old.Time != now.Time || KeysOf(old) != KeysOf(now))
        {
            yield return Say(
                ChangeClass.Breaking, path,
                $"`POST {now.Path}` is verified otherwise: {KeysOf(now)} in `{now.Header}`{Age(now)}");
        }

        if (old is not null && old.Path != now.Path)
        {
            yield return Say(ChangeClass.Breaking, path, $"outside services can no longer call `POST {old.Path}`");
        }

        if (now.IgnoresUnknownMembers && old is not { IgnoresUnknownMembers: true })
        {
            yield return Say(
                ChangeClass.Behavioural, path, $"`POST {now.Path}` passes over members that it does not know");
        }
    }

    private static string KeysOf(Callback callback) =>
        string.Join(" or ", callback.Keys.Select(key => $"`{key.Config.Name}.{key.Key}`"));

    private static string Age(Callback callback) =>
        callback.Time is { } time ? $", at most {time.Tolerance.TotalSeconds} seconds old" : ", however old";

    private static IEnumerable<GrantKey> KeysOf(ActionAccess access, IReadOnlyDictionary<string, string> names) =>
        from rule in access.Rules
        from who in Audiences(rule.Audience, names)
        select new GrantKey(default, who, MeaningOf(rule.Where, names), Condition(rule.Where));

    private static string MeaningOf(Expression? where, IReadOnlyDictionary<string, string> names) =>
        where is null ? "" : Meaning.Of(where, names, hasDocumentation: false);

    private IEnumerable<Consequence> OfAllRows(View view)
    {
        var path = ElementPath.Of(ElementKind.View, view.Name);
        var old = pairs.OldOf(path) is { } was ? pairs.Before.View(was.ToElementName()) : null;
        if (view.AllRows is { } reason && old is not { AllRows: not null })
        {
            yield return Say(
                ChangeClass.Behavioural, path, $"`{view.Name.Name}` counts every row, whoever may read it: {reason}");
        }
    }

    private IEnumerable<Consequence> OfOrigins(Api api)
    {
        var path = ElementPath.Of(ElementKind.Api, api.Name);
        var name = pairs.OldOf(path)?.ToElementName();
        var was = pairs.Before.Apis.FirstOrDefault(item => item.Name == name);
        foreach (var origin in api.Origins.Except(was?.Origins ?? []))
        {
            yield return Say(ChangeClass.Behavioural, path, $"pages of `{origin}` can call `{api.Name.Name}` from a browser");
        }

        foreach (var origin in was?.Origins.Except(api.Origins) ?? [])
        {
            yield return Say(ChangeClass.Breaking, path, $"pages of `{origin}` can no longer call `{api.Name.Name}`");
        }
    }

    private IEnumerable<Consequence> OfRole(Role role)
    {
        var path = new ElementPath(ElementKind.Role, role.Name);
        var was = pairs.OldOf(path) is { } old ? pairs.Before.Roles.FirstOrDefault(item => item.Name == old.Path) : null;
        var before = was?.GrantedBy.Select(name => _names.GetValueOrDefault(name, name)).ToHashSet(StringComparer.Ordinal) ?? [];
        foreach (var granter in role.GrantedBy.Where(granter => !before.Contains(granter)))
        {
            yield return Say(ChangeClass.Behavioural, path, $"{Article.Of(granter)} can make somebody {Article.Of(role.Name)}");
        }

        foreach (var granter in before.Where(granter => !role.GrantedBy.Contains(granter)))
        {
            yield return Say(
                ChangeClass.Breaking, path, $"{Article.Of(granter)} can no longer make somebody {Article.Of(role.Name)}");
        }
    }

    private static IEnumerable<string> Audiences(Audience audience, IReadOnlyDictionary<string, string> names) =>
        audience.Kind switch
        {
            AudienceKind.Anyone => ["anyone"],
            AudienceKind.SignedIn => ["whoever is signed in"],
            _ => audience.Roles.Select(role => Article.Of(names.GetValueOrDefault(role, role))),
        };

    private static string Condition(Expression? where) => where is null ? "" : $" where `{ElementText.OnOneLine(where.Origin)}`";

    /// <summary>Which fields, where they are not all of them.</summary>
    private static string Part(Entity entity, List<string> fields) =>
        fields is [""] || fields.Count >= entity.Fields.Count(field => !field.IsOwnerReference) ? "" : $" ({List(fields)})";

    private static string List(IEnumerable<string> fields) => string.Join(", ", fields.Select(field => $"`{field}`"));

    /// <summary>One right: equal where the operation, the people and the meaning of the condition are.</summary>
    private sealed record GrantKey(Operation Operation, string Who, string Meaning, string Where)
    {
        public string Verb => Operation.ToString().ToLowerInvariant();

        public bool Equals(GrantKey? other) =>
            other is not null && (Operation, Who, Meaning) == (other.Operation, other.Who, other.Meaning);

        public override int GetHashCode() => HashCode.Combine(Operation, Who, Meaning);
    }
}
