using System.Collections.Immutable;
using Ashlar.Core.Model;
using Ashlar.Core.Model.Types;
using Ashlar.Emit.Grants;
using Ashlar.Emit.Sql;
using Ashlar.Emit.Statements;

namespace Ashlar.Emit.Features;

/// <summary>Whether the references of a request lead to rows that the caller may read.</summary>
internal sealed class ReferenceTests(Emission emission, ImmutableArray<Field> references, bool isSignedIn)
{
    public static ImmutableArray<Field> Among(IEnumerable<Field> fields) =>
        [.. fields.Where(field => field.Type is ReferenceType)];

    public ImmutableArray<Field> References { get; } = references;

    /// <summary>`exists (select 1 from catalog_authors a where a.id = $8)`.</summary>
    public string Of(StatementText text, Field field) =>
        field.IsChange ? OfChange(text, field) : OfValue(text, field);

    private string OfValue(StatementText text, Field field)
    {
        var target = emission.Entity(((ReferenceType)field.Type).Entity);
        var alias = SqlNames.Table(target);
        var id = text.Input(field.Name, field.Type);
        var readable = text.Conjunct(Gate.Of(target, Operation.Read).Condition(isSignedIn), target, alias);
        var test = readable == "true" ? "" : $" and {readable}";
        var exists = StatementText.Exists(target, $"{StatementText.Column(alias, "id")} = {id}{test}");
        return field.IsOptional ? $"({id} is null or {exists})" : exists;
    }

    /// <summary>The same, where the request says something about the field.</summary>
    public string OfChange(StatementText text, Field field)
    {
        var isSet = text.Input(field.Name + CreatedRow.IsSet, Conditions.Bool);
        var test = OfValue(text, field);
        return field.IsOptional ? $"(not {isSet} or {test[1..^1]})" : $"(not {isSet} or {test})";
    }

    /// <summary>One truth value for each reference.</summary>
    public SqlStatement Statement() => SqlStatement.Write(
        emission, text => $"select {StatementText.List(References.Select(field => Of(text, field)))}");
}
