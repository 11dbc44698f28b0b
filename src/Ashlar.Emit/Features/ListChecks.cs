using System.Collections.Immutable;
using Ashlar.Core.Model;
using Ashlar.Core.Model.Types;
using Ashlar.Core.Text;
using Ashlar.Emit.Entities;
using Ashlar.Emit.Sql;
using Ashlar.Emit.Statements;
using Ashlar.Emit.Text;

namespace Ashlar.Emit.Features;

/// <summary>The checks that read lists of the row: they have to hold when all of a request is stored.</summary>
internal sealed class ListChecks
{
    private static readonly ModelType Uuid = new ScalarType(Scalar.Uuid);

    private readonly Entity _entity;
    private readonly ImmutableArray<(ListCheck Check, SqlStatement Statement)> _checks;

    /// <summary>The checks of an operation that writes these lists or any field of the row.</summary>
    public ListChecks(Emission emission, Entity entity, IEnumerable<Field> lists)
    {
        _entity = entity;
        _checks =
        [
            .. Among(emission, entity).Select(check => (check, Statement(emission, entity, check.Check))),
        ];
    }

    public static IEnumerable<ListCheck> Among(Emission emission, Entity entity) =>
        emission.ConstraintsOf(entity).OfType<ListCheck>().Where(check => check.Check.Message.Length > 0);

    public bool IsEmpty => _checks.IsEmpty;

    public Code Statements => Text.Code.Blocks(_checks.Select(item => Text.Code.Of($"""
        {Doc.Summary(item.Check.Check.Message)}
        {item.Statement.Field(NameOf(item.Check))}
        """)));

    public Code Code(Code id) => Text.Code.Blocks(_checks.Select(item => Text.Code.Of($$"""
        if (await session.FlagAsync({{NameOf(item.Check)}}{{new StatementArguments([new("id", id)]).After(item.Statement)}}) is not true)
        {
            return {{RulesFile.Refusal(_entity, item.Check.Check)}};
        }
        """)));

    private static Ident NameOf(ListCheck check) => Ident.Of("Check" + Spelling.Pascal(check.Check.Name));

    private static SqlStatement Statement(Emission emission, Entity entity, Check check) => SqlStatement.Write(emission, text =>
    {
        _ = text.Input("id", Uuid);
        return text.SelectOne(entity, text.Condition(check.Condition, entity, text.Row(entity)));
    });
}
