namespace Ashlar.Kernel;

/// <summary>The OpenID Connect issuer whose tokens count, and how they find an account.</summary>
/// <param name="Authority">Where the issuer publishes its keys.</param>
/// <param name="Audience">The audience that a token must name.</param>
/// <param name="AccountTable">The table of the accounts.</param>
/// <param name="AccountColumn">The unique column that identifies an account.</param>
/// <param name="Claim">The claim that has its value.</param>
public sealed record IssuerSettings(
    string Authority, string Audience, string AccountTable, string AccountColumn, string Claim);
