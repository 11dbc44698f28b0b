using System.Collections.Immutable;
using Ashlar.Core.Model;
using Ashlar.Core.Model.Expressions;
using Ashlar.Core.Model.Types;
using Ashlar.Emit.Entities;
using Ashlar.Emit.Grants;
using Ashlar.Emit.Naming;
using Ashlar.Emit.Shapes;
using Ashlar.Emit.Statements;
using Ashlar.Emit.Text;

namespace Ashlar.Emit.Features;

/// <summary>`Features/ListBooks.cs`.</summary>
internal sealed class ListFile
{
    private readonly ExposedOperation _operation;
    private readonly CSharpTypes _types;
    private readonly ListParts _parts;
    private readonly ReplyCode _reply;
    private readonly Target _target;

    private ListFile(Emission emission, ExposedOperation operation)
    {
        _operation = operation;
        _types = new(operation.Entity.Name.Module);
        _reply = new(emission, operation);
        _parts = new(emission, operation, _reply.Layout);
        _target = new(emission, operation, operation.Address, operation.Entity);
    }

    private Entity Entity => _operation.Entity;

    private Endpoint Endpoint => _operation.Endpoint;

    public static IEnumerable<EmittedFile> Emit(Emission emission) => emission.Operations
        .Where(operation => operation.Kind == EndpointKind.List)
        .Select(operation => FeatureFile.Of(emission, operation, new ListFile(emission, operation).Class()));

    private Code Class() => Code.Of($$"""
        /// <summary>Lists {{Prose.Comment(_operation.Gate.IsOpen ? Phrases.Plural(Entity) : $"the {Phrases.Plural(Entity)} that the caller may read")}}.</summary>
        internal static class {{FeatureFile.Class(_operation)}}
        {
            {{_target.Fields}}

            {{Code.Lines(Endpoint.NamedFilters.Select(Parameter))}}

            private static readonly ListStatement List = new()
            {
                Select = {{_parts.Select.Assigned}},
                From = {{_parts.From.Assigned}},
                {{Code.When(_parts.Where.Postgres != "true", () => Code.Of($"Where = {_parts.Where.Assigned},"))}}
                Id = {{_parts.Id.Code}},
                {{Filters()}}
                {{Sorts()}}
                {{Order()}}
                {{Code.When(Endpoint.IsByOffset, () => Code.Of($"IsByOffset = true,"))}}
                {{Code.When(Endpoint.HasTotal, () => Code.Of($"HasTotal = true,"))}}
                PageSize = {{Endpoint.PageSize}},
                MaxPageSize = {{Endpoint.PageMax}},
            };

            public static async Task<IReply> HandleAsync(Call call)
            {
                {{Guards.Allowed(_operation.Gate)}}

                {{_target.GuardParents()}}

                var query = call.Query;
                {{Code.Lines(_parts.Filters.Select(Read))}}
                var page = query.Page(List{{Hidden()}});
                if (query.Refusal is { } refusal)
                {
                    return refusal;
                }

                await using var session = await call.ReadAsync();
                {{Answer()}}
            }
        }
        """);

    private Code Parameter(NamedFilter filter) =>
        Code.Of($"private static readonly {new FieldDefinition(_types).Initialized(ParameterName(filter), filter.Parameter)}");

    private static Ident ParameterName(NamedFilter filter) => Names.Member(filter.Parameter.Name + "Parameter");

    private Code Filters() => Code.When(!_parts.Filters.IsEmpty, () => Code.Of($"""
        Filters =
        [
            {Code.Lines(_parts.Filters.Select(filter => Code.Of($"{filter.Condition.Code},")))}
        ],
        """));

    private Code Sorts() => Code.When(!_parts.Sorts.IsEmpty, () => Code.Of($"""
        Sorts =
        [
            {Code.Lines(_parts.Sorts.Select(sort => Code.Of($"{Sort(sort)},")))}
        ],
        """));

    private Code Order() => _parts.Order is not { } order
        ? Code.Empty
        : Code.Lines([
            Code.Of($"Order = {Sort(order)},"),
            Code.When(Endpoint.IsOrderDescending, () => Code.Of($"IsOrderDescending = true,")),
        ]);

    private Code Sort(ListSort sort)
    {
        var scale = sort.Type is DecimalType number ? Code.Of($", Scale: {number.Scale}") : Code.Empty;
        var optional = Code.When(sort.Type.IsNullable, () => Code.Of($", IsOptional: true"));
        return Code.Of(
            $"new Sort({Lit.Of(sort.Name)}, {sort.Column.Code}, {new KernelForm(_types).Kind(sort.Type)}{scale}{optional})");
    }

    private Code Read(ListFilter filter)
    {
        var read = filter switch
        {
            { Named: { } named } => Code.Of($"query.Optional({ParameterName(named)})"),
            { Field: { } field } => Code.Of($"query.Optional({BodyReading.FieldOf(Entity.Name, field)})"),
            _ => Code.Of($"query.Search()"),
        };
        return filter.Test is { } test
            ? Code.Of($"var {Local(filter)} = {Bracketed(test)} ? {read} : null;")
            : Code.Of($"var {Local(filter)} = {read};");
    }

    private static Code Bracketed(Code test) => test.Text.Contains("||", StringComparison.Ordinal) ? Code.Of($"({test})") : test;

    private static Ident Local(ListFilter filter) => LocalNames.Of(filter.Name);

    // An order by what the caller may not read would tell it.
    private Code Hidden()
    {
        var hidden = _parts.Sorts.Concat(_parts.Order is { } order ? [order] : [])
            .DistinctBy(sort => sort.Name)
            .Where(sort => sort.Test is not null)
            .Select(sort => Code.Of($""".. {Bracketed(sort.Test ?? Code.Empty)} ? [] : (string[])[{Lit.Of(sort.Name)}]"""))
            .ToList();
        return hidden.Count == 0 ? Code.Empty : Code.Of($", hidden: [{Code.Join(hidden, ", ")}]");
    }

    private Code Answer()
    {
        var filters = _parts.Filters.Select(Value).ToImmutableArray();
        var parents = _target.Parents
            .Select(parent => KeyValuePair.Create(RowPath.InputOf(parent.Steps), Code.Of($"{parent.Local}")));
        var access = new StatementArguments(
                _parts.Filters.Select(filter => KeyValuePair.Create(filter.Name, Value(filter))).Concat(parents))
            .Of(_parts.Whole).Skip(filters.Length).ToImmutableArray();
        Code[] arguments =
        [
            Code.Of($"session"),
            Code.Of($"page"),
            Code.Of($"{_reply.Shape}.Read"),
            Code.Of($"filters: [{Code.Join(filters, ", ")}]"),
            Code.When(!access.IsEmpty, () => Code.Of($"access: [{Code.Join(access, ", ")}]")),
        ];
        var query = Code.Of(
            $"await List.QueryAsync({StatementCall.Wrapped([.. arguments.Where(argument => !argument.IsEmpty)])})");
        var form = Endpoint.Form;
        if (!_reply.Layout.IsCompleted && form.Envelope is null)
        {
            return Code.Of($"return Reply.Ok({query}){Status(form)};");
        }

        var many = LocalNames.Many(Entity, []);
        var items = Code.Of($"{many}.Items");
        var completed = _reply.Layout.IsCompleted ? Code.Of($"await {_reply.Complete(items)}") : items;
        return form.Envelope is { } envelope
            ? Code.Of($"""
                var {many} = {query};
                return Reply.Ok({WireCode.Envelope(envelope, completed, Code.Of($"{many}.Total"), Code.Of($"{many}.Next"))}){Status(form)};
                """)
            : Code.Of($$"""
                var {{many}} = {{query}};
                return Reply.Ok({{many}} with { Items = {{completed}} }){{Status(form)}};
                """);
    }

    private static Code Status(ReplyForm form) => form.Status is { } status ? Code.Of($".As({status})") : Code.Empty;

    private Code Value(ListFilter filter) => filter switch
    {
        { Type: { } type } => new KernelForm(_types).Parameter(type, Code.Of($"{Local(filter)}")),
        _ => Code.Of($"{Local(filter)}"),
    };
}
