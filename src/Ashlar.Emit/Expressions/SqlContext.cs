using Ashlar.Core.Model;

namespace Ashlar.Emit.Expressions;

/// <summary>What stays the same while the expressions of one statement are written.</summary>
internal sealed class SqlContext
{
    private readonly HashSet<string> _functions = new(StringComparer.Ordinal);

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

    /// <summary>The functions beyond the database's own that were called so far.</summary>
    public IReadOnlySet<string> Functions => _functions;

    /// <summary>A call of a function of ours: part of the schema on PostgreSQL, registered by the kernel on SQLite.</summary>
    public SqlText Call(string function, params ReadOnlySpan<SqlText> arguments)
    {
        _functions.Add(function);
        return SqlText.Call(function, arguments);
    }
}
