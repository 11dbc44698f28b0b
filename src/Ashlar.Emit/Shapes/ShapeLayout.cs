using System.Collections.Immutable;
using Ashlar.Core.Model;
using Ashlar.Core.Model.Expressions;
using Ashlar.Core.Model.Types;
using Ashlar.Core.Text;
using Ashlar.Emit.Grants;
using Ashlar.Emit.Text;
using ValueType = Ashlar.Core.Model.Types.ValueType;

namespace Ashlar.Emit.Shapes;

/// <summary>
/// The record of a shape: its members in the order of their columns,
/// with the conditions of those that have some.
/// </summary>
internal sealed class ShapeLayout
{
    private readonly Emission _emission;
    private readonly List<ShapeMember> _members = [];

    public ShapeLayout(Emission emission, ReplyShape shape)
    {
        _emission = emission;
        Shape = shape;
        Use = emission.Replies.UseOf(shape);
        AddIdentity();
        var parts = shape.Keys.Select(key => (Key: key, Readable: Readability.Of(emission.Model, key.Value, Use.IsSignedIn)))
            .ToList();
        var flags = Flags([.. parts.Select(part => (part.Key, part.Readable.Condition))]);
        foreach (var (key, readable) in parts)
        {
            AddKey(key, readable.Value, flags.GetValueOrDefault(readable.Condition));
        }
    }

    public ReplyShape Shape { get; }

    public ShapeUse Use { get; }

    public Entity Entity => Shape.Entity;

    public IReadOnlyList<ShapeMember> Members => _members;

    /// <summary>How one row is found by its id.</summary>
    public FindStatement Find => field ??= new FindStatement(_emission, this);

    public IEnumerable<KeyMember> Keys => _members.OfType<KeyMember>();

    /// <summary>The first column is the row's id.</summary>
    public bool BeginsWithId => _members[0] is IdMember or ColumnMember { Property.Text: "Id" };

    public int Columns => _members.Sum(member => member.Columns);

    /// <summary>Lists, also of nested rows, that further statements read.</summary>
    public bool IsCompleted =>
        Keys.Any(key => key is ValuesMember or RowsMember or IdsMember or NestedMember { Shape.IsCompleted: true });

    private void AddIdentity()
    {
        var hasId = Shape.Keys.Any(IsOwnId);
        var needsId = Shape.Keys.Any(key => key.Value.Type is ListType || key.Nested is not null);
        if (!hasId && needsId)
        {
            _members.Add(new IdMember());
        }

        if (Use.IsOne && !(Shape.Keys.FirstOrDefault() is { } first && IsOwnId(first)))
        {
            _members.Add(new VersionMember());
        }
    }

    private static bool IsOwnId(ReplyKey key) =>
        key is { Name: "id", Value: FieldAccess { Field: "id", Target: Variable { Kind: VariableKind.This } } };

    // Keys under the same condition share one flag, called after the first of them.
    private static Dictionary<Expression, FlagMember> Flags(ImmutableArray<(ReplyKey Key, Expression Condition)> keys) => keys
        .Where(key => key.Condition != Conditions.True)
        .GroupBy(key => key.Condition)
        .ToDictionary(
            group => group.Key,
            group => new FlagMember(FlagName(group.First().Key), group.Key, [.. group.Select(key => key.Key.Name)]));

    private static Ident FlagName(ReplyKey first) => Ident.Of("Shows" + Spelling.Pascal(first.Name));

    private void AddKey(ReplyKey key, Expression value, FlagMember? flag)
    {
        if (flag is not null && !_members.Contains(flag))
        {
            _members.Add(flag);
        }

        _members.Add(Member(key, value, flag));
        if (Use.IsOne && IsOwnId(key) && key == Shape.Keys[0])
        {
            _members.Add(new VersionMember());
        }
    }

    private KeyMember Member(ReplyKey key, Expression value, FlagMember? flag) => (key.Nested, value.Type) switch
    {
        ({ } nested, ReferenceType) => NestedRow(key with { Value = value }, nested, flag),
        ({ } nested, ListType) => new RowsMember(key, PropertyOf(key), CollectionOf(value), new(_emission, nested), flag),
        (null, ListType { Item: not ReferenceType }) => new ValuesMember(key, PropertyOf(key), CollectionOf(value), flag),
        (null, ListType) => new IdsMember(key, PropertyOf(key), CollectionOf(value), flag),
        (null, ScalarType { Scalar: Scalar.File }) when value is FieldAccess file =>
            new FileMember(key, PropertyOf(key), file, AddressOf(file), flag),
        (null, ValueType type) => new ValueMember(key, PropertyOf(key), value, _emission.Value(type.Value), flag),
        _ when value is Variable { Kind: VariableKind.SessionToken } => new TokenMember(key, PropertyOf(key), flag),
        _ => new ColumnMember(key, PropertyOf(key), value, flag),
    };

    private NestedMember NestedRow(ReplyKey key, ReplyShape nested, FlagMember? flag)
    {
        var gate = Gate.Of(nested.Entity, Operation.Read);
        return new(key, PropertyOf(key), new(_emission, nested), gate.Condition(Use.IsSignedIn), flag);
    }

    /// <summary>`/api/books/{id}/cover`.</summary>
    private string? AddressOf(FieldAccess file) => file.Target.Type is ReferenceType owner
        ? _emission.FileOperations
            .Where(operation => operation.Action == FileAction.Download && operation.Entity.Name == owner.Entity)
            .FirstOrDefault(operation => operation.Field.Name == file.Field)?.Path
        : null;

    private Field CollectionOf(Expression value) =>
        value is FieldAccess { Target: Variable { Kind: VariableKind.This } } access && Entity.Field(access.Field) is { } field
            ? field
            : throw new InvalidOperationException("a list in a shape is a field of its row");

    private Ident PropertyOf(ReplyKey key)
    {
        if (IsOwnId(key))
        {
            return Ident.Of("Id");
        }

        var isReference = key.Nested is null && key.Value.Type is ReferenceType;
        return Names.Property(Shape.Name, isReference ? key.Name + "Id" : key.Name);
    }
}
