using System.Globalization;
using System.Text;
using Ashlar.Core.Plan;

namespace Ashlar.Tool.Changing;

/// <summary>A plan for people: what it does, part by part, gravest first within each.</summary>
internal static class PlanText
{
    private const string Indent = "             ";
    private const int Width = 100;

    public static IReadOnlyList<(ConsequencePart Part, string Title)> Parts { get; } =
    [
        (ConsequencePart.Data, "data"),
        (ConsequencePart.Api, "api: what clients notice"),
        (ConsequencePart.Security, "security: who can do and see what"),
        (ConsequencePart.Behaviour, "behaviour"),
        (ConsequencePart.Code, "code"),
    ];

    public static string Of(PlannedChange planned)
    {
        if (planned.Plan is not { } plan)
        {
            return "";
        }

        if (plan.IsEmpty && planned.History.Last is { } last)
        {
            return $"nothing to plan: the model is the one of plan {last.Number}\n";
        }

        var text = new StringBuilder(Head(planned, plan)).Append('\n');
        if (planned.History.Last is null)
        {
            return text.Append('\n').Append(First(plan)).ToString();
        }

        foreach (var (part, title) in Parts)
        {
            AddPart(text, plan, part, title);
            if (part == ConsequencePart.Data)
            {
                text.Append(MigrationSentences.Of(planned));
            }
        }

        if (plan.Consequences.IsEmpty)
        {
            text.Append("\n  only names, texts or their order change\n");
        }

        return planned.HasErrors ? text.ToString() : text.Append('\n').Append(planned.Touched).Append('\n').ToString();
    }

    /// <summary>The consequences of one part, gravest first, what is the same in several places said once.</summary>
    public static IReadOnlyList<ConsequenceGroup> Of(ChangePlan plan, ConsequencePart part) =>
        ConsequenceGroup.Of(plan.Consequences.Where(consequence => consequence.Part == part));

    public static string Head(PlannedChange planned, ChangePlan plan) =>
        string.Create(CultureInfo.InvariantCulture, $"plan {planned.Number} ({planned.Id}): {NameOf(plan.Class)}");

    public static string NameOf(ChangeClass grade) => grade.ToString().ToLowerInvariant();

    /// <summary>What the first plan of a system begins with; there is nothing that it could change.</summary>
    public static string First(ChangePlan plan)
    {
        var model = plan.Pairs.After;
        return $"  begins the history: {model.Entities.Count} entities, {model.Actions.Count} actions, "
            + $"{model.Views.Count} views, {model.Apis.Count} APIs\n";
    }

    private static void AddPart(StringBuilder text, ChangePlan plan, ConsequencePart part, string title)
    {
        var consequences = Of(plan, part);
        if (consequences.Count == 0)
        {
            return;
        }

        text.Append('\n').Append(title).Append('\n');
        foreach (var consequence in consequences)
        {
            text.Append("  ").Append(Mark(consequence.Class)).Append("  ").Append(consequence.Text).Append('\n');
            foreach (var line in Lines(consequence.Places))
            {
                text.Append(Indent).Append(line).Append('\n');
            }
        }
    }

    /// <summary>The places one behind the other, as many in a line as fit.</summary>
    private static IEnumerable<string> Lines(IEnumerable<string> places)
    {
        var line = "";
        foreach (var place in places)
        {
            if (line.Length > 0 && line.Length + place.Length > Width)
            {
                yield return line + ",";
                line = "";
            }

            line += line.Length == 0 ? place : ", " + place;
        }

        if (line.Length > 0)
        {
            yield return line;
        }
    }

    private static string Mark(ChangeClass grade) => grade switch
    {
        ChangeClass.Destructive => "LOST   ",
        ChangeClass.Breaking => "breaks ",
        ChangeClass.Behavioural => "changes",
        _ => "safe   ",
    };
}
