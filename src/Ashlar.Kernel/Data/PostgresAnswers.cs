using Npgsql;

namespace Ashlar.Kernel;

/// <summary>The answers of one round trip.</summary>
internal sealed class PostgresAnswers(PostgresRows rows, NpgsqlDataReader reader, CancellationToken cancellation) : Answers
{
    private bool _isBegun;

    public override ValueTask DisposeAsync() => rows.DisposeAsync();

    private protected override async ValueTask<Rows> NextAsync()
    {
        if (_isBegun && !await reader.NextResultAsync(cancellation))
        {
            throw new InvalidOperationException("There are no more answers than queries.");
        }

        _isBegun = true;
        return rows;
    }
}
