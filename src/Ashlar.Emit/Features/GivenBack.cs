using Ashlar.Core.Model.Expressions;
using Ashlar.Emit.Expressions;
using Ashlar.Emit.Grants;
using Ashlar.Emit.Shapes;
using Ashlar.Emit.Statements;
using Ashlar.Emit.Text;
using CSharpTypes = Ashlar.Emit.Entities.CSharpTypes;

namespace Ashlar.Emit.Features;

/// <summary>
/// The reply of a statement that writes a row, given by the statement itself: one round trip and no transaction. The reply
/// must then show only columns of the row.
/// </summary>
internal sealed class GivenBack
{
    private readonly ShapeLayout _layout;
    private readonly Ident _shape;
    private readonly Expression _mayRead;

    private GivenBack(ExposedOperation operation, ShapeLayout layout)
    {
        _layout = layout;
        _shape = new CSharpTypes(operation.Entity.Name.Module).Name(layout.Shape.Name);
        _mayRead = Gate.Of(operation.Entity, Operation.Read).Condition(operation.Gate);
    }

    /// <summary>The reply of an operation; nothing where it shows more than the row or takes more than a statement.</summary>
    public static GivenBack? Of(Emission emission, ExposedOperation operation)
    {
        if (!OneStatement.Suffices(emission, operation))
        {
            return null;
        }

        var given = new GivenBack(operation, emission.LayoutOf(emission.Replies.Of(operation)));
        return given.IsOfColumns(emission) ? given : null;
    }

    /// <summary>`returning id, row_version, name`, then whether the caller may read the row where that is a question.</summary>
    public string Clause(StatementText text)
    {
        var row = new PathJoins(text, _layout.Entity, text.Row(_layout.Entity));
        var columns = ShapeColumns.Of(_layout, row);
        return "\nreturning " + StatementText.List(IsAlwaysRead ? columns : columns.Append(row.Condition(_mayRead)));
    }

    /// <summary>`BookView.Read`: makes the reply of a row.</summary>
    public Code Reader => IsAlwaysRead
        ? Code.Of($"{_shape}.Read")
        : Code.Of($"rows => rows.IsTrue({Lit.Of(_layout.Columns)}) ? {_shape}.Read(rows) : null");

    private bool IsAlwaysRead => _mayRead == Conditions.True;

    private bool IsOfColumns(Emission emission) =>
        !_layout.IsCompleted && OwnColumns.Suffice(emission.Model, _mayRead) && _layout.Members.All(member => member switch
        {
            IdMember or VersionMember => true,
            FlagMember flag => OwnColumns.Suffice(emission.Model, flag.Condition),
            ColumnMember column => OwnColumns.Suffice(emission.Model, column.Value),
            ValueMember value => OwnColumns.Suffice(emission.Model, value.Value),
            _ => false,
        });
}
