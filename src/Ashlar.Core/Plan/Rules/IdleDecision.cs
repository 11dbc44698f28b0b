using Ashlar.Core.Diagnostics;
using Ashlar.Core.Syntax.Nodes;
using Ashlar.Core.Text;

namespace Ashlar.Core.Plan.Rules;

/// <summary>A decision about something that the change does not ask: it is a slip, or has been applied.</summary>
internal sealed class IdleDecision : Rule
{
    public override Severity Severity => Severity.Warning;

    private const string Applied = "a decision that has been applied stays in the history of the system, not in the model";

    public static Diagnostic At(WrittenDecision decision, IEnumerable<string> asked, bool isAlone)
    {
        var written = isAlone ? new Location(decision.Source.Path, decision.Block) : decision.Location;
        var target = decision.Syntax.Target.ToString();
        return Diagnostic.Of<IdleDecision>(decision.Target, $"nothing asks what becomes of `{target}`")
            .WithLabel("no question of this change")
            .WithNearest(NearestNames.Of(target, asked.SelectMany(path => new[] { path, path[(path.IndexOf('.') + 1)..] })))
            .WithNote(Applied)
            .WithHelp("remove it")
            .WithFix(Fix.Remove(FixSafety.Safe, written, "remove the decision"));
    }

    public static Diagnostic OfBlock(IReadOnlyList<WrittenDecision> idle)
    {
        var block = new Location(idle[0].Source.Path, idle[0].Block);
        return Diagnostic.Of<IdleDecision>(
                block with { Span = new TextSpan(block.Span.Start, "change".Length) },
                $"nothing asks for these {idle.Count} decisions")
            .WithNote(Applied)
            .WithHelp("remove the block")
            .WithFix(Fix.Remove(FixSafety.Safe, block, "remove the block"));
    }

    public static Diagnostic OfValue(WrittenDecision decision, MappedValueSyntax value, IEnumerable<string> gone)
    {
        var place = new Location(decision.Source.Path, value.Span);
        return Diagnostic.Of<IdleDecision>(place, $"no row holds `{value.From.Text}` that has to become something else")
            .WithNearest(NearestNames.Of(value.From.Text, gone))
            .WithHelp("remove it");
    }
}
