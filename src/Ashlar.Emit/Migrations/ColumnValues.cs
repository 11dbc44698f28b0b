using System.Globalization;
using Ashlar.Core.Model;
using Ashlar.Core.Model.Expressions;
using Ashlar.Core.Model.Types;
using Ashlar.Core.Plan;
using Ashlar.Core.Text;
using Ashlar.Emit.Expressions;
using Ashlar.Emit.Sql;
using static Ashlar.Emit.Sql.SqlNames;

namespace Ashlar.Emit.Migrations;

/// <summary>
/// What the rows of a table hold in each column of the new one, as SQL over the old row; and the questions where neither the
/// models nor a decision say it.
/// </summary>
internal sealed class ColumnValues(Correspondence change, Dialect dialect)
{
    private readonly List<MigrationQuestion> _questions = [];
    private readonly SqlExpressions _expressions = new(change.Before, dialect, new StatementParameters());
    private readonly NameChanges _names = new(change);
    private readonly FixedMoments _moments = new(dialect);

    public IEnumerable<MigrationQuestion> Questions => _questions;

    private bool IsSqlite => dialect == Dialect.Sqlite;

    public ColumnChange Of(SchemaTable oldTable, SchemaTable table, SchemaColumn? old, SchemaColumn column)
    {
        if (column.Computed is not null || column.Source is not { } source)
        {
            return Derived(table, old, column);
        }

        var element = table.List is null ? $"{table.Entity.Name}.{source.Path}" : $"{table.Entity.Name}.{table.List.Name}";
        var scope = SqlScope.Of(oldTable.Entity, "old");
        var filled = table.List is null ? Decided(table.Entity, source, scope) : null;
        if (table.List is null && change.Decisions.Conversions.FirstOrDefault(one => one.Field.Path == element) is { } conversion)
        {
            var value = Stored(conversion.Up, source.Type, scope);
            return new(old, column) { Value = value, IsReplaced = true, IsLossless = false };
        }

        return old is null
            ? Added(oldTable, table, column, source, element, filled)
            : Kept(oldTable, old, column, source, element, filled);
    }

    /// <summary>What `fill` gives the column; of a value that is written out, its part.</summary>
    private string? Decided(Entity entity, SqlColumn column, SqlScope scope)
    {
        var path = ElementPath.OfField(entity.Name, column.Field.Name);
        return change.Decisions.Fills.FirstOrDefault(one => one.Field == path) switch
        {
            null => null,
            var fill when column.Part is null => Stored(fill.Value, column.Type, scope),
            { Value: ObjectLiteral value } => Stored(PartOf(value, column.Part), column.Type, scope),
            _ => Refused("U2", path.Path, "`fill` gives a value of several parts only where it is written out"),
        };
    }

    private static Expression PartOf(ObjectLiteral value, Field part) =>
        value.Fields.First(field => field.Name == part.Name).Value;

    private string? Refused(string code, string element, string text)
    {
        Ask(code, element, text);
        return null;
    }

    // Words and computed columns follow from the others; the columns of every table of a kind are as they were.
    private ColumnChange Derived(SchemaTable table, SchemaColumn? old, SchemaColumn column)
    {
        if (old is null && column is { Source: null, IsRequired: true, Default: null })
        {
            Ask("U2", table.Entity.Name.ToString(), $"which `{column.Name}` do rows have that are there already?");
        }

        return new(old, column);
    }

    private ColumnChange Added(
        SchemaTable oldTable, SchemaTable table, SchemaColumn column, SqlColumn source, string element, string? filled)
    {
        if (filled is null && table.List is null && change.OldOf(table.Entity, source.Field) is { Computed: { } computed })
        {
            filled = Stored(computed, source.Type, SqlScope.Of(oldTable.Entity, "old"));
        }

        filled ??= OwnFill(table, source, SqlScope.Of(oldTable.Entity, "old"));
        if (filled is null && column is { IsRequired: true, Default: null })
        {
            Ask("U2", element, "what is it in rows that are there already?");
        }

        return new(Old: null, column) { Value = filled };
    }

    /// <summary>Rows that are there get what the model gives new ones.</summary>
    private string? OwnFill(SchemaTable table, SqlColumn source, SqlScope scope)
    {
        var number = IsSqlite
            ? "row_number() over (order by old.id)"
            : $"nextval('{SqlNames.Sequence(table.Entity, source.Field)}')";
        return source.Field switch
        {
            { Generated.Template: { } template } => Stored(template, source.Type, scope, number),
            { Generated: not null } => number,
            { Default: ObjectLiteral value } when table.List is null && source.Part is { } part =>
                Stored(PartOf(value, part), source.Type, scope),
            { Default: Variable { Kind: VariableKind.Now or VariableKind.Today } moment } => Stored(moment, source.Type, scope),
            _ => null,
        };
    }

    private string Stored(Expression expression, ModelType type, SqlScope scope, string? number = null) =>
        _expressions.Stored(expression.Accept(_moments), type, _moments.In(scope, number));

    private ColumnChange Kept(
        SchemaTable oldTable, SchemaColumn old, SchemaColumn column, SqlColumn source, string element, string? filled)
    {
        var operand = $"old.{Quote(old.Name)}";
        if (old.Source is not { } was || Converted(operand, was, source) is not { } value)
        {
            Ask("U4", element, $"how does a value of type {old.Type} become one of type {column.Type}?");
            return new(old, column);
        }

        if (_names.Of(was.Type, source, oldTable.Entity) is { } names)
        {
            foreach (var gone in names.Where(name => name.To is null))
            {
                Ask("U6", element, $"which value do rows have that hold `{gone.From}`?");
            }

            value = Renamed(value, names);
        }

        if (filled is not null && !old.IsRequired)
        {
            value = old.Source.Part is null
                ? $"coalesce({value}, {filled})"
                : $"case when {Absent(oldTable, old.Source.Field)} then {filled} else {value} end";
        }

        // A number with more digits before the point needs no new column, unless another one is computed from it.
        var isWider = !IsSqlite && was.Type is DecimalType && value == operand
            && !oldTable.Columns.Any(other => other.Computed is { } computed && RenamedText.Mentions(computed, old.Name));
        var isReplaced = old.Type != column.Type && !isWider;
        return new(old, column)
        {
            Value = value == operand && !isReplaced ? null : value,
            IsReplaced = isReplaced,
            IsLossless = true,
        };
    }

    /// <summary>Whether a row has no value of several parts: the first that a value cannot be without is absent.</summary>
    private static string Absent(SchemaTable table, Field field)
    {
        var parts = table.Columns.Where(column => column.Source?.Field.Name == field.Name).ToArray();
        return parts.FirstOrDefault(column => column.Source?.Part?.IsOptional == false) is { } required
            ? $"old.{Quote(required.Name)} is null"
            : string.Join(" and ", parts.Select(column => $"old.{Quote(column.Name)} is null"));
    }

    private static string Renamed(string value, IReadOnlyList<(string From, string? To)> names)
    {
        var cases = names.Where(name => name.To is not null && name.To != name.From)
            .Select(name => $"when {SqlText.Of(name.From)} then {SqlText.Of(name.To ?? name.From)}")
            .ToArray();
        return cases.Length == 0 ? value : $"case {value} {string.Join(' ', cases)} else {value} end";
    }

    /// <summary>The value where every one of the old type is one of the new type, null where somebody has to say how.</summary>
    private string? Converted(string value, SqlColumn old, SqlColumn column) =>
        (old.Type.AsNullable(false), column.Type.AsNullable(false)) switch
        {
            (DecimalType from, DecimalType to) when to.Scale >= from.Scale => Scaled(value, from, to),
            (ScalarType { Scalar: Scalar.Int or Scalar.Long }, DecimalType to) => IsSqlite
                ? Scaled(value, new DecimalType(to.Precision, 0), to)
                : value + "::" + PostgresTypes.Of(to),
            (ScalarType { Scalar: Scalar.Int }, ScalarType { Scalar: Scalar.Long }) => IsSqlite ? value : value + "::bigint",
            (ReferenceType from, ReferenceType to) => IsSame(from.Entity, to.Entity) ? value : null,
            (ScalarType { Scalar: Scalar.Secret or Scalar.Password } from, var to) => from == to ? value : null,
            (var from, ScalarType { Scalar: Scalar.Text or Scalar.Email or Scalar.Url or Scalar.Zone }) => IsText(from) ? value
                : null,
            (var from, EnumType or StateType) => IsText(from) ? value : null,
            var (from, to) => from == to ? value : null,
        };

    private bool IsSame(ElementName from, ElementName to) =>
        change.OldOf(ElementPath.Of(ElementKind.Entity, to))?.ToElementName() == from;

    private static bool IsText(ModelType type) => type is EnumType or StateType
        or ScalarType { Scalar: Scalar.Text or Scalar.Email or Scalar.Url or Scalar.Zone or Scalar.Weekday };

    private string Scaled(string value, DecimalType from, DecimalType to)
    {
        if (!IsSqlite)
        {
            return to.Scale == from.Scale && to.Precision >= from.Precision ? value : $"{value}::{PostgresTypes.Of(to)}";
        }

        return to.Scale == from.Scale
            ? value
            : string.Create(CultureInfo.InvariantCulture, $"{value} * 1{new string('0', to.Scale - from.Scale)}");
    }

    private void Ask(string code, string element, string text) => _questions.Add(new(code, element, text));
}
