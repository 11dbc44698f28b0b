using Ashlar.Core.Model;
using Ashlar.Core.Model.Expressions;
using Ashlar.Emit.Text;

namespace Ashlar.Emit.Shapes;

/// <summary>A part of a shape's record: what it is called, and from how many columns it is read.</summary>
internal abstract record ShapeMember(Ident Property, int Columns);

/// <summary>The id of the row, where no key of the shape is it.</summary>
internal sealed record IdMember() : ShapeMember(Ident.Of("Id"), 1);

/// <summary>The version of the row, for its ETag.</summary>
internal sealed record VersionMember() : ShapeMember(Ident.Of("Version"), 1);

/// <summary>Whether the caller may read some keys of this row.</summary>
internal sealed record FlagMember(Ident Property, Expression Condition, IReadOnlyList<string> Keys) : ShapeMember(Property, 1);

/// <summary>A member of the JSON. With a flag it is only there when that holds.</summary>
internal abstract record KeyMember(ReplyKey Key, Ident Property, int Columns, FlagMember? Flag) : ShapeMember(Property, Columns);

/// <summary>A value of one column.</summary>
internal sealed record ColumnMember(ReplyKey Key, Ident Property, Expression Value, FlagMember? Flag)
    : KeyMember(Key, Property, 1, Flag);

/// <summary>The token of the request, which no column holds.</summary>
internal sealed record TokenMember(ReplyKey Key, Ident Property, FlagMember? Flag) : KeyMember(Key, Property, 0, Flag);

/// <summary>A file: the row that has it, its media type and its size. Without an address no api offers its bytes.</summary>
internal sealed record FileMember(ReplyKey Key, Ident Property, FieldAccess File, string? Address, FlagMember? Flag)
    : KeyMember(Key, Property, 3, Flag);

/// <summary>A value with fields, of several columns.</summary>
internal sealed record ValueMember(ReplyKey Key, Ident Property, Expression Value, ValueDefinition Definition, FlagMember? Flag)
    : KeyMember(Key, Property, Definition.Fields.Count, Flag);

/// <summary>The row behind a reference; the caller may not be allowed to read it.</summary>
internal sealed record NestedMember(ReplyKey Key, Ident Property, ShapeLayout Shape, Expression Condition, FlagMember? Flag)
    : KeyMember(Key, Property, Shape.Columns + (HasWitness(Key, Shape, Condition, Flag) ? 1 : 0), Flag)
{
    /// <summary>There is always a row, and the caller may always read it.</summary>
    public bool IsAlways => IsAlwaysThere(Key, Condition);

    /// <summary>A column before the others tells whether there is a row.</summary>
    public bool IsWitnessed => HasWitness(Key, Shape, Condition, Flag);

    private static bool HasWitness(ReplyKey key, ShapeLayout shape, Expression condition, FlagMember? flag) =>
        (flag is not null || !IsAlwaysThere(key, condition)) && !shape.BeginsWithId;

    private static bool IsAlwaysThere(ReplyKey key, Expression condition) =>
        !key.Value.Type.IsNullable && condition == Grants.Conditions.True;
}

/// <summary>The values of a list, read for all rows together.</summary>
internal sealed record ValuesMember(ReplyKey Key, Ident Property, Field List, FlagMember? Flag)
    : KeyMember(Key, Property, 0, Flag);

/// <summary>The rows of a collection, read for all rows together.</summary>
internal sealed record RowsMember(ReplyKey Key, Ident Property, Field Collection, ShapeLayout Shape, FlagMember? Flag)
    : KeyMember(Key, Property, 0, Flag);

/// <summary>The ids of the rows of a collection.</summary>
internal sealed record IdsMember(ReplyKey Key, Ident Property, Field Collection, FlagMember? Flag)
    : KeyMember(Key, Property, 0, Flag);
