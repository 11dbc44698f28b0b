using Ashlar.Core.Model;
using Ashlar.Core.Model.Types;
using Ashlar.Emit.Grants;
using Ashlar.Emit.Statements;
using Ashlar.Emit.Text;

namespace Ashlar.Emit.Shapes;

/// <summary>The statement that finds one row by its id, as far as the caller may read it.</summary>
internal sealed class FindStatement
{
    private static readonly StatementArguments Inputs = new([new("id", Code.Of($"id"))]);

    private readonly SqlStatement _statement;

    public FindStatement(Emission emission, ShapeLayout layout)
    {
        var condition = Gate.Of(layout.Entity, Operation.Read).Condition(layout.Use.IsSignedIn);
        _statement = SqlStatement.Write(emission, text =>
        {
            var id = text.Input("id", new ScalarType(Scalar.Uuid));
            var alias = text.Row(layout.Entity);
            var joins = new PathJoins(text, layout.Entity, alias);
            var columns = ShapeColumns.Of(layout, joins);
            var wanted = joins.Conjunct(condition);
            return $"select {StatementText.List(columns)}\nfrom {joins.From}"
                + StatementText.Where($"{StatementText.Column(alias, "id")} = {id}", wanted);
        });
    }

    public Code Field => _statement.Field(Ident.Of("Select"));

    /// <summary>`new(Select, id, call.Caller.Id)`.</summary>
    public Code Query => Code.Of($"new(Select{Arguments})");

    /// <summary>`, id, call.Caller.Id`.</summary>
    public Code Arguments => Inputs.After(_statement);

    public bool NeedsCall => StatementArguments.UsesCall(_statement);
}
