using System.Buffers.Binary;

namespace Ashlar.Tool.Serving;

/// <summary>A compiled project: the assembly and its debug symbols, in memory.</summary>
internal sealed record AssemblyImage(string Name, byte[] Code, byte[] Symbols)
{
    public static AssemblyImage FromBytes(string name, byte[] bytes)
    {
        var length = BinaryPrimitives.ReadInt32LittleEndian(bytes);
        return new(name, bytes[sizeof(int)..(sizeof(int) + length)], bytes[(sizeof(int) + length)..]);
    }

    public byte[] ToBytes()
    {
        var length = new byte[sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(length, Code.Length);
        return [.. length, .. Code, .. Symbols];
    }
}
