namespace Ashlar.Kernel;

/// <summary>
/// What memory knows of the caller of a request, which the first statement of the request has to prove: PostgreSQL gets
/// the proof along with that statement, so knowing the caller costs no round trip. When the session ended or the roles
/// changed, nothing of the statement happens, and the session throws <see cref="CallerChangedException"/>.
/// </summary>
/// <param name="tokenHash">The hash of the token.</param>
/// <param name="account">The account of the session.</param>
/// <param name="roles">Its roles as the database lists them.</param>
/// <param name="now">The moment of the request.</param>
internal sealed class CallerProof(byte[] tokenHash, Guid account, string? roles, DateTimeOffset now)
{
    /// <summary>The error that the database raises.</summary>
    public const string Refuted = "ASH01";

    private static readonly Statement Prove = new("select ashlar_prove_caller($1, $2, $3, $4)");

    /// <summary>The function that proves, for the schema.</summary>
    public const string PostgresFunction =
        $"""
        create function ashlar_prove_caller(of_token bytea, of_account uuid, of_roles text, at timestamptz) returns void
        language plpgsql stable as $function$
        begin
          if not exists (
            select from ashlar_sessions s
            where s.token_hash = of_token and s.account_id = of_account and s.expires_at > at)
            or of_roles is distinct from (
              select string_agg(m.role, ',' order by m.role) from ashlar_role_members m where m.account_id = of_account)
          then
            raise exception 'the session ended, or the roles of its account changed' using errcode = '{Refuted}';
          end if;
        end
        $function$;
        """;

    /// <summary>Whether it is proven; later statements of the request need no further proof.</summary>
    public bool IsGiven { get; private set; }

    public Query Query => new(Prove, Value.Bytes(tokenHash), account, roles, now);

    public void Give() => IsGiven = true;

    /// <summary>Forgets that it was proven, because all that was done on the strength of it is undone.</summary>
    public void Withdraw() => IsGiven = false;
}
