using Ashlar.Core.Model;
using Ashlar.Core.Text;

namespace Ashlar.Emit.Sql;

/// <summary>The table of a linked collection: which rows of one entity are linked to which of another.</summary>
internal sealed record LinkTable(string Name, string OwnerColumn, string TargetColumn)
{
    /// <summary>The table of the side that declares the list.</summary>
    public static LinkTable Of(Entity owner, Field field, Entity target)
    {
        var (ownerColumn, targetColumn) = (Spelling.Snake(owner.Name.Name) + "_id", Spelling.Snake(target.Name.Name) + "_id");
        return new(
            SqlNames.ListTable(owner, field),
            SqlNames.Fit(ownerColumn),
            SqlNames.Fit(ownerColumn == targetColumn ? "other_" + targetColumn : targetColumn));
    }

    /// <summary>The same table, read from the other side.</summary>
    public LinkTable Inverse() => new(Name, TargetColumn, OwnerColumn);
}
