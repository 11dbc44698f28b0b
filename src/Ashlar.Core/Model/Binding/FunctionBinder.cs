using Ashlar.Core.Model.Expressions;
using Ashlar.Core.Model.Rules;
using Ashlar.Core.Model.Types;

namespace Ashlar.Core.Model.Binding;

/// <summary>Binds functions: signatures first, then bodies, then the proof that no function reaches itself.</summary>
internal static class FunctionBinder
{
    public static void BindSignature(FunctionElement function)
    {
        FieldBinder.BindInputs(function);
        function.Gives = function.Syntax.Gives is { } gives ? TypeBinder.Bind(function.Site, gives).Type : new UnknownType();
    }

    public static void BindBody(FunctionElement function)
    {
        var site = function.Site;
        var scope = Scope.Empty with { Locals = [.. function.Inputs.Slots.Select(slot => InputOf(slot.Field))] };
        var body = function.Syntax.Body is { } node
            ? ExpressionBinder.BindValue(site, scope, node, function.Gives)
            : new Literal(new UnknownType(), null);
        function.Bound = new Function(function.Name, function.Inputs.ToModel(), function.Gives, body, function.Origin)
        {
            Documentation = function.Syntax.Documentation,
            IsPublic = function.IsPublic,
        };
    }

    public static Local InputOf(Field input) => new(new Variable(input.Type, VariableKind.Input, input.Name), input.Constraints);

    /// <summary>Functions are put in place of their calls, so their calls must end, and soon.</summary>
    public static void CheckCalls(Declarations names)
    {
        var sizes = new Dictionary<ElementName, int>();
        foreach (var function in names.Elements.OfType<FunctionElement>())
        {
            Measure(names, function, [], sizes);
        }
    }

    /// <summary>How many nodes the body has once its calls are put in place. A cycle counts once, when it is reported.</summary>
    private static int Measure(
        Declarations names, FunctionElement function, List<FunctionElement> path, Dictionary<ElementName, int> sizes)
    {
        var start = path.IndexOf(function);
        if (start >= 0)
        {
            function.Site.Add(RecursiveFunction.At(function, path[start..]));
            return 0;
        }

        if (sizes.TryGetValue(function.Name, out var known) || function.Bound is not { } bound)
        {
            names.Chain.Meet(function);
            return known;
        }

        path.Add(function);
        var size = names.Chain.Follow(function, () => SizeOf(names, bound.Body, path, sizes), 0);
        path.Remove(function);
        return sizes[function.Name] = Cap(function, bound, size);
    }

    private static int SizeOf(Declarations names, Expression body, List<FunctionElement> path, Dictionary<ElementName, int> sizes)
    {
        var size = 0;
        foreach (var node in body.DescendantsAndSelf())
        {
            var called = node is Call call ? names.Find<FunctionElement>(call.Function) : null;
            size += 1 + (called is null ? 0 : Measure(names, called, path, sizes));
        }

        return size;
    }

    /// <summary>A function that is too large is reported where it becomes so, not again at each that calls it.</summary>
    private static int Cap(FunctionElement function, Function bound, int size)
    {
        const int mostNodes = 2000;
        if (size <= mostNodes)
        {
            return size;
        }

        function.Site.Add(FunctionTooLarge.At(function, size, mostNodes));
        function.Bound = bound with { Body = new Literal(new UnknownType(), null) };
        return 1;
    }
}
