using System.Buffers.Binary;
using System.Security.Cryptography;
using Ashlar.Tool.Workspace;

namespace Ashlar.Tool.Serving;

/// <summary>A hash over many inputs, each with its length, so that no two lists of inputs read the same.</summary>
internal sealed class InputHash : IDisposable
{
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    public InputHash Add(string input) => Add(ContentHash.Bytes(input));

    public InputHash Add(ReadOnlySpan<byte> input)
    {
        Span<byte> length = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(length, input.Length);
        _hash.AppendData(length);
        _hash.AppendData(input);
        return this;
    }

    public string ToText() => Convert.ToHexStringLower(_hash.GetHashAndReset());

    public void Dispose() => _hash.Dispose();
}
