using Ashlar.Core.Model;
using Ashlar.Core.Model.Types;
using Ashlar.Emit.Entities;
using Ashlar.Emit.Modules;
using Ashlar.Emit.Text;
using static Ashlar.Emit.EmittedFiles;
using ValueType = Ashlar.Core.Model.Types.ValueType;

namespace Ashlar.Emit.Actions;

/// <summary>`Catalog/IReserveStock.cs` in Contracts: what other modules may run.</summary>
internal static class ActionContract
{
    public static IEnumerable<EmittedFile> Emit(Emission emission) => emission.Model.Actions
        .Where(IsContract)
        .Select(action => Generated(
            $"{Folders.Contracts(emission)}/{action.Name.Module}/{Interface(action.Name)}.cs",
            CSharpFile.Of(emission, action.Name.Module, Header.Of("action", action.Name), Content(action))));

    /// <summary>Other modules may run it.</summary>
    public static bool IsContract(ActionDefinition action) => action is { IsPublic: true, IsStarted: false, TakesChanges: false };

    /// <summary>`IReserveStock`, or `Catalog.IReserveStock` in another module.</summary>
    public static Ident InterfaceOf(ActionValues values, ElementName action) =>
        values.Name(action with { Name = Interface(action).Text });

    /// <summary>
    /// `UnitOfWork work, Guid book, int quantity, string? note = null`; an explicit implementation has no use for the default.
    /// </summary>
    public static Code Parameters(ActionDefinition action, CSharpTypes types, bool hasDefaults = true)
    {
        var inputs = Ordered(action).Select(input =>
        {
            var type = input.IsChange ? ChangeOf(types, input.Type) : Code.Of($"{types.Of(input.Type)}");
            var parameter = Code.Of($"{type} {ActionVariables.LocalOf(input.Name)}");
            return MayBeLeftOut(input) && hasDefaults ? Code.Of($"{parameter} = null") : parameter;
        });
        return ParameterList.Of([Code.Of($"UnitOfWork work"), .. inputs]);
    }

    /// <summary>The inputs in the order of the parameters: those that may be left out stand last.</summary>
    public static IEnumerable<Field> Ordered(ActionDefinition action) => action.Inputs.OrderBy(MayBeLeftOut);

    private static bool MayBeLeftOut(Field input) => input is { IsOptional: true, IsChange: false };

    /// <summary>`Change&lt;decimal?&gt;`; what a class is may be null in any change.</summary>
    private static Code ChangeOf(CSharpTypes types, ModelType type)
    {
        if (type is ListType list)
        {
            return Code.Of($"ListChange<{types.Of(list.Item)}>");
        }

        var plain = types.Of(type.AsNullable(false));
        return type is ValueType || plain.Text == "string" ? Code.Of($"Change<{plain}>") : Code.Of($"Change<{types.Of(type)}>");
    }

    /// <summary>`IReserveStock`; the one of an action `Event` is not called like the kernel's `IEvent`.</summary>
    public static Ident Interface(ElementName action)
    {
        var name = "I" + Names.Type(action).Text;
        return Ident.Of(Names.IsTaken(name) ? name + "Action" : name);
    }

    private static Code Content(ActionDefinition action) => Code.Of($$"""
        {{Doc.Summary(action.Documentation)}}
        public interface {{Interface(action.Name)}}
        {
            /// <summary>Does it in the transaction of the caller; a refusal is for the whole transaction.</summary>
            Task<Refusal?> RunAsync({{Parameters(action, new(action.Name.Module))}});
        }
        """);
}
