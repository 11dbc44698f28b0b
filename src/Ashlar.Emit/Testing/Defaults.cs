using Ashlar.Core.Model;
using Ashlar.Core.Model.Expressions;
using Ashlar.Core.Model.Types;

namespace Ashlar.Emit.Testing;

/// <summary>Fills the fields of a row that nobody gave, as the system does when it creates or changes one.</summary>
internal sealed class Defaults(Oracle oracle)
{
    public void Fill(WorldRow row, Actor creator, int number)
    {
        foreach (var field in row.Entity.Fields
            .Where(field => !row.Has(field.Name) && field is { Relation: null, Computed: null }))
        {
            row[field.Name] = ValueOf(row, field, creator, number);
        }
    }

    /// <summary>Sets what every change of a row sets again.</summary>
    public WorldRow Touch(WorldRow row, Actor changer)
    {
        foreach (var field in row.Entity.Fields)
        {
            if (field.OnUpdate is { } value)
            {
                row[field.Name] = value is Variable { Kind: VariableKind.Now }
                    ? Moment.Now
                    : oracle.Evaluate(value, row, changer);
            }
        }

        return row;
    }

    private object? ValueOf(WorldRow row, Field field, Actor creator, int number) => field switch
    {
        { State: { } state } => state.Initial[0],
        { Generated.Template: not null } => $"GIVEN-{number}",
        { Generated: not null } => (long)(1000 + number),
        { Default: Variable { Kind: VariableKind.Now } } => Moment.Now,
        { Default: Variable { Kind: VariableKind.Today } } => Moment.Today,
        { Default: { } value } => oracle.Evaluate(value, row, creator),
        { Type: ListType } => new List<object?>(),
        _ => null,
    };
}
