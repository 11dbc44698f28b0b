using Ashlar.Core.Model;
using Ashlar.Core.Text;
using Ashlar.Emit.Expressions;
using Ashlar.Emit.Modules;
using Ashlar.Emit.Naming;
using Ashlar.Emit.Text;

namespace Ashlar.Emit.Entities;

/// <summary>
/// The code that finds a broken rule without the database, which stays the last guard: `BookRules.CheckSoldAboveCost`, the
/// rows that ask it of themselves, and the changes that ask it of their new values.
/// </summary>
internal static class BrokenRules
{
    private const int MostInOneLine = 90;

    /// <summary>The method of a row that gives the refusal of the first rule that it breaks.</summary>
    public static Ident Method { get; } = Ident.Of("BrokenRule");

    /// <summary>The rules that some operation evaluates.</summary>
    public static IEnumerable<OwnRule> Evaluated(Emission emission, Entity entity)
    {
        var created = Creations.Of(emission, entity) is { } creation ? OwnRule.OfNew(emission, creation) : [];
        var changed = emission.OperationsOn(entity.Name)
            .Where(operation => operation.Kind == EndpointKind.Update)
            .Select(operation => WritableFields.Of(entity, operation.Endpoint).ToHashSet())
            .SelectMany(fields => OwnRule.OfChange(emission, entity, fields));
        return created.Concat(changed)
            .DistinctBy(rule => rule.Check.Name)
            .OrderBy(rule => entity.Checks.Items.IndexOf(rule.Check));
    }

    /// <summary>`public static Refusal? CheckSoldAboveCost(decimal price, decimal cost)`.</summary>
    public static Code Definition(Emission emission, Entity entity, OwnRule rule, IReadOnlyCollection<string> members)
    {
        var types = new CSharpTypes(entity.Name.Module);
        var scope = CSharpScope.OfRow with
        {
            Id = "id",
            Field = (_, field) => Names.Parameter(field).Text,
            Declared = name => Unhidden(name, types.Name(name)).Text,
            StateType = (owner, field) => Unhidden(owner, Names.StateType(owner, field)).Text,
        };
        var parameters = rule.Fields.Select(field => Code.Of($"{types.Of(field.Type)} {Names.Parameter(field)}"));
        var id = Code.When(rule.ReadsId, () => Code.Of($"Guid id"));
        var condition = new CSharpExpressions(emission.Model).Condition(rule.Condition, scope);
        var space = condition.Text.Length > MostInOneLine ? Code.Of($"\n    ") : Code.Of($" ");
        return Code.Of($"""
            /// <summary><see cref="{Names.Member(rule.Check.Name)}"/> where the values break it, otherwise null.</summary>
            public static Refusal? {Name(rule)}({ParameterList.Of([.. new[] { id }.Concat(parameters).Where(item => !item.IsEmpty)])}) =>
                {condition}{space}? null : {Names.Member(rule.Check.Name)};
            """);

        Ident Unhidden(ElementName name, Ident type) =>
            members.Contains(type.Text) ? Names.Member(name.Module).Member(type) : type;
    }

    /// <summary>`BookRules.CheckSoldAboveCost(price.Value, cost.Value)`.</summary>
    public static Code Call(Entity entity, OwnRule rule, Code id, Func<Field, Code> value)
    {
        var arguments = rule.Fields.Select(value).Prepend(Code.When(rule.ReadsId, () => id));
        return Code.Of($"{RulesFile.Class(entity.Name)}.{Name(rule)}({Code.Join(arguments, ", ")})");
    }

    /// <summary>The first broken rule of the rows of a list; nothing where such rows have no rules.</summary>
    public static Code OfOwned(Emission emission, Field list, Code rows)
    {
        if (list.Relation is not { Kind: RelationKind.Owned } relation
            || Creations.Of(emission, emission.Entity(relation.Target)) is not { } creation
            || !EntityFile.HasRules(emission, creation))
        {
            return Code.Empty;
        }

        var item = LocalNames.One(creation.Entity);
        return Code.Of($"{rows}.Select({item} => {item}.{Method}()).OfType<Refusal>().FirstOrDefault()");
    }

    private static Ident Name(OwnRule rule) => Ident.Of("Check" + Spelling.Pascal(rule.Check.Name));
}
