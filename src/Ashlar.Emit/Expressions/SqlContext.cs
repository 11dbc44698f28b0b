using Ashlar.Core.Model;

namespace Ashlar.Emit.Expressions;

/// <summary>What stays the same while the expressions of one statement are written.</summary>
internal sealed class SqlContext
{
    public SqlContext(SystemModel model, StatementParameters parameters)
    {
        Model = model;
        Parameters = parameters;
        Ranges = new NumberRanges(model);
        Fallibility = new Fallibility(model, Ranges);
    }

    public SystemModel Model { get; }

    public StatementParameters Parameters { get; }

    public NumberRanges Ranges { get; }

    public Fallibility Fallibility { get; }
}
