namespace Ashlar.Kernel;

public sealed partial class Call
{
    /// <summary>
    /// Answers with the rows of a view whose statement says before them whether the caller may ask for it, for each reference
    /// of the request whether it leads to something that the caller may read, and whether there is a row at all.
    /// </summary>
    /// <param name="session">The session.</param>
    /// <param name="view">The statement.</param>
    /// <param name="read">Reads the columns of a row from the given one on.</param>
    /// <param name="references">The names of the references.</param>
    /// <param name="values">The parameters of the statement.</param>
    public ValueTask<IReply> ItemsAsync<T>(
        Session session,
        Statement view,
        Func<Rows, int, T> read,
        IReadOnlyList<string> references,
        params ReadOnlySpan<Value> values)
        where T : IShape =>
        ItemsAsync(session.QueryAsync(view, values), read, references, Reply.Items);

    /// <summary>The same with another form of the answer.</summary>
    /// <param name="session">The session.</param>
    /// <param name="view">The statement.</param>
    /// <param name="read">Reads the columns of a row from the given one on.</param>
    /// <param name="references">The names of the references.</param>
    /// <param name="reply">The answer with the rows.</param>
    /// <param name="values">The parameters of the statement.</param>
    public ValueTask<IReply> ItemsAsync<T>(
        Session session,
        Statement view,
        Func<Rows, int, T> read,
        IReadOnlyList<string> references,
        Func<IReadOnlyList<T>, Reply> reply,
        params ReadOnlySpan<Value> values)
        where T : IShape =>
        ItemsAsync(session.QueryAsync(view, values), read, references, reply);

    private async ValueTask<IReply> ItemsAsync<T>(
        ValueTask<Rows> query, Func<Rows, int, T> read, IReadOnlyList<string> references, Func<IReadOnlyList<T>, Reply> reply)
        where T : IShape
    {
        await using var rows = await query;
        var items = new List<T>();
        var isThere = references.Count + 1;
        while (await rows.NextAsync())
        {
            if (!rows.IsTrue(0))
            {
                return Denied;
            }

            var missing = references.Where((_, i) => !rows.IsTrue(i + 1)).ToArray();
            if (missing.Length > 0)
            {
                return Refusal.ReferenceNotFound(missing);
            }

            if (rows.IsTrue(isThere))
            {
                items.Add(read(rows, isThere + 1));
            }
        }

        return reply(items);
    }
}
