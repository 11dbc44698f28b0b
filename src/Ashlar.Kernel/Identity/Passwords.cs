using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Ashlar.Kernel;

/// <summary>Hashes passwords with the framework's PBKDF2 (HMAC-SHA512, 210,000 rounds).</summary>
public static class Passwords
{
    private static readonly PasswordHasher<object> Hasher =
        new(Options.Create(new PasswordHasherOptions { IterationCount = 210_000 }));

    private static readonly object Account = new();

    // Checked when there is no such account, so that both answers take the same work.
    private static readonly Lazy<string> Decoy = new(() => Hasher.HashPassword(Account, Guid.NewGuid().ToString()));

    /// <summary>The hash to store.</summary>
    public static string Hash(string password) => Hasher.HashPassword(Account, password);

    /// <summary>The hash of a change, when the change sets a password.</summary>
    public static string? Hash(Change<string> change) =>
        change is { IsSet: true, Value: { } password } ? Hash(password) : null;

    internal static bool Verify(string? hash, string password) =>
        Hasher.VerifyHashedPassword(Account, hash ?? Decoy.Value, password) != PasswordVerificationResult.Failed
        && hash is not null;
}
