using System.Collections.Immutable;
using Ashlar.Core.Model.Types;
using Ashlar.Core.Text;
using Ashlar.Emit.Entities;
using Ashlar.Emit.Naming;
using Ashlar.Emit.Statements;
using Ashlar.Emit.Text;
using ValueType = Ashlar.Core.Model.Types.ValueType;

namespace Ashlar.Emit.Shapes;

/// <summary>`CompleteAsync` of a shape: its lists, read for many rows with one statement each.</summary>
internal sealed class ShapeCompletion
{
    private static readonly StatementArguments Arguments = new(
        [new(CollectionStatements.Ids, Code.Of($"ids")), new(CollectionStatements.Id, Code.Of($"id"))]);

    private readonly Emission _emission;
    private readonly ShapeLayout _layout;
    private readonly CSharpTypes _types;
    private readonly CollectionStatements _statements;
    private readonly ImmutableArray<(KeyMember Member, SqlStatement Statement)> _lists;

    public ShapeCompletion(Emission emission, ShapeLayout layout, CSharpTypes types)
    {
        _emission = emission;
        _layout = layout;
        _types = types;
        _statements = new(emission, layout);
        _lists = [.. layout.Keys.Where(IsList).Select(key => (key, _statements.OfMany(key)))];
    }

    private Ident Name => _types.Name(_layout.Shape.Name);

    /// <summary>The statements of the lists of many rows.</summary>
    public Code StatementsOfMany => Code.Blocks(_lists.Select(list => list.Statement.Field(StatementOfMany(list.Member))));

    /// <summary>The statements of the lists of one row.</summary>
    public Code StatementsOfOne => Code.Blocks(
        _lists.Select(list => _statements.OfOne(list.Member).Field(StatementOfOne(list.Member))));

    /// <summary>Some statement asks about the call.</summary>
    public bool NeedsCall =>
        _lists.Any(list => StatementArguments.UsesCall(list.Statement)) || CompletedShapes.Any(shape => shape.NeedsCall);

    /// <summary>No list has lists of its own, so that a row is found together with all of them.</summary>
    public bool IsOneRoundTrip => _layout.IsCompleted && !CompletedShapes.Any();

    /// <summary>The query of one row and those of its lists.</summary>
    public IEnumerable<Code> Queries(Code find) => _lists
        .Select(list => Code.Of($"new({StatementOfOne(list.Member)}{Arguments.After(_statements.OfOne(list.Member))})"))
        .Prepend(find);

    /// <summary>`Lines = await answers.ListAsync(…)`, for each list in the order of the queries.</summary>
    public Code Answers => Code.Join(
        _lists.Select(list =>
            Code.Of($"{list.Member.Property} = await answers.ListAsync({Reader(list.Member, column: 0)})")), ", ");

    public Code Method => Code.Of($$"""
        /// <summary>Adds {{Prose.Comment(Lists)}}: one statement for each, however many rows there are.</summary>
        public static async ValueTask<IReadOnlyList<{{Name}}>> CompleteAsync({{Parameters}})
        {
            {{Code.When(!_lists.IsEmpty, () => Code.Of($"var ids = Value.Uuids({Many}.Select({One} => {One}.Id));"))}}
            {{Code.Lines(_lists.Select(list => Load(list.Member, list.Statement)))}}
            {{Code.Lines(CompletedRows.Select(LoadNested))}}
            return [.. {{Many}}.Select({{One}} => {{One}} with { {{Code.Join(Completed.Select(Assign), ", ")}} })];
        }
        """);

    private Code Parameters => NeedsCall
        ? Code.Of($"Session session, Call call, IReadOnlyList<{Name}> {Many}")
        : Code.Of($"Session session, IReadOnlyList<{Name}> {Many}");

    private string Lists => Phrases.List([.. Completed.Select(key => $"the {Spelling.Spaced(key.Key.Name)}")]);

    private Ident One => LocalNames.One(_layout.Entity);

    private Ident Many => LocalNames.Many(_layout.Entity, Completed.Select(member => Local(member).Text));

    private IEnumerable<KeyMember> Completed =>
        _layout.Keys.Where(key => IsList(key) || key is NestedMember { Shape.IsCompleted: true });

    private IEnumerable<NestedMember> CompletedRows => _layout.Keys.OfType<NestedMember>().Where(key => key.Shape.IsCompleted);

    private IEnumerable<ShapeCompletion> CompletedShapes => _layout.Keys
        .Select(key => key switch
        {
            NestedMember { Shape: { IsCompleted: true } shape } => shape,
            RowsMember { Shape: { IsCompleted: true } shape } => shape,
            _ => null,
        })
        .OfType<ShapeLayout>().Select(shape => new ShapeCompletion(_emission, shape, _types));

    private static bool IsList(KeyMember member) => member is ValuesMember or RowsMember or IdsMember;

    private static Ident StatementOfOne(KeyMember member) => Ident.Of("Select" + member.Property.Text);

    private static Ident StatementOfMany(KeyMember member) => Ident.Of($"Select{member.Property.Text}OfMany");

    private static Ident Local(KeyMember member) => Names.Local(member.Property.Text);

    private Code Load(KeyMember member, SqlStatement statement)
    {
        var complete = member is RowsMember { Shape: { IsCompleted: true } shape }
            ? Code.Of($"items => {Completion(shape, Code.Of($"items"))}")
            : Code.Empty;
        Code[] first = [Code.Of($"{StatementOfMany(member)}"), Reader(member, column: 1), complete];
        var arguments = StatementCall.Arguments([.. first.Where(code => !code.IsEmpty)], Arguments.Of(statement));
        return Code.Of($"var {Local(member)} = await session.GroupAsync({arguments});");
    }

    private Code Completion(ShapeLayout shape, Code rows)
    {
        var call = new ShapeCompletion(_emission, shape, _types).NeedsCall ? Code.Of($"session, call, ") : Code.Of($"session, ");
        return Code.Of($"{_types.Name(shape.Shape.Name)}.CompleteAsync({call}{rows})");
    }

    private Code Reader(KeyMember member, int column) => member switch
    {
        RowsMember rows => Reader(Code.Of($"{_types.Name(rows.Shape.Shape.Name)}"), column),
        IdsMember => Code.Of($"rows => rows.Uuid({column})"),
        ValuesMember { List.Type: ListType { Item: ValueType item } } => Reader(Code.Of($"{_types.Name(item.Value)}"), column),
        ValuesMember { List.Type: ListType list } =>
            Code.Of($"rows => {new KernelForm(_types).Get(list.Item, Code.Of($"{column}"))}"),
        _ => throw new InvalidOperationException($"{member.Key.Name} is no list"),
    };

    private static Code Reader(Code type, int column) => Code.Of($"rows => {type}.Read(rows, at: {column})");

    private Code LoadNested(NestedMember member)
    {
        var shape = _types.Name(member.Shape.Shape.Name);
        var distinct = Code.Of(
            $"[.. {Many}.Select({One} => {One}.{member.Property}).OfType<{shape}>().DistinctBy(row => row.Id)]");
        return Code.Of($"""
            var {ById(member)} = (await {Completion(member.Shape, distinct)})
                .ToDictionary(row => row.Id);
            """);
    }

    private Code Assign(KeyMember member) => member switch
    {
        NestedMember { IsAlways: true, Flag: null } => Code.Of($"{member.Property} = {ById(member)}[{One}.{member.Property}.Id]"),
        NestedMember => AssignIfAny(member),
        _ => Code.Of($"{member.Property} = [.. {Local(member)}[{One}.Id]]"),
    };

    private Code AssignIfAny(KeyMember member)
    {
        var (property, local) = (member.Property, Local(member));
        return Code.Of($$"""{{property}} = {{One}}.{{property}} is { } {{local}} ? {{ById(member)}}[{{local}}.Id] : null""");
    }

    private static Ident ById(KeyMember member) => Ident.Of(Local(member).Text + "ById");
}
