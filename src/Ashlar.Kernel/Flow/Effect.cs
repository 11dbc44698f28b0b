namespace Ashlar.Kernel;

/// <summary>What may be done when nobody knows whether an outside call took effect.</summary>
public enum Effect
{
    /// <summary>It is called again with the same key: the other side does it once.</summary>
    Idempotent,

    /// <summary>The other side is asked by the key whether it was done, and called again if it was not.</summary>
    Reconcilable,

    /// <summary>It is never called again; a person decides.</summary>
    Once,
}
