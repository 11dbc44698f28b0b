using Ashlar.Core.Model;
using Ashlar.Emit.Text;

namespace Ashlar.Emit.Entities;

/// <summary>Whether a value that may be absent is: its first required part is null, or all where none is required.</summary>
internal static class AbsentValue
{
    /// <param name="value">The type of the value.</param>
    /// <param name="columnOf">Where a part is read.</param>
    public static Code Test(ValueDefinition value, Func<int, Code> columnOf)
    {
        var parts = value.Fields.Index().ToList();
        var required = parts.Where(part => !part.Item.IsOptional).Take(1).ToList();
        return Code.Join(
            (required.Count > 0 ? required : parts).Select(part => Code.Of($"rows.IsNull({columnOf(part.Index)})")), " && ");
    }
}
