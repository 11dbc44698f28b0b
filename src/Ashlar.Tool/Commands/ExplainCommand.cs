using System.CommandLine;
using Ashlar.Tool.Rendering;

namespace Ashlar.Tool.Commands;

/// <summary>`ashlar explain CODE`: the page of a finding.</summary>
internal static class ExplainCommand
{
    public static Command Create(Terminal terminal)
    {
        var output = new OutputOptions();
        var code = new Argument<string?>("CODE")
        {
            Description = "The code in brackets of a finding; without one, all codes are listed",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var command = new DocumentedCommand(
            "explain",
            "Explain a finding: why it matters, what fails, what passes, how to mend it",
            new Example("ashlar explain", "list all codes"),
            new Example("ashlar explain unknown-field", "print the page of one"))
        {
            code,
        };
        output.AddTo(command);
        command.Validators.Add(result => Validate(result, result.GetValue(code)));
        command.SetAction(parsed => output.Write(terminal, parsed, Explain(parsed.GetValue(code))));
        return command;
    }

    private static void Validate(System.CommandLine.Parsing.CommandResult result, string? code)
    {
        if (code is not null && RulePages.Find(code) is null)
        {
            var near = RulePages.Nearest(code);
            var help = near.Count > 0 ? $"use `{string.Join("` or `", near)}`" : "list all codes with `ashlar explain`";
            result.AddError(UsageReport.Line($"no finding has the code `{code}`", help));
        }
    }

    private static Answer Explain(string? code) => code is null ? List() : Show(code);

    private static Answer List() => new("explain")
    {
        Text = string.Concat(RulePages.Codes.Select(code => code + "\n")),
        Members = json =>
        {
            json.WriteStartArray("codes");
            RulePages.Codes.ToList().ForEach(json.WriteStringValue);
            json.WriteEndArray();
        },
    };

    private static Answer Show(string code)
    {
        var text = RulePages.Find(code)?.Text ?? "";
        return new Answer("explain")
        {
            Text = text.TrimEnd() + "\n",
            Members = json =>
            {
                json.WriteString("code", code);
                json.WriteString("page", text);
            },
        };
    }
}
