namespace Ashlar.Kernel;

/// <summary>The entity whose rows are the accounts that sign in with a password.</summary>
/// <param name="Table">Its table.</param>
/// <param name="LoginColumn">The column of the unique name or address.</param>
/// <param name="PasswordColumn">The column of the password's hash.</param>
/// <param name="Login">The field that a sign-in sends.</param>
/// <param name="Password">The field of the password.</param>
public sealed record Principal(
    string Table, string LoginColumn, string PasswordColumn, Field<string> Login, Field<string> Password)
{
    internal Statement Find { get; } =
        new($"select id, {PasswordColumn} from {Table} where {LoginColumn} = $1");
}
