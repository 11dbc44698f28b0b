using Ashlar.Core.Model;
using Ashlar.Core.Text;

namespace Ashlar.Emit.Sql;

/// <summary>
/// A constraint by its name in the database. <see cref="Element"/> is the model's name for it, such as
/// `Catalog.Book.isbn` or `Catalog.Book.PricedHardcover`.
/// </summary>
internal abstract record SqlConstraint(string Name, string Element);

/// <summary>The bounds of one column.</summary>
internal sealed record ColumnCheck(string Name, string Element, SqlColumn Column) : SqlConstraint(Name, Element);

/// <summary>The required parts of an optional value are all there or all absent.</summary>
internal sealed record WholeValueCheck(string Name, string Element, ValueList<SqlColumn> Required, ValueList<SqlColumn> Optional)
    : SqlConstraint(Name, Element);

/// <summary>A check over the row alone.</summary>
internal sealed record RowCheck(string Name, string Element, Check Check) : SqlConstraint(Name, Element);

/// <summary>A check that reads the row as it was before, which only a trigger sees.</summary>
internal sealed record ChangeCheck(string Name, string Element, Check Check) : SqlConstraint(Name, Element);

/// <summary>A check that reads lists which belong to the row: it has to hold when the transaction ends.</summary>
internal sealed record ListCheck(string Name, string Element, Check Check, ValueList<OwnList> Lists)
    : SqlConstraint(Name, Element);

/// <summary>A list of the row, or of a row that belongs to it.</summary>
internal sealed record OwnList(Entity Owner, Field Field);

/// <summary>No two rows with the same values; without null, and of those where the condition holds.</summary>
internal sealed record UniqueKey(string Name, string Element, ValueList<SqlColumn> Columns, UniqueRule? Rule)
    : SqlConstraint(Name, Element);

internal sealed record Exclusion(string Name, string Element, ExclusiveRule Rule) : SqlConstraint(Name, Element);

internal sealed record ForeignKey(string Name, string Element, SqlColumn Column, string Target, DeleteRule OnDelete)
    : SqlConstraint(Name, Element);
