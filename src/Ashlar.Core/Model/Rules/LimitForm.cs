using Ashlar.Core.Diagnostics;
using Ashlar.Core.Model.Binding;
using Ashlar.Core.Syntax.Nodes;

namespace Ashlar.Core.Model.Rules;

/// <summary>A wait that may last for ever, or a limit that is none.</summary>
internal sealed class LimitForm : Rule
{
    public const int MostRounds = 10_000;

    public static Diagnostic OfWait(Site site, StepSyntax step) =>
        Of(site, step.Name, $"the wait of `{step.Name.Text}` may last for ever")
            .WithLabel("nothing ends it when no event comes")
            .WithHelp("end it with a line such as `within 14d then GiveUp` or `until booked.startsAt then GiveUp`");

    public static Diagnostic Both(Site site, LimitSyntax until, LimitSyntax within) =>
        Of(site, until, "a wait ends after a time or at a moment, not both")
            .WithRelated(site.At(within), "the time")
            .WithHelp("leave one of the two out");

    public static Diagnostic Moment(Site site, SyntaxNode moment) =>
        Of(site, moment, "a wait ends at a moment that the instance carries")
            .WithLabel("has to be worked out first")
            .WithHelp("write a value of the start, of an answer or of an event, or so long before it: `booked.startsAt - 1d`")
            .WithHelp("name what has to be worked out in a step before, as in `do { let at = … }`");

    public static Diagnostic OfTask(Site site, StepSyntax step) =>
        Of(site, step.Name, $"the task of `{step.Name.Text}` may wait for ever")
            .WithLabel("nothing ends it when nobody does it")
            .WithHelp("add a line such as `within 5d else go GiveUp`");

    public static Diagnostic WithoutTask(Site site, LimitSyntax limit) =>
        Of(site, limit, "this step does not wait, so it has no time to limit")
            .WithHelp("leave it out");

    public static Diagnostic Time(Site site, SyntaxNode time) =>
        Of(site, time, "a limit is a duration")
            .WithHelp("write it as in `30m`, `2h` or `14d`");

    public static Diagnostic Rounds(Site site, SyntaxNode number) =>
        Of(site, number, $"a way is taken between 1 and {MostRounds} times")
            .WithHelp("write a number, as in `at most 5`");

    private static Diagnostic Of(Site site, SyntaxNode at, string message) => Diagnostic.Of<LimitForm>(site.At(at), message);
}
