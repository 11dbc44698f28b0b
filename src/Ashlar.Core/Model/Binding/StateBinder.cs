using Ashlar.Core.Model.Rules;
using Ashlar.Core.Syntax.Nodes;
using Ashlar.Core.Text;

namespace Ashlar.Core.Model.Binding;

/// <summary>Reads what a state field may be and become. Every name that stands in it is a state.</summary>
internal static class StateBinder
{
    public static StateMachine Bind(Site site, StateSyntax node)
    {
        var initial = Distinct(site, node.Initial);
        var transitions = BindTransitions(site, node);
        var final = Distinct(site, node.Final);
        if (initial.IsEmpty)
        {
            site.Add(MissingInitialState.At(site, node));
        }

        ReportLeavingFinal(site, node);
        var states = initial.Concat(transitions.SelectMany(step => (string[])[step.From, step.To])).Concat(final);
        return new StateMachine(
            states.Distinct(StringComparer.Ordinal).ToValueList(),
            initial,
            transitions,
            final,
            site.OriginOf(node));
    }

    private static ValueList<string> Distinct(Site site, IEnumerable<NameSyntax> names)
    {
        var seen = new Dictionary<string, NameSyntax>(StringComparer.Ordinal);
        foreach (var name in names.Where(name => !name.IsMissing))
        {
            if (!seen.TryAdd(name.Text, name))
            {
                site.Add(DuplicateMember.At(site.At(name), name.Text, site.At(seen[name.Text])));
            }
        }

        return seen.Keys.ToValueList();
    }

    private static ValueList<Transition> BindTransitions(Site site, StateSyntax node)
    {
        var seen = new Dictionary<(string, string), NameSyntax>();
        var transitions = new List<Transition>();
        foreach (var line in node.Transitions.Where(line => !line.From.IsMissing))
        {
            foreach (var to in line.To.Where(to => !to.IsMissing))
            {
                if (seen.TryAdd((line.From.Text, to.Text), to))
                {
                    transitions.Add(new Transition(line.From.Text, to.Text, site.OriginOf(line)));
                }
                else
                {
                    site.Add(
                        DuplicateMember.At(
                            site.At(to),
                            $"{line.From.Text} -> {to.Text}",
                            site.At(seen[(line.From.Text, to.Text)])));
                }
            }
        }

        return transitions.ToValueList();
    }

    private static void ReportLeavingFinal(Site site, StateSyntax node)
    {
        var final = node
            .Final.Where(name => !name.IsMissing)
            .DistinctBy(name => name.Text)
            .ToDictionary(name => name.Text, StringComparer.Ordinal);
        foreach (var line in node.Transitions.Where(line => final.ContainsKey(line.From.Text)))
        {
            site.Add(FinalStateLeft.At(site.At(line.From), line.From.Text, site.At(final[line.From.Text])));
        }
    }
}
