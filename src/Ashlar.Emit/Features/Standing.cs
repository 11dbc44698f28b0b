using Ashlar.Core.Model.Types;
using Ashlar.Emit.Grants;
using Ashlar.Emit.Sql;
using Ashlar.Emit.Statements;
using Ashlar.Core.Model;
using Ashlar.Core.Model.Expressions;

namespace Ashlar.Emit.Features;

/// <summary>
/// The statement that says why a change was not made: the version of the row, whether the caller may read it, whether the
/// caller may change it, and for each reference whether it leads to something that the caller may read.
/// </summary>
internal static class Standing
{
    public static SqlStatement Of(
        Emission emission, Entity entity, bool isSignedIn, Func<StatementText, string> mayChange,
        params IReadOnlyList<Func<StatementText, string>> references) =>
        SqlStatement.Write(emission, text =>
        {
            _ = text.Input("id", new ScalarType(Scalar.Uuid));
            var alias = text.Row(entity);
            var mayRead = text.Condition(Gate.Of(entity, Operation.Read).Condition(isSignedIn), entity, alias);
            string[] columns =
            [
                StatementText.Column(alias, "row_version"), mayRead, mayChange(text),
                .. references.Select(reference => reference(text)),
            ];
            return text.SelectOne(entity, columns);
        });
}
