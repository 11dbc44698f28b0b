using Ashlar.Core.Model;
using Ashlar.Core.Text;
using Ashlar.Emit.Modules;
using Ashlar.Emit.Naming;
using Ashlar.Emit.Sql;
using Ashlar.Emit.Text;
using static Ashlar.Emit.EmittedFiles;

namespace Ashlar.Emit.Entities;

/// <summary>`Entities/BookRules.cs`: the rules of an entity, by what a broken one means to the caller.</summary>
internal static class RulesFile
{
    public static IEnumerable<EmittedFile> Emit(Emission emission) =>
        emission.Model.Entities.Where(entity => Rules(emission, entity).Any()).Select(entity => Generated(
            $"{Folders.Module(emission, entity.Name.Module)}/Entities/{Class(entity.Name)}.cs",
            CSharpFile.Of(emission, entity.Name.Module, Header.Of("entity", entity.Name), Content(emission, entity))));

    /// <summary>The refusal that a broken constraint means; nothing for those that only the program itself can break.</summary>
    public static Code Refusal(Entity entity, SqlConstraint constraint) => constraint switch
    {
        ForeignKey key => Code.Of($"Refusal.ReferenceNotFound({Lit.Of(key.Column.Field.Name)})"),
        _ when MemberOf(constraint) is { } member => Code.Of($"{Class(entity.Name)}.{member}"),
        _ => Code.Empty,
    };

    /// <summary>`BookRules.PricedHardcover`.</summary>
    public static Code Refusal(Entity entity, Check check) => Code.Of($"{Class(entity.Name)}.{Names.Member(check.Name)}");

    /// <summary>`BookRules`.</summary>
    public static Ident Class(ElementName name) => Ident.Of(Names.Type(name).Text + "Rules");

    private static Ident? MemberOf(SqlConstraint constraint) => constraint switch
    {
        UniqueKey { Rule: { } rule } => Names.Member(rule.Name),
        UniqueKey key => Ident.Of(Spelling.Pascal(key.Columns[0].Field.Name) + "Taken"),
        RowCheck check => Names.Member(check.Check.Name),
        ChangeCheck check => Names.Member(check.Check.Name),
        ListCheck { Check.Message.Length: > 0 } check => Names.Member(check.Check.Name),
        Exclusion exclusion => Names.Member(exclusion.Rule.Name),
        _ => null,
    };

    private static IEnumerable<SqlConstraint> Rules(Emission emission, Entity entity) =>
        emission.ConstraintsOf(entity).Where(constraint => MemberOf(constraint) is not null);

    private static Code Content(Emission emission, Entity entity)
    {
        var rules = Rules(emission, entity).ToList();
        var members = rules.Select(rule => MemberOf(rule)?.Text).OfType<string>().ToList();
        var evaluated = BrokenRules.Evaluated(emission, entity)
            .Select(rule => BrokenRules.Definition(emission, entity, rule, members));
        return Code.Of($$"""
            /// <summary>The rules of {{Prose.Comment(Phrases.One(entity.Name))}}, by what a broken one means to the caller.</summary>
            internal static class {{Class(entity.Name)}}
            {
                {{Code.Blocks(rules.Select(rule => Member(entity, rule)).Concat(evaluated))}}
            }
            """);
    }

    private static Code Member(Entity entity, SqlConstraint constraint) => constraint switch
    {
        UniqueKey { Rule: { } rule } => Named(rule.Name, rule.Message, status: 409),
        UniqueKey key => Taken(entity, key.Columns[0].Field),
        RowCheck check => Named(check.Check.Name, check.Check.Message, status: null),
        ChangeCheck check => Named(check.Check.Name, check.Check.Message, status: null),
        ListCheck check => Named(check.Check.Name, check.Check.Message, status: null),
        Exclusion exclusion => Named(exclusion.Rule.Name, exclusion.Rule.Message, status: 409),
        _ => throw new InvalidOperationException($"{constraint.Element} is no rule of the model"),
    };

    private static Code Named(string rule, string message, int? status)
    {
        var text = message.Length > 0 ? message : $"The rule {Spelling.Spaced(rule)} does not hold.";
        var number = status is { } code ? Code.Of($", status: {code}") : Code.Empty;
        return Code.Of($"""
            {Doc.Summary(text)}
            public static readonly Refusal {Names.Member(rule)} = Refusal.Check({Lit.Of(Spelling.Kebab(rule))}, {Lit.Of(text)}{number});
            """);
    }

    private static Code Taken(Entity entity, Field field)
    {
        var message = $"Another {Phrases.Noun(entity.Name)} has this {Spelling.Spaced(field.Name)}.";
        return Code.Of($"""
            {Doc.Summary(message)}
            public static readonly Refusal {Ident.Of(Spelling.Pascal(field.Name) + "Taken")} = Refusal.Taken({Lit.Of(message)}, {Lit.Of(field.Name)});
            """);
    }
}
