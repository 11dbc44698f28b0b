using System.Collections.Immutable;
using Ashlar.Core.Model;
using Ashlar.Core.Text;
using Ashlar.Emit.Text;

namespace Ashlar.Emit.Scenarios;

/// <summary>What the classes of scenarios are called: `A customer pays` is `ACustomerPays`.</summary>
internal static class ScenarioNames
{
    private const int MostLetters = 60;

    public static ImmutableArray<Ident> Of(IEnumerable<Scenario> scenarios)
    {
        // What the classes name themselves.
        var known = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "AllScenarios", "Scenario", "Tested", "TestToken" };
        var names = ImmutableArray.CreateBuilder<Ident>();
        foreach (var scenario in scenarios)
        {
            var wanted = Wanted(scenario.Title);
            var name = wanted;
            for (var i = 2; IsTaken(name) || !known.Add(name); i++)
            {
                name = $"{wanted}No{i}";
            }

            names.Add(Ident.Of(name));
        }

        return names.DrainToImmutable();
    }

    private static bool IsTaken(string name) =>
        Names.IsTaken(name) || (name.StartsWith("Step", StringComparison.Ordinal) && name[4..].All(char.IsAsciiDigit));

    private static string Wanted(string title)
    {
        var letters = title.Select(letter => char.IsAsciiLetterOrDigit(letter) ? letter : ' ').ToArray();
        var words = new string(letters).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var name = string.Concat(words.Select(Spelling.Pascal));
        name = name.Length > MostLetters ? name[..MostLetters] : name;
        return name.Length == 0 || char.IsAsciiDigit(name[0]) ? "Scenario" + name : name;
    }
}
