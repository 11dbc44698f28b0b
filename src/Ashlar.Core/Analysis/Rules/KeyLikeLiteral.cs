using System.Text.RegularExpressions;
using Ashlar.Core.Diagnostics;
using Ashlar.Core.Model;
using Ashlar.Core.Model.Types;
using Ashlar.Core.Text;

namespace Ashlar.Core.Analysis.Rules;

/// <summary>A row that nobody could reach, because its key would be taken for a word of another path.</summary>
internal sealed class KeyLikeLiteral : ModelRule
{
    public override void Check(ModelFacts facts, DiagnosticBag report)
    {
        var routes = OfferedRoutes.Of(facts.Model).ToList();
        var seen = new HashSet<(string, int, string)>();
        foreach (var route in routes)
        {
            foreach (var other in routes.Where(other => MayBeMeant(route, other)))
            {
                foreach (var (place, key, word) in Hidden(facts.Model, route, other))
                {
                    if (route.Origin is { } origin && seen.Add((route.Key, place, word)))
                    {
                        report.Add(Found(route, origin, other, key, word));
                    }
                }
            }
        }
    }

    /// <summary>The other path has a word where this one has a key, and wins.</summary>
    private static bool MayBeMeant(OfferedRoute route, OfferedRoute other) =>
        route.Api.Path == other.Api.Path
        && route.Address.Method == other.Address.Method
        && route.Address.Segments.Count == other.Address.Segments.Count
        && route.Address.Segments.Zip(other.Address.Segments).All(pair => pair switch
        {
            (LiteralSegment one, LiteralSegment two) => string.Equals(one.Text, two.Text, StringComparison.OrdinalIgnoreCase),
            _ => true,
        });

    private static IEnumerable<(int Place, KeySegment Key, string Word)> Hidden(
        SystemModel model, OfferedRoute route, OfferedRoute other)
    {
        var place = route.Address.Segments.Zip(other.Address.Segments).ToList()
            .FindIndex(pair => pair.First.GetType() != pair.Second.GetType());
        if (place >= 0
            && route.Address.Segments[place] is KeySegment key
            && other.Address.Segments[place] is LiteralSegment { Text: var word }
            && FieldOf(model, route, key) is { } field
            && MayEqual(field, word))
        {
            yield return (place, key, word);
        }
    }

    private Diagnostic Found(OfferedRoute route, Origin origin, OfferedRoute other, KeySegment key, string word)
    {
        var found = At(origin, $"`{other.Text}` hides the row whose `{key.Field}` is `{word}`")
            .WithLabel($"`{route.Text}` does not reach that row")
            .WithHelp($"give `{key.Field}` a `min` or a pattern that leaves `{word}` out, or move one of the two paths");
        if (other.Origin is { } place)
        {
            found = found.WithRelated(place.Location, "answered here");
        }

        return route.Subject is { } subject ? found.About($"{subject}") : found;
    }

    /// <summary>The field; null where its values are ids, which no word equals.</summary>
    private static Field? FieldOf(SystemModel model, OfferedRoute route, KeySegment key)
    {
        if (key.Field == "id" || route.Rows is not { } rows || model.Entity(rows) is not { } entity)
        {
            return null;
        }

        foreach (var step in key.Steps)
        {
            if (entity.Field(step)?.Type is not ReferenceType reference || model.Entity(reference.Entity) is not { } target)
            {
                return null;
            }

            entity = target;
        }

        return entity.Field(key.Field);
    }

    private static bool MayEqual(Field field, string word) => field.Type switch
    {
        ScalarType { Scalar: Scalar.Text } => MayEqual(field.Constraints, word),
        ScalarType { Scalar: Scalar.Email } => word.Contains('@', StringComparison.Ordinal),
        ScalarType { Scalar: Scalar.Int or Scalar.Long } => word.All(char.IsAsciiDigit),
        ScalarType { Scalar: Scalar.Uuid } => Guid.TryParse(word, out _),
        _ => true,
    };

    private static bool MayEqual(Constraints bounds, string word) =>
        !(word.Length < bounds.MinLength) && !(word.Length > bounds.MaxLength)
        && (bounds.Pattern is not { } pattern || Matches(pattern, word));

    /// <summary>Whether a word that differs in the case of letters alone may match: paths do not look at it.</summary>
    private static bool Matches(string pattern, string word)
    {
        const RegexOptions options = RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking;
        try
        {
            return Regex.IsMatch(word, $@"\A(?:{pattern})\z", options);
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            return true;
        }
    }
}
