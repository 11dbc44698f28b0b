using System.CommandLine;
using System.Text;
using System.Text.Json;
using Ashlar.Core.Text;
using Ashlar.Tool.Describing;
using Ashlar.Tool.Rendering;
using Ashlar.Tool.Workspace;

namespace Ashlar.Tool.Commands;

/// <summary>`ashlar describe`: what there is, and what follows from it.</summary>
internal static class DescribeCommand
{
    public static Command Create(Terminal terminal)
    {
        var output = new OutputOptions();
        var words = new Argument<string[]>("WORDS")
        {
            HelpName = "[PATH] [SYMBOL]",
            Description = "The folder of a system, a symbol of it, or both; without a symbol the whole system",
            Arity = new ArgumentArity(0, 2),
        };
        var command = new DocumentedCommand(
            "describe",
            "Describe a system or one symbol: access, rules, references, endpoints",
            new Example("ashlar describe shop", "the system in the folder `shop`"),
            new Example("ashlar describe shop Catalog.Book", "one entity of it"),
            new Example("ashlar describe Book.price", "a field, in the system of this folder"))
        {
            words,
        };
        output.AddTo(command);
        command.SetAction(parsed =>
        {
            var (path, symbol) = Split(parsed.GetValue(words) ?? []);
            var system = CheckedSystem.Of(SystemFolder.Of(path));
            var symbols = system.Compilation is { } compiled ? new Symbols(compiled) : null;
            var matching = symbols?.Matching(symbol) ?? [];
            return symbol.Length > 0 && symbols is not null && matching.Length != 1
                ? UsageReport.Write(terminal, Problem(symbols, symbol, matching))
                : output.Write(terminal, parsed, Describe(system, symbols, matching.FirstOrDefault() ?? ""));
        });
        return command;
    }

    /// <summary>One word is a path where there is such a folder or file, and a symbol otherwise.</summary>
    private static (string Path, string Symbol) Split(string[] words) => words switch
    {
        [var path, var symbol] => (path, symbol),
        [var word] when Directory.Exists(word) || File.Exists(word) => (word, ""),
        [var word] => (".", word),
        _ => (".", ""),
    };

    private static (string Message, string Help) Problem(Symbols symbols, string symbol, IReadOnlyList<string> matching)
    {
        if (matching.Count > 1)
        {
            return ($"`{symbol}` can mean {matching.Count} things", $"use `{string.Join("` or `", matching.Take(4))}`");
        }

        var near = symbols.Nearest(symbol);
        var help = near.Count > 0 ? $"use `{string.Join("` or `", near)}`" : "list what there is with `ashlar describe`";
        return ($"nothing is named `{symbol}`", help);
    }

    private static Answer Describe(CheckedSystem system, Symbols? symbols, string name)
    {
        if (system.Compilation is not { } compiled || symbols is null)
        {
            return SystemArgument.AnswerOf("describe", system);
        }

        var description = name.Length > 0 ? symbols.Describe(name) : Overview.Of(compiled.Model);
        var sources = SystemArgument.SourcesOf(system);
        return new Answer("describe")
        {
            Sources = sources,
            Text = TextOf(description, sources.Show(description.Origin.Location)) + Warning(system),
            Members = json => WriteMembers(json, description, sources),
        };
    }

    private static string Warning(CheckedSystem system) =>
        system.HasErrors ? $"\nthe model has errors ({AnswerWriter.Count(system.Findings)}), so this may be incomplete\n" : "";

    private static string TextOf(Description description, string place)
    {
        var output = new StringBuilder($"{description.Kind} {description.Name}   {place}\n");
        if (description.Text.Length > 0)
        {
            output.Append('\n').Append(description.Text.TrimEnd()).Append('\n');
        }
        else if (description.Documentation.Length > 0)
        {
            output.Append(description.Documentation).Append('\n');
        }

        foreach (var section in description.Sections.Where(section => section.Rows.Length > 0))
        {
            output.Append('\n').Append(section.Title).Append('\n').Append(Table.Of(section.Rows, indent: "  "));
        }

        return output.ToString();
    }

    private static void WriteMembers(Utf8JsonWriter json, Description description, SourceMap sources)
    {
        var place = description.Origin.Location;
        json.WriteString("kind", description.Kind);
        json.WriteString("name", description.Name);
        json.WriteString("documentation", description.Documentation);
        json.WriteString("file", sources.Show(place.Path));
        json.WriteNumber("line", sources.StartOf(place).Line);
        json.WriteString("text", description.Text);
        foreach (var section in description.Sections)
        {
            json.WriteStartArray(section.Title);
            foreach (var row in section.Rows)
            {
                json.WriteStartObject();
                section.Columns.Zip(row).ToList().ForEach(cell => json.WriteString(cell.First, cell.Second));
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }
    }
}
