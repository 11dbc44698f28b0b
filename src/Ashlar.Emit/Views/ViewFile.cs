using System.Collections.Immutable;
using Ashlar.Core.Model;
using Ashlar.Core.Model.Types;
using Ashlar.Emit.Entities;
using Ashlar.Emit.Features;
using Ashlar.Emit.Modules;
using Ashlar.Emit.Naming;
using Ashlar.Emit.Statements;
using Ashlar.Emit.Text;

namespace Ashlar.Emit.Views;

/// <summary>`Features/BestSellers.cs`: how an API is asked for a view.</summary>
internal sealed class ViewFile
{
    private readonly Emission _emission;
    private readonly ViewOperation _operation;
    private readonly CSharpTypes _types;
    private readonly ViewGate _gate;
    private readonly SqlStatement _statement;

    private ViewFile(Emission emission, ViewOperation operation)
    {
        (_emission, _operation) = (emission, operation);
        _types = new(operation.Module);
        _gate = new(emission, operation.View);
        _statement = new ViewStatement(emission, operation.View).Write(_gate);
    }

    private View View => _operation.View;

    public static IEnumerable<EmittedFile> Emit(Emission emission) => emission.ViewOperations
        .Select(operation => FeatureFile.Of(
            emission, operation,
            IsLikeFirst(emission, operation) ? Repeated(emission, operation) : new ViewFile(emission, operation).Class()))
        .Concat(emission.ViewOperations.Select(operation => operation.View).DistinctBy(view => view.Name)
            .Select(view => ViewItemFile.Of(emission, view)));

    private static ViewOperation FirstOf(Emission emission, ViewOperation operation) =>
        emission.ViewOperations.First(other => other.View == operation.View);

    private static bool IsLikeFirst(Emission emission, ViewOperation operation) =>
        FirstOf(emission, operation) is var first && first != operation
        && (first.Endpoint.Form, first.Endpoint.Column) == (operation.Endpoint.Form, operation.Endpoint.Column);

    private static Code Repeated(Emission emission, ViewOperation operation)
    {
        var first = FirstOf(emission, operation);
        return Code.Of($$"""
            /// <summary>How {{Prose.Comment(operation.Api.Name.Name)}} is asked for {{FeatureFile.Class(first)}}.</summary>
            internal static class {{FeatureFile.Class(operation)}}
            {
                public static Task<IReply> HandleAsync(Call call) => {{FeatureFile.Class(first)}}.HandleAsync(call);
            }
            """);
    }

    private Code Class() => Code.Of($$"""
        {{Doc.Summary(View.Documentation.Length > 0 ? View.Documentation : $"The view {Phrases.Noun(View.Name)}.")}}
        internal static class {{FeatureFile.Class(_operation)}}
        {
            {{Code.Lines(View.Inputs.Select(Parameter))}}

            {{_statement.Field(Ident.Of("Select"))}}

            public static async Task<IReply> HandleAsync(Call call)
            {
                {{Guards.Allowed(_operation.Gate)}}

                {{Inputs()}}

                await using var session = await call.ReadAsync();
                {{Answer()}}
            }
        }
        """);

    private Code Parameter(Field input) =>
        Code.Of($"private static readonly {new FieldDefinition(_types).Initialized(NameOf(input), input)}");

    private static Ident NameOf(Field input) => Names.Member(input.Name + "Parameter");

    // What is refused of a view without inputs is a parameter that nobody asked for.
    private Code Inputs() => Code.Of($$"""
        var query = call.Query;
        {{Code.Lines(View.Inputs.Select(Read))}}
        if (query.Refusal is { } refusal)
        {
            return refusal;
        }
        """);

    private Code Read(Field input)
    {
        var read = input switch
        {
            { Default: { } value } => Code.Of($"OrDefault({NameOf(input)}, {BodyReading.Default(_types, value)})"),
            { IsOptional: true } => Code.Of($"Optional({NameOf(input)})"),
            _ => Code.Of($"Required({NameOf(input)})"),
        };
        return Code.Of($"var {LocalNames.Of(input.Name)} = query.{read};");
    }

    private Code Answer()
    {
        var item = ViewItemFile.NameOf(View);
        var values = Arguments.Of(_statement);
        if (!_gate.IsAsked)
        {
            var list = StatementCall.Arguments([Code.Of($"Select"), Code.Of($"{item}.Read")], values);
            return _operation.Endpoint.Form.Envelope is null
                ? Code.Of($"return Reply.Items(await session.ListAsync({list}));")
                : Code.Of($"""
                    var items = await session.ListAsync({list});
                    return {Around()};
                    """);
        }

        var references = Code.Join(_gate.References.Select(field => Code.Of($"{Lit.Of(field.Name)}")), ", ");
        var around = Code.When(_operation.Endpoint.Form.Envelope is not null, () => Code.Of($", items => {Around()}"));
        var first = Code.Of($"session, Select, {item}.Read, references: [{references}]{around}");
        return Code.Of($"return await call.ItemsAsync({StatementCall.Gate(first, values)});");
    }

    /// <summary>`Reply.Ok(new Envelope().With("tags", …))` with what `items` holds.</summary>
    private Code Around()
    {
        var (form, name) = (_operation.Endpoint.Form, _operation.Endpoint.Column);
        if (form.Envelope is not { } envelope)
        {
            return Code.Of($"Reply.Items(items)");
        }

        var rows = View.Columns.FirstOrDefault(column => column.Name == name) is { } column
            ? Code.Of($"[.. items.Select(item => item.{ViewItemFile.PropertyOf(View, column)})]")
            : Code.Of($"items");
        var status = form.Status is { } number ? Code.Of($".As({number})") : Code.Empty;
        return Code.Of($"Reply.Ok({WireCode.Envelope(envelope, rows, Code.Empty, Code.Empty)}){status}");
    }

    private StatementArguments Arguments => new(View.Inputs.SelectMany(input =>
        RowInputs.Of(_emission, _types, input, Code.Of($"{LocalNames.Of(input.Name)}"))));
}
