using Ashlar.Core.Model.Rules;
using Ashlar.Core.Model.Workflows;
using Ashlar.Core.Syntax.Nodes;
using Ashlar.Core.Text;

namespace Ashlar.Core.Model.Binding;

/// <summary>The names of the steps and ends of a workflow, and the places that name one.</summary>
internal sealed class StepTargets
{
    private readonly Site _site;
    private readonly Dictionary<string, NameSyntax> _places = new(StringComparer.Ordinal);

    private StepTargets(Site site) => _site = site;

    public ValueList<string> Ends { get; private set; } = [];

    public static StepTargets Of(Site site, WorkflowSyntax node)
    {
        var targets = new StepTargets(site);
        foreach (var step in node.Steps)
        {
            targets.IsNew(step.Name);
        }

        targets.Ends = node.Ends.Where(targets.IsNew).Select(end => end.Text).ToValueList();
        return targets;
    }

    /// <summary>The name of the step or end; empty where there is none, which is reported.</summary>
    public string Of(NameSyntax name)
    {
        if (!name.IsMissing && !_places.ContainsKey(name.Text))
        {
            _site.Add(UnknownStep.At(_site.At(name), name.Text, _places.Keys));
        }

        return name.Text;
    }

    public StepLimit? Limit(LimitSyntax? node)
    {
        if (node is null)
        {
            return null;
        }

        var target = Of(node.Target);
        if (node.Time is LiteralSyntax { Kind: LiteralKind.Duration, Value: TimeSpan time } && time > TimeSpan.Zero)
        {
            return new StepLimit(time, target, _site.OriginOf(node));
        }

        if (node.Time is not MissingExpressionSyntax)
        {
            _site.Add(LimitForm.Time(_site, node.Time));
        }

        return null;
    }

    public WayBound? Bound(MostSyntax? node)
    {
        if (node is null)
        {
            return null;
        }

        var target = Of(node.Target);
        if (node.Most is { Value: > 0 and <= LimitForm.MostRounds } number)
        {
            return new WayBound((int)number.Value, target);
        }

        if (node.Most is { } wrong)
        {
            _site.Add(LimitForm.Rounds(_site, wrong));
        }

        return null;
    }

    private bool IsNew(NameSyntax name)
    {
        if (name.IsMissing || _places.TryAdd(name.Text, name))
        {
            return !name.IsMissing;
        }

        _site.Add(DuplicateMember.At(_site.At(name), name.Text, _site.At(_places[name.Text])));
        return false;
    }
}
