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

        var functions = declarations.OfType<FunctionSyntax>().ToLookup(function => function.Name.Text, StringComparer.Ordinal);
        foreach (var positional in _positional)
        {
            var own = functions[positional.Function].FirstOrDefault();
            var names = own?.Inputs.Select(input => input.Name.Text).ToImmutableArray() ?? ParametersOf(positional.Function);
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
                var found = _report.Finding<Rules.PositionalArgument>(field.Span, "a value of the object has no name")
                    .WithHelp("write the name of the field and `:` before it");
                ReportUnlessBroken(field.Value is NameExpressionSyntax name
                    ? found.WithFix(InsertingName(field.Span, name.Name.Text))
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
        var found = _report.Finding<Rules.PositionalArgument>(span, $"an argument of `{positional.Function}` has no name")
            .WithHelp(parameter.Length > 0 ? $"write `{parameter}:` before it" : "write the parameter's name and `:` before it");
        ReportHabit(parameter.Length == 0 ? found : found.WithFix(InsertingName(span, parameter)));
    }

    private Fix InsertingName(TextSpan value, string name) =>
        _report.Inserting(value.Start, $"{name}: ", $"insert `{name}:`");
}
