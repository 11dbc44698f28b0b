using Ashlar.Core.Model.Rules;
using Ashlar.Core.Model.Workflows;
using Ashlar.Core.Syntax.Nodes;
using Ashlar.Core.Text;

namespace Ashlar.Core.Model.Binding;

/// <summary>Binds how often a step tries its call, and where the instance goes when it was not done.</summary>
internal sealed class CallBinder(Site site, StepTargets targets, OutsideCallSyntax node, SlotElement slot)
{
    private static readonly string[] Words = [FailureWay.Failed, FailureWay.Unknown];

    private bool IsTransient => slot.Syntax.Failures.Any(failure => failure.Transient is not null);

    private bool IsTriedAgain => IsTransient || slot.Syntax.Effect?.Word.Text != "once";

    /// <summary>Only a slot that finds out, or a failure that passes, lets anybody know that it was not done.</summary>
    private bool MayFail => IsTransient || slot.Syntax.Effect?.Word.Text == "reconcile";

    public RetryRule BindRetry()
    {
        var once = new RetryRule(1, TimeSpan.FromMinutes(1), site.OriginOf(node));
        if (node.Retry is not { } retry)
        {
            if (IsTriedAgain)
            {
                site.Add(CallForm.WithoutRetry(site, node.Run.Action, slot));
            }

            return once;
        }

        if (!IsTriedAgain)
        {
            site.Add(CallForm.UselessRetry(site, retry, slot));
            return once;
        }

        var time = retry.Time is LiteralSyntax { Kind: LiteralKind.Duration, Value: TimeSpan span } && span > TimeSpan.Zero
            ? span
            : (TimeSpan?)null;
        if (time is null && retry.Time is not MissingExpressionSyntax)
        {
            site.Add(LimitForm.Time(site, retry.Time));
        }

        if (retry.Most is { Value: < 1 or > RetryRule.MostTries } wrong)
        {
            site.Add(CallForm.Tries(site, wrong));
        }

        return time is { } within && retry.Most is { Value: >= 1 and <= RetryRule.MostTries } number
            ? new RetryRule((int)number.Value, within, site.OriginOf(retry))
            : once;
    }

    public ValueList<FailureWay> BindFailures()
    {
        var ways = new List<FailureWay>();
        var seen = new Dictionary<string, NameSyntax>(StringComparer.Ordinal);
        foreach (var written in node.Failures)
        {
            var target = targets.Of(written.Target);
            var name = written.Failure;
            if (name.IsMissing)
            {
                continue;
            }

            if (!seen.TryAdd(name.Text, name))
            {
                site.Add(DuplicateMember.At(site.At(name), name.Text, site.At(seen[name.Text])));
            }
            else if (IsTaken(name))
            {
                ways.Add(new FailureWay(name.Text, target, site.OriginOf(written)));
            }
        }

        if (node.Failures.All(failure => !failure.Failure.IsMissing))
        {
            ReportMissing(seen.ContainsKey);
        }

        return ways.ToValueList();
    }

    /// <summary>Whether a call ever ends so; one that never does is reported.</summary>
    private bool IsTaken(NameSyntax name)
    {
        var failure = slot.Syntax.Failures.FirstOrDefault(known => known.Name.Text == name.Text);
        if (failure is { Transient: not null })
        {
            site.Add(CallForm.Transient(site, name));
            return false;
        }

        if (name.Text == FailureWay.Failed && !MayFail)
        {
            site.Add(CallForm.NeverFailed(site, name, slot));
            return false;
        }

        if (failure is null && !Words.Contains(name.Text, StringComparer.Ordinal))
        {
            var known = slot.Syntax.Failures.Where(other => other.Transient is null).Select(other => other.Name.Text);
            site.Add(CallForm.UnknownFailure(site, name, slot, known.Concat(Words)));
            return false;
        }

        return true;
    }

    private void ReportMissing(Func<string, bool> isWritten)
    {
        foreach (var failure in slot.Syntax.Failures.Where(failure => failure.Transient is null && !failure.Name.IsMissing))
        {
            if (!isWritten(failure.Name.Text))
            {
                site.Add(CallForm.WithoutFailure(site, node.Run.Action, failure.Name.Text));
            }
        }

        if (MayFail && !isWritten(FailureWay.Failed))
        {
            site.Add(CallForm.WithoutFailed(site, node.Run.Action));
        }

        if (!isWritten(FailureWay.Unknown))
        {
            site.Add(CallForm.WithoutUnknown(site, node.Run.Action));
        }
    }
}
