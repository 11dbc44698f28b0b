using Ashlar.Core.Text;

namespace Ashlar.Core.Model;

/// <summary>
/// `start at "/callbacks/paid" verified by hmac of Payments.callbackKey header "X-Signature" hex once by delivery`: a path
/// that an outside service calls, and how it proves that it is the one.
/// </summary>
/// <param name="Path">Where it calls.</param>
/// <param name="Keys">The secrets of which one signs; the first is always set.</param>
/// <param name="Header">The header that carries the signature.</param>
/// <param name="Form">How the signature is written.</param>
/// <param name="Once">The input by which a delivery is known again.</param>
/// <param name="Origin">Where it is written.</param>
public sealed record Callback(
    string Path, ValueList<SecretSetting> Keys, string Header, SignatureForm Form, string Once, Origin Origin)
{
    /// <summary>When it was signed, which is signed too; null where nothing tells.</summary>
    public SignatureTime? Time { get; init; }

    /// <summary>Whether members that are no inputs are passed over.</summary>
    public bool IgnoresUnknownMembers { get; init; }
}

/// <summary>A setting that holds a secret.</summary>
public sealed record SecretSetting(ElementName Config, string Key);

/// <summary>The header that says when a request was signed, and how far that may be away.</summary>
public sealed record SignatureTime(string Header, TimeSpan Tolerance);

public enum SignatureForm
{
    Hex,
    Base64,
}
