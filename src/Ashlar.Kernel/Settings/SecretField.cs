namespace Ashlar.Kernel;

/// <summary>A secret as it was written: another form of the same letters would be another secret.</summary>
public sealed class SecretField(string name) : TextField(name)
{
    private protected override string Normalise(string text) => text;
}
