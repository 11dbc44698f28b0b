using System.Globalization;
using System.Net;
using System.Text;
using Ashlar.Core.Diagnostics;
using Ashlar.Core.Plan;

namespace Ashlar.Tool.Changing;

/// <summary>A plan as one page, for whoever reviews it without the tool.</summary>
internal static class PlanHtml
{
    private const string Style = """
        body { font: 16px/1.5 system-ui, sans-serif; max-width: 50rem; margin: 2rem auto; padding: 0 1rem; }
        li { margin: .3rem 0; } code { background: #8882; padding: 0 .2rem; border-radius: .2rem; }
        .destructive { color: #b00020; font-weight: 600; } .breaking { color: #9a5b00; }
        """;

    public static string Of(PlannedChange planned, ChangePlan plan)
    {
        var title = PlanText.Head(planned, plan);
        var html = new StringBuilder("<!doctype html>\n<html lang=\"en\">\n<meta charset=\"utf-8\">\n")
            .Append(CultureInfo.InvariantCulture, $"<title>{Text(title)}</title>\n<style>\n{Style}\n</style>\n")
            .Append(CultureInfo.InvariantCulture, $"<h1>{Text(plan.Pairs.After.Title)}: {Text(title)}</h1>\n");
        AddFindings(html, planned);
        foreach (var (part, name) in PlanText.Parts)
        {
            AddPart(html, name, PlanText.Of(plan, part));
            if (part == ConsequencePart.Data && MigrationSentences.Of(planned) is { Length: > 0 } migrations)
            {
                html.Append(CultureInfo.InvariantCulture, $"<pre>{Text(migrations.TrimStart('\n'))}</pre>\n");
            }
        }

        return html.Append("</html>\n").ToString();
    }

    private static void AddFindings(StringBuilder html, PlannedChange planned)
    {
        var open = planned.Findings.Where(found => found.IsError).ToList();
        if (open.Count > 0)
        {
            html.Append("<h2>not decided</h2>\n<ul>\n");
            open.ForEach(found => html.Append(
                CultureInfo.InvariantCulture, $"<li class=\"destructive\">{Marked(found.Message)}{Helps(found)}</li>\n"));
            html.Append("</ul>\n");
        }
    }

    private static string Helps(Diagnostic found) => string.Concat(found.Helps.Select(help => $"<br>{Marked(help)}"));

    private static void AddPart(StringBuilder html, string name, IReadOnlyList<ConsequenceGroup> consequences)
    {
        if (consequences.Count == 0)
        {
            return;
        }

        html.Append(CultureInfo.InvariantCulture, $"<h2>{Text(name)}</h2>\n<ul>\n");
        foreach (var consequence in consequences)
        {
            var grade = PlanText.NameOf(consequence.Class);
            var text = Marked(consequence.Text) + Places(consequence);
            html.Append(CultureInfo.InvariantCulture, $"<li class=\"{grade}\">{text}</li>\n");
        }

        html.Append("</ul>\n");
    }

    private static string Places(ConsequenceGroup group) =>
        group.Places.IsEmpty ? "" : $"<br>{Marked(string.Join(", ", group.Places))}";

    /// <summary>What stands between backticks is code.</summary>
    private static string Marked(string text)
    {
        var parts = text.Split('`');
        return string.Concat(parts.Select((part, i) => i % 2 == 1 ? $"<code>{Text(part)}</code>" : Text(part)));
    }

    private static string Text(string text) => WebUtility.HtmlEncode(text);
}
