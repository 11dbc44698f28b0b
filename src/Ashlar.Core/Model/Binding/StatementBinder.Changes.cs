using Ashlar.Core.Model.Expressions;
using Ashlar.Core.Model.Rules;
using Ashlar.Core.Model.Statements;
using Ashlar.Core.Model.Types;
using Ashlar.Core.Syntax.Nodes;
using Ashlar.Core.Text;

namespace Ashlar.Core.Model.Binding;

/// <summary>`apply changes to book`: fields that the request has get its values, and the others stay as they are.</summary>
internal sealed partial class StatementBinder
{
    public Statement? Visit(ApplySyntax node)
    {
        var row = BindRow(node.Row);
        Forget();
        if (Changes is not { } changes)
        {
            _site.Add(ChangesForm.Nothing(_site.At(node)));
            return null;
        }

        if (row is not var (target, entity) || changes.Entity is null || !MayWrite(entity, node.Row))
        {
            return null;
        }

        if (entity != changes.Entity)
        {
            _site.Add(ChangesForm.OtherRow(_site.At(node.Row), entity, changes.Entity));
            return null;
        }

        var fields = changes.Fields.Select(slot => slot.Field).ToList();
        return fields.Count == 0 ? null : Apply(target, entity, fields, _site.OriginOf(node));
    }

    /// <summary>Nothing at all happens to the row where the request has none of the fields.</summary>
    private static IfStatement Apply(Expression row, EntityElement entity, List<Field> fields, Origin origin)
    {
        var isAny = fields.Select(IsSet)
            .Aggregate<Expression>((left, right) => new Binary(left.Type, BinaryOperator.Or, left, right));
        var (alone, together) = (fields.Where(IsWrittenAlone), fields.Where(field => !IsWrittenAlone(field)));
        var steps = together.Select(Statement (field) => Set(field, KeptOrNew(row, field)))
            .Concat(alone.Select(Statement (field) => new IfStatement(IsSet(field), [Set(field, New(field))], [], origin)));
        return new IfStatement(isAny, steps.ToValueList(), [], origin);

        SetStatement Set(Field field, Expression value) => new(row, entity.Name, field.Name, value, origin);
    }

    // A list has a table of its own, and another password ends sessions.
    private static bool IsWrittenAlone(Field field) =>
        field.Type is ListType || ScalarTypes.Is(field.Type, Scalar.Password);

    private static Variable IsSet(Field field) =>
        new(ScalarTypes.Of(Scalar.Bool), VariableKind.Input, field.IsSetName) { Origin = field.Origin };

    private static Variable New(Field field) => new(field.Type, VariableKind.Input, field.Name) { Origin = field.Origin };

    private static Conditional KeptOrNew(Expression row, Field field) =>
        new(field.Type, IsSet(field), New(field), new FieldAccess(field.Type, row, field.Name));
}
