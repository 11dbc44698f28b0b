using Ashlar.Core.Model.Types;
using Ashlar.Emit.Entities;
using Ashlar.Emit.Text;

namespace Ashlar.Emit.Shapes;

/// <summary>The C# of a shape's record: its parameters, how they are read from a row, and how they are written as JSON.</summary>
internal sealed class ShapeReader(ShapeLayout layout, CSharpTypes types)
{
    private readonly KernelForm _forms = new(types);

    /// <summary>`decimal? Cost`.</summary>
    public IReadOnlyList<Code> Parameters => [.. layout.Members.Select(member => Code.Of($"{TypeOf(member)} {member.Property}"))];

    /// <summary>`Cost: rows.DecimalOrNull(at + 9, scale: 2)`.</summary>
    public IReadOnlyList<Code> Reads
    {
        get
        {
            var column = 0;
            var reads = new List<Code>();
            foreach (var member in layout.Members)
            {
                reads.Add(Code.Of($"{member.Property}: {Read(member, column)}"));
                column += member.Columns;
            }

            return reads;
        }
    }

    /// <summary>One statement, or a block under the member's flag, for each key.</summary>
    public Code Writes
    {
        get
        {
            var writes = new List<Code>();
            foreach (var group in Grouped())
            {
                var lines = Code.Lines(group.Select(Write));
                var test = group[0].Flag is { } flag
                    ? Code.Of($"{flag.Property}")
                    : IsAbsentWhenHidden(group[0]) ? Code.Of($"{group[0].Property} is not null") : Code.Empty;
                writes.Add(test.IsEmpty ? lines : Code.Of($$"""
                    if ({{test}})
                    {
                        {{lines}}
                    }

                    """));
            }

            return Code.Lines(writes);
        }
    }

    /// <summary>A required row that the caller may not read is left out, as a field would be.</summary>
    private static bool IsAbsentWhenHidden(KeyMember member) =>
        member is NestedMember { IsAlways: false, Flag: null, Key.Value.Type.IsNullable: false };

    // Neighbours under one condition share its block.
    private List<List<KeyMember>> Grouped()
    {
        var groups = new List<List<KeyMember>>();
        foreach (var key in layout.Keys)
        {
            if (groups.Count > 0 && AreTogether(groups[^1][0], key))
            {
                groups[^1].Add(key);
            }
            else
            {
                groups.Add([key]);
            }
        }

        return groups;
    }

    private static bool AreTogether(KeyMember first, KeyMember next) =>
        first.Flag == next.Flag && !IsAbsentWhenHidden(first) && !IsAbsentWhenHidden(next);

    private TypeRef TypeOf(ShapeMember member) => member switch
    {
        IdMember => CSharpTypes.Guid,
        VersionMember => TypeRef.BuiltIn("long"),
        FlagMember => TypeRef.BuiltIn("bool"),
        ColumnMember column => types.Of(TypeOf(column)),
        FileMember => TypeRef.BuiltIn("FileView").Nullable(true),
        TokenMember => TypeRef.BuiltIn("string").Nullable(true),
        ValueMember value => types.Of(value.Value.Type.AsNullable(value.Value.Type.IsNullable || value.Flag is not null)),
        NestedMember nested =>
            TypeRef.Of(types.Name(nested.Shape.Shape.Name)).Nullable(!nested.IsAlways || nested.Flag is not null),
        ValuesMember values => types.Of(values.List.Type.AsNullable(false)),
        RowsMember rows => TypeRef.ListOf(TypeRef.Of(types.Name(rows.Shape.Shape.Name))),
        IdsMember => TypeRef.ListOf(CSharpTypes.Guid),
        _ => throw new InvalidOperationException($"no type for {member.GetType().Name}"),
    };

    private static ModelType TypeOf(ColumnMember column) =>
        column.Value.Type.AsNullable(column.Value.Type.IsNullable || column.Flag is not null);

    private Code Read(ShapeMember member, int column) => member switch
    {
        IdMember => Code.Of($"rows.Uuid({At(column)})"),
        VersionMember => Code.Of($"rows.Long({At(column)})"),
        FlagMember => Code.Of($"rows.IsTrue({At(column)})"),
        ColumnMember key => _forms.Get(TypeOf(key), At(column)),
        FileMember file => File(file, At(column)),
        TokenMember => Code.Of($"rows.SessionToken"),
        ValueMember value => Value(value, column),
        NestedMember nested => Nested(nested, column),
        _ => Code.Of($"[]"),
    };

    private static Code File(FileMember member, Code column) => member.Address is { } address
        ? Code.Of($"FileView.Read(rows, {column}, id => {Prose.Comment($"$\"{address}\"")})")
        : Code.Of($"FileView.Read(rows, {column})");

    private Code Value(ValueMember member, int column)
    {
        var read = Code.Of($"{types.Name(member.Definition.Name)}.Read(rows, {At(column)})");
        if (!member.Value.Type.IsNullable && member.Flag is null)
        {
            return read;
        }

        return Code.Of($"{AbsentValue.Test(member.Definition, part => At(column + part))} ? null : {read}");
    }

    private Code Nested(NestedMember member, int column)
    {
        var read = Code.Of($"{types.Name(member.Shape.Shape.Name)}.Read(rows, {At(column + (member.IsWitnessed ? 1 : 0))})");
        return member is { IsAlways: true, Flag: null } ? read : Code.Of($"rows.IsNull({At(column)}) ? null : {read}");
    }

    private Code Write(KeyMember member) => member switch
    {
        ColumnMember column => _forms.Write(column.Value.Type, NameOf(member), Code.Of($"{member.Property}")),
        TokenMember => Code.Of($"json.WriteText({NameOf(member)}u8, {member.Property});"),
        FileMember or ValueMember or NestedMember => Code.Of($"json.WriteShape({NameOf(member)}u8, {member.Property});"),
        RowsMember or ValuesMember { List.Type: ListType { Item: Core.Model.Types.ValueType } } =>
            Code.Of($"json.WriteShapes({NameOf(member)}u8, {member.Property});"),
        ValuesMember { List.Type: ListType list } => _forms.WriteList(list.Item, NameOf(member), Code.Of($"{member.Property}")),
        IdsMember => Code.Of($"json.WriteUuids({NameOf(member)}u8, {member.Property});"),
        _ => throw new InvalidOperationException($"no JSON for {member.GetType().Name}"),
    };

    private static Lit NameOf(KeyMember member) => Lit.Of(member.Key.Name);

    private static Code At(int column) => column == 0 ? Code.Of($"at") : Code.Of($"at + {column}");
}
