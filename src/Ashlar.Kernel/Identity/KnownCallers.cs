using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace Ashlar.Kernel;

/// <summary>
/// Callers of earlier requests by the hash of their token. What it holds counts only with a <see cref="CallerProof"/>.
/// </summary>
internal sealed class KnownCallers
{
    private const int MaxEntries = 10_000;

    private readonly ConcurrentDictionary<byte[], (Guid Account, string? Roles)> _callers = new(new ByHash());

    public (Guid Account, string? Roles)? Find(byte[] hash) => _callers.TryGetValue(hash, out var known) ? known : null;

    public void Remember(byte[] hash, Guid account, string? roles)
    {
        if (_callers.Count >= MaxEntries)
        {
            _callers.Clear();
        }

        _callers[hash] = (account, roles);
    }

    public void Forget(byte[] hash) => _callers.TryRemove(hash, out _);

    // The bytes are a hash already.
    private sealed class ByHash : IEqualityComparer<byte[]>
    {
        public bool Equals(byte[]? x, byte[]? y) => x.AsSpan().SequenceEqual(y);

        public int GetHashCode([DisallowNull] byte[] obj) => BinaryPrimitives.ReadInt32LittleEndian(obj);
    }
}
