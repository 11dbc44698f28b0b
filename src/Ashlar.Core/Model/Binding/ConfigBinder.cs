using Ashlar.Core.Model.Expressions;
using Ashlar.Core.Model.Rules;
using Ashlar.Core.Model.Types;
using Ashlar.Core.Syntax.Nodes;
using Ashlar.Core.Text;
using Ashlar.Core.Words;

namespace Ashlar.Core.Model.Binding;

/// <summary>Binds the keys of a configuration, their defaults, and what has to hold between them.</summary>
internal static class ConfigBinder
{
    private const string Secret = "secret";

    /// <summary>The type of a key; secrets are a type here and nowhere else.</summary>
    public static BoundType TypeOf(Site site, TypeRefSyntax node)
    {
        if (node is not { Name: { Qualifier: null, Name.Text: Secret }, Arguments.IsEmpty: true })
        {
            return TypeBinder.Bind(site, node);
        }

        if (node.IsList)
        {
            return new BoundType(new ListType(ScalarTypes.Of(Scalar.Secret)), Types.Constraints.None);
        }

        return new BoundType(ScalarTypes.Of(Scalar.Secret).AsNullable(node.IsOptional), Types.Constraints.None);
    }

    /// <summary>The defaults, when all types are known.</summary>
    public static void BindDefaults(ConfigElement config)
    {
        foreach (var slot in config.Keys.Slots)
        {
            if (slot.Modifiers?.Default is not { } written)
            {
                continue;
            }

            var value = ExpressionBinder.BindValue(slot.Site, Scope.Empty, written.Value, slot.Field.Type);
            if (ConstantOf(value) is { } constant)
            {
                slot.Field = slot.Field with { Default = constant };
            }
            else
            {
                slot.Site.Add(ConfigForm.CalculatedDefault(slot.Site, written.Value));
            }
        }
    }

    /// <summary>A literal, or a number with a minus before it; of what does not check nothing is said again.</summary>
    private static Literal? ConstantOf(Expression value) => value switch
    {
        Literal literal => literal,
        { Type: UnknownType } => new Literal(value.Type, null),
        Unary { Operator: UnaryOperator.Negate, Operand: Literal { Value: long number } literal } =>
            literal with { Value = -number },
        Unary { Operator: UnaryOperator.Negate, Operand: Literal { Value: decimal number } literal } =>
            literal with { Value = -number },
        _ => null,
    };

    public static ConfigDefinition ToModel(ConfigElement config)
    {
        var site = config.Site;
        var keys = config.Keys.Slots.Select(slot => new ConfigKey(slot.Field, LineOf(site, slot.Field.Origin.Span.Start)));
        if (config.Keys.Slots.Count == 0)
        {
            site.Add(ConfigForm.Empty(site, config.Syntax));
        }

        CheckSpelling(config);
        return new ConfigDefinition(config.Name, keys.ToValueList(), Requirements(config).ToValueList(), config.Origin)
        {
            Documentation = config.Syntax.Documentation,
            Line = LineOf(site, config.Syntax.Name.Span.Start),
        };
    }

    /// <summary>.NET does not look at the case of letters in the names of values.</summary>
    private static void CheckSpelling(ConfigElement config)
    {
        var seen = new Dictionary<string, FieldSlot>(StringComparer.OrdinalIgnoreCase);
        foreach (var slot in config.Keys.Slots)
        {
            if (!seen.TryAdd(slot.Field.Name, slot))
            {
                config.Site.Add(ConfigForm.SameLetters(slot, seen[slot.Field.Name]));
            }
        }
    }

    private static IEnumerable<ConfigRequirement> Requirements(ConfigElement config)
    {
        var seen = new Dictionary<string, NameSyntax>(StringComparer.Ordinal);
        var scope = Scope.Empty with
        {
            Locals = [.. config.Keys.Slots.Select(slot => slot.Field).Where(field => !IsSecret(field.Type)).Select(LocalOf)],
        };
        foreach (var node in config.Syntax.Requires)
        {
            var site = config.Site.About(node.Name.Text);
            if (!node.Name.IsMissing && !seen.TryAdd(node.Name.Text, node.Name))
            {
                site.Add(DuplicateMember.At(site.At(node.Name), node.Name.Text, site.At(seen[node.Name.Text])));
                continue;
            }

            var condition = Place.Requirement.Verify(site, ExpressionBinder.BindCondition(site, scope, node.Condition));
            var message = node.Message?.Value is { Length: > 0 } written ? written : $"{node.Name.Text} does not hold.";
            yield return new ConfigRequirement(
                new Check(node.Name.Text, message, condition, site.OriginOf(node.Name)), LineOf(site, node.Span.Start));
        }
    }

    public static bool IsSecret(ModelType type) => type is ScalarType { Scalar: Scalar.Secret };

    private static Local LocalOf(Field field) =>
        new(new Variable(field.Type, VariableKind.Input, field.Name), field.Constraints);

    private static ModelLine LineOf(Site site, int start) => new(site.Source.Path, site.Source.PositionOf(start));
}
