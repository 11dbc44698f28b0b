using System.Collections.Immutable;
using Ashlar.Core.Diagnostics;
using Ashlar.Core.Syntax.Nodes;
using Ashlar.Core.Syntax.Rules;
using Ashlar.Core.Text;

namespace Ashlar.Core.Syntax;

public sealed partial class Parser
{
    /// <summary>An argument without a name, to be reported when the functions of the file are known.</summary>
    private readonly record struct PositionalArgument(string Function, int Index, ArgumentSyntax Argument);

    private readonly List<PositionalArgument> _positional = [];

    private void RememberPositional(QualifiedNameSyntax function, ImmutableArray<ArgumentSyntax> arguments)
    {
        for (var index = 0; index < arguments.Length; index++)
        {
            if (arguments[index] is { Name.IsMissing: true, Value: not MissingExpressionSyntax } argument)
            {
                _positional.Add(new PositionalArgument(function.Name.Text, index, argument));
            }
        }
    }

    /// <summary>Reports arguments without a name, with the name of the parameter at their place where the file has it.</summary>
    private void ResolvePositionalArguments(IEnumerable<DeclarationSyntax> declarations)
    {
        if (_positional.Count == 0)
        {
            return;
        }

        var inputs = declarations.OfType<FunctionSyntax>()
            .GroupBy(function => function.Name.Text, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.First().Inputs.Select(input => input.Name.Text).ToImmutableArray(), StringComparer.Ordinal);
        foreach (var positional in _positional)
        {
            var names = inputs.TryGetValue(positional.Function, out var own) ? own : ParametersOf(positional.Function);
            ReportPositional(positional, positional.Index < names.Length ? names[positional.Index] : "");
        }
    }

    /// <summary>`{ title }`: a field of an object without its value.</summary>
    private void ReportNamelessFields(ImmutableArray<ArgumentSyntax> fields)
    {
        foreach (var field in fields)
        {
            if (field is { Name.IsMissing: true, Value: not MissingExpressionSyntax })
            {
                var found = Diagnostic.Of<Rules.PositionalArgument>(At(field.Span), "a value of the object has no name")
                    .WithHelp("write the name of the field and `:` before it");
                ReportHabit(field.Value is NameExpressionSyntax name
                    ? found.WithFix(Fix.Insert(FixSafety.Safe, _source.Path, field.Span.Start, $"{name.Name.Text}: ", $"insert `{name.Name.Text}:`"))
                    : found);
            }
        }
    }

    private static ImmutableArray<string> ParametersOf(string function) => function switch
    {
        "round" => ["value", "places", "half"],
        "days" => ["from", "until"],
        "instant" => ["date", "time", "zone"],
        "date" or "time" => ["of", "zone"],
        _ => [],
    };

    private void ReportPositional(PositionalArgument positional, string parameter)
    {
        var span = positional.Argument.Value.Span;
        var found = Diagnostic.Of<Rules.PositionalArgument>(At(span), $"an argument of `{positional.Function}` has no name")
            .WithHelp(parameter.Length > 0 ? $"write `{parameter}:` before it" : "write the name of the parameter and `:` before it");
        ReportHabit(parameter.Length == 0
            ? found
            : found.WithFix(Fix.Insert(FixSafety.Safe, _source.Path, span.Start, $"{parameter}: ", $"insert `{parameter}:`")));
    }
}
