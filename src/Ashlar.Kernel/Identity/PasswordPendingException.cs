namespace Ashlar.Kernel;

/// <summary>
/// A transaction needs a password hashed or checked, which takes long: it is undone, and runs again with the result.
/// </summary>
internal sealed class PasswordPendingException() : Exception("A password is hashed or checked first.");
