namespace Ashlar.Kernel;

/// <summary>How the bytes of a signature are written in a header.</summary>
public enum SignatureForm
{
    /// <summary>As 64 hexadecimal digits.</summary>
    Hex,

    /// <summary>As 44 characters of base64.</summary>
    Base64,
}
