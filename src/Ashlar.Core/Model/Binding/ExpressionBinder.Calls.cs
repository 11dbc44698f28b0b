using Ashlar.Core.Model.Expressions;
using Ashlar.Core.Model.Rules;
using Ashlar.Core.Model.Types;
using Ashlar.Core.Syntax.Nodes;
using Ashlar.Core.Text;

namespace Ashlar.Core.Model.Binding;

/// <summary>Calls of declared functions and of those of the language; arguments are named, their order means nothing.</summary>
internal sealed partial class ExpressionBinder
{
    private static readonly string[] BuiltInNames = ["date", "days", "instant", "round", "time"];

    public Expression Visit(CallSyntax node)
    {
        if (node.Function.Name.IsMissing)
        {
            return Unknown(node);
        }

        return node.Function is { Qualifier: null, Name.Text: var name } && BuiltInNames.Contains(name)
            ? BindBuiltIn(node, name)
            : BindCall(node);
    }

    private Expression BindBuiltIn(CallSyntax node, string name) =>
        name switch
        {
            "days" => BuiltInCall(node, BuiltInFunction.DaysBetween, Scalar.Int, ("from", Scalar.Date), ("until", Scalar.Date)),
            "instant" => BuiltInCall(
                node,
                BuiltInFunction.InstantOf,
                Scalar.Instant,
                ("date", Scalar.Date),
                ("time", Scalar.Time),
                ("zone", Scalar.Zone)),
            "date" => BuiltInCall(node, BuiltInFunction.DateOf, Scalar.Date, ("of", Scalar.Instant), ("zone", Scalar.Zone)),
            "time" => BuiltInCall(node, BuiltInFunction.TimeOf, Scalar.Time, ("of", Scalar.Instant), ("zone", Scalar.Zone)),
            _ => BindRound(node),
        };

    private Expression BuiltInCall(
        CallSyntax node,
        BuiltInFunction function,
        Scalar gives,
        params ReadOnlySpan<(string Name, Scalar Type)> inputs)
    {
        var names = new string[inputs.Length];
        for (var i = 0; i < inputs.Length; i++)
        {
            names[i] = inputs[i].Name;
        }

        if (Arguments(node, names) is not { } given)
        {
            return Unknown(node);
        }

        var arguments = new List<Expression>();
        foreach (var (name, type) in inputs)
        {
            arguments.Add(BindTo(given[name], new ScalarType(type)));
        }

        return new BuiltIn(new ScalarType(gives), function, arguments.ToValueList()) { Origin = _site.OriginOf(node) };
    }

    private Expression BindCall(CallSyntax node)
    {
        var wanted = Wanted.Function with { Words = BuiltInNames };
        if (Lookup.Find<FunctionElement>(_site, node.Function, wanted) is not { } function)
        {
            BindArgumentsAlone(node);
            return Unknown(node);
        }

        if (Arguments(node, [.. function.Inputs.Names]) is not { } given)
        {
            return Unknown(node);
        }

        var arguments = function.Inputs.Slots.Select(slot => BindTo(given[slot.Field.Name], slot.Field.Type)).ToValueList();
        return new Call(function.Gives, function.Name, arguments) { Origin = _site.OriginOf(node) };
    }

    /// <summary>The arguments by name, or null where one is missing; names that no input has are reported.</summary>
    private Dictionary<string, ExpressionSyntax>? Arguments(CallSyntax node, params string[] names)
    {
        var given = new Dictionary<string, ExpressionSyntax>(StringComparer.Ordinal);
        var function = node.Function.ToString();
        var isWhole = true;
        foreach (var argument in node.Arguments)
        {
            isWhole &= !argument.Name.IsMissing;
            if (argument.Name.IsMissing)
            {
                continue;
            }

            if (!names.Contains(argument.Name.Text))
            {
                isWhole = false;
                _site.Add(
                    UnknownArgument.At(
                        _site.At(argument.Name),
                        function,
                        argument.Name.Text,
                        names.Where(name => !Gives(node, name))));
            }
            else if (!given.TryAdd(argument.Name.Text, argument.Value))
            {
                _site.Add(DuplicateArgument.At(_site, argument, function));
            }
        }

        var missing = names.Where(name => !given.ContainsKey(name)).ToList();
        if (missing.Count > 0 && isWhole)
        {
            _site.Add(MissingArgument.At(_site.At(node), function, missing));
        }

        if (missing.Count == 0)
        {
            return given;
        }

        BindArgumentsAlone(node);
        return null;
    }

    private static bool Gives(CallSyntax node, string name) =>
        node.Arguments.Any(argument => string.Equals(argument.Name.Text, name, StringComparison.Ordinal));

    /// <summary>A call that does not check hides nothing that is wrong inside of its arguments.</summary>
    private void BindArgumentsAlone(CallSyntax node)
    {
        foreach (var argument in node.Arguments.Where(argument => argument.Value is not NameExpressionSyntax))
        {
            Bind(argument.Value, new UnknownType());
        }
    }
}
