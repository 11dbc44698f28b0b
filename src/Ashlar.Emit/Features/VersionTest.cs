using Ashlar.Core.Model;
using Ashlar.Core.Model.Types;
using Ashlar.Emit.Statements;

namespace Ashlar.Emit.Features;

/// <summary>That a row has the version which a change is meant for.</summary>
internal static class VersionTest
{
    /// <summary>`row_version = $2`; where an API does not ask for the version, 0 means any.</summary>
    public static string Of(StatementText text, Api api, string row)
    {
        var version = text.Input("version", new ScalarType(Scalar.Long));
        var test = $"{StatementText.Column(row, "row_version")} = {version}";
        return api.RowVersion == RowVersionUse.Required ? test : $"({version} = 0 or {test})";
    }
}
