using Ashlar.Core.Model.Expressions;
using Ashlar.Core.Model.Rules;
using Ashlar.Core.Model.Types;
using Ashlar.Core.Syntax.Nodes;
using Ashlar.Core.Text;

namespace Ashlar.Core.Model.Binding;

/// <summary>Binds what an entity says besides its fields: checks, rules between rows, indexes, search.</summary>
internal static class EntityBinder
{
    public static Entity Bind(EntityElement entity)
    {
        var rules = new RuleNames(entity);
        return new Entity(entity.Name, entity.Fields.ToModel(), entity.Origin)
        {
            Documentation = entity.Syntax.Documentation,
            Plural = entity.Plural,
            IsPrincipal = entity.Syntax.IsPrincipal,
            PublicFields = BindPublic(entity),
            Checks = Members<CheckSyntax>(entity).Where(rules.IsNew).Select(node => BindCheck(entity, node)).ToValueList(),
            Uniques = Members<UniqueSyntax>(entity).Where(rules.IsNew).Select(node => BindUnique(entity, node)).ToValueList(),
            Exclusives = Members<ExclusiveSyntax>(entity)
                .Where(rules.IsNew)
                .Select(node => BindExclusive(entity, node))
                .ToValueList(),
            Indexes = Members<IndexSyntax>(entity).Select(node => BindIndex(entity, node)).ToValueList(),
            Search = BindSearch(entity),
            Access = AccessBinder.Bind(entity),
            Owner = entity.Owner?.Name,
        };
    }

    private static IEnumerable<T> Members<T>(EntityElement entity) => entity.Syntax.Members.OfType<T>();

    /// <summary>The plural is a part of the entity's name: paths need it before anything else is bound.</summary>
    public static void BindPlural(EntityElement entity)
    {
        entity.Plural = Plurals.Of(entity.Name.Name);
        if (entity.Syntax.Plural is not { } written)
        {
            return;
        }

        if (Plurals.FromWritten(written.Value) is { } plural)
        {
            entity.Plural = plural;
            return;
        }

        entity.Site.Add(PluralForm.At(entity.Site.At(written), written.Value));
    }

    private static ValueList<string>? BindPublic(EntityElement entity)
    {
        var members = Members<PublicFieldsSyntax>(entity).ToList();
        return members.Count == 0 ? null : FieldNames.Bind(entity, members.SelectMany(member => member.Fields)).ToValueList();
    }

    private static Check BindCheck(EntityElement entity, CheckSyntax node)
    {
        var site = entity.Site.About(node.Name.Text);
        var scope = Scope.Of(entity) with { HasOld = true };
        var condition = Place.Check.Verify(site, ExpressionBinder.BindCondition(site, scope, node.Condition));
        return new Check(node.Name.Text, MessageOf(node.Message, node.Name), condition, site.OriginOf(node.Name));
    }

    private static UniqueRule BindUnique(EntityElement entity, UniqueSyntax node)
    {
        var site = entity.Site.About(node.Name.Text);
        var fields = FieldNames.BindStored(entity, node.Fields).ToValueList();
        return new UniqueRule(
            node.Name.Text,
            MessageOf(node.Message, node.Name),
            fields,
            BindWhere(entity, site, node.Where),
            site.OriginOf(node.Name));
    }

    private static ExclusiveRule BindExclusive(EntityElement entity, ExclusiveSyntax node)
    {
        var site = entity.Site.About(node.Name.Text);
        var fields = FieldNames.BindStored(entity, node.Fields).ToValueList();
        CheckInterval(entity, site, node);
        return new ExclusiveRule(
            node.Name.Text,
            MessageOf(node.Message, node.Name),
            fields,
            node.From.Text,
            node.Until.Text,
            BindWhere(entity, site, node.Where),
            site.OriginOf(node.Name));
    }

    private static void CheckInterval(EntityElement entity, Site site, ExclusiveSyntax node)
    {
        var from = FieldNames.Find(entity, node.From)?.Field.Type;
        var until = FieldNames.Find(entity, node.Until)?.Field.Type;
        foreach (var (name, type) in (ReadOnlySpan<(NameSyntax, ModelType?)>)[(node.From, from), (node.Until, until)])
        {
            if (type is not (null or UnknownType or ScalarType { Scalar: Scalar.Instant or Scalar.Date }))
            {
                site.Add(IntervalField.At(site, name, type));
                return;
            }
        }

        if (from is ScalarType && until is ScalarType && !TypeRules.IsSame(from, until))
        {
            site.Add(IntervalField.Mixed(site, node, from, until));
        }
    }

    private static Expression? BindWhere(EntityElement entity, Site site, ExpressionSyntax? node) =>
        node is null ? null : Place.Partial.Verify(site, ExpressionBinder.BindCondition(site, Scope.Of(entity), node));

    private static Index BindIndex(EntityElement entity, IndexSyntax node)
    {
        var keys = new List<IndexKey>();
        foreach (var key in node.Keys)
        {
            if (key.Value is not NameExpressionSyntax name)
            {
                entity.Site.Add(IndexKeyForm.At(entity.Site, key.Value));
            }
            else if (FieldNames.FindStored(entity, name.Name) is { } slot)
            {
                keys.Add(new IndexKey(slot.Field.Name, key.IsDescending));
            }
        }

        return new Index(keys.ToValueList(), entity.Site.OriginOf(node));
    }

    private static Search? BindSearch(EntityElement entity)
    {
        var members = Members<SearchSyntax>(entity).ToList();
        if (members.Count == 0)
        {
            return null;
        }

        foreach (var second in members.Skip(1))
        {
            entity.Site.Add(DuplicateMember.At(entity.Site.At(second), "search", entity.Site.At(members[0])));
        }

        var node = members[0];
        var site = entity.Site;
        var fields = new List<Expression>();
        foreach (var written in node.Fields)
        {
            var value = Place.Search.Verify(site, ExpressionBinder.BindAny(site, Scope.Of(entity), written));
            if (value.Type is not UnknownType && (value is not FieldAccess || !ScalarTypes.IsText(value.Type)))
            {
                site.Add(SearchField.At(site, written, value.Type));
            }

            fields.Add(value);
        }

        return new Search(fields.ToValueList(), site.OriginOf(node));
    }

    /// <summary>A rule without a message says its name in words.</summary>
    private static string MessageOf(TextSyntax? message, NameSyntax name) => message?.Value ?? $"{Plurals.InWords(name.Text)}.";
}
